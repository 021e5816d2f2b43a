import { classified } from './dataset.ts';
import { defineGenerator } from './define.ts';
import { IRIS } from './iris-table.ts';

export const iris = defineGenerator({
  id: 'iris',
  name: 'Iris',
  category: 'tables',
  description:
    'Three species of iris, fifty flowers each, told apart by the lengths and widths of sepals and petals in cm.',
  options: {},
  make() {
    const species = Object.entries(IRIS).map(([name, table]) => ({
      name,
      rows: table.split(',').map((row) =>
        row
          .trim()
          .split(' ')
          .map((tenths) => Number(tenths) / 10),
      ),
    }));
    const featureNames = ['sepal length', 'sepal width', 'petal length', 'petal width'];
    return classified(
      species.map(({ name }) => name),
      { featureNames, features: species.flatMap(({ rows }) => rows), targetNames: ['species'], exact: true },
      species.flatMap(({ rows }, index) => rows.map(() => index)),
    );
  },
});
