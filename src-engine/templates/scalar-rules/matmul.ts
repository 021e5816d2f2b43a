import { productLayout } from '../../tensor/matrix-layout.ts';
import { defineScalarRule } from './define.ts';

export const matmul = defineScalarRule<unknown>({
  op: 'matmul',
  build({ x: [a, b], gate, sum }) {
    const { sizes, batches, aBatch, bBatch } = productLayout('matmul', a!.shape, b!.shape);
    const [m, k, n] = sizes;
    const made: string[] = [];
    for (let batch = 0; batch < batches; batch++) {
      const aAt = (aBatch?.[batch] ?? batch) * m * k;
      const bAt = (bBatch?.[batch] ?? batch) * k * n;
      for (let row = 0; row < m; row++)
        for (let column = 0; column < n; column++) {
          const element = made.length;
          const products = Array.from({ length: k }, (_, at) =>
            gate('mul', [a!.ids[aAt + row * k + at]!, b!.ids[bAt + at * n + column]!], element),
          );
          made.push(sum(products, element));
        }
    }
    return made;
  },
});
