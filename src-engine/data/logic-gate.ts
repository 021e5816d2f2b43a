import { integer } from '../ops/attributes.ts';
import { classified } from './dataset.ts';
import { type DatasetDefinition, defineGenerator } from './define.ts';

/** The four rows of a truth table over 0 and 1, as often as asked for. */
export function logicGate(
  stated: Pick<DatasetDefinition, 'id' | 'name' | 'description'>,
  output: (a: number, b: number) => number,
): DatasetDefinition {
  return defineGenerator({
    ...stated,
    category: 'gates',
    options: { repeat: integer({ default: 1, min: 1, max: 10_000, description: 'How often the four rows occur.' }) },
    make({ repeat }) {
      const rows = Array.from({ length: 4 * repeat }, (_, row) => [(row >> 1) & 1, row & 1] as const);
      return classified(
        ['0', '1'],
        { featureNames: ['a', 'b'], features: rows, targetNames: ['y'] },
        rows.map(([a, b]) => output(a, b)),
      );
    },
  });
}
