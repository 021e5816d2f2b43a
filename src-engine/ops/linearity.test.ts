import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sizeOf } from '../tensor/shape.ts';
import { runOp, tensor, vjpOf } from '../testing/run-op.ts';
import { amax } from './amax.ts';
import { batchNorm } from './batch-norm.ts';
import { cat } from './cat.ts';
import { crossEntropy } from './cross-entropy.ts';
import { layerNorm } from './layer-norm.ts';
import { logSoftmax } from './log-softmax.ts';
import { logsumexp } from './logsumexp.ts';
import { matmul } from './matmul.ts';
import { mean } from './mean.ts';
import { mseLoss } from './mse-loss.ts';
import { slice } from './slice.ts';
import { softmax } from './softmax.ts';
import { sum } from './sum.ts';
import { transpose } from './transpose.ts';
import { variance } from './var.ts';

const cases = [
  ...[sum, mean, amax, logsumexp, variance].map((op) => [op.id, op, [[2, 3, 2]], { dim: 1 }] as const),
  ...[softmax, logSoftmax].map((op) => [op.id, op, [[2, 3]], {}] as const),
  ...[layerNorm, batchNorm].map((op) => [op.id, op, [[4, 3], [3], [3]], {}] as const),
  ...[mseLoss, crossEntropy].map(
    (op) =>
      [
        op.id,
        op,
        [
          [2, 3],
          [2, 3],
        ],
        {},
      ] as const,
  ),
  [
    'matmul',
    matmul,
    [
      [2, 3],
      [3, 2],
    ],
    {},
  ],
  [
    'cat',
    cat,
    [
      [2, 3],
      [1, 3],
    ],
    {},
  ],
  ['slice', slice, [[4, 2]], { start: 1, step: 2 }],
  ['transpose', transpose, [[2, 3]], {}],
] as const;

test.each(cases)('the gradient of %s is linear in what arrives', (_id, op, shapes, attrs) => {
  const small = fc.integer({ min: -8, max: 8 });
  const list = (length: number) => fc.array(small, { minLength: length, maxLength: length });
  fc.assert(
    fc.property(
      fc.tuple(...shapes.map((shape) => list(sizeOf(shape)))),
      list(12),
      list(12),
      small,
      small,
      (data, g, h, a, b) => {
        const inputs = shapes.map((shape, slot) =>
          tensor(
            shape,
            data[slot]!.map((each, index) => each / 4 + index / 64),
          ),
        );
        const call = runOp(op as typeof sum, inputs, attrs);
        const size = call.y.data.length;
        for (const slot of inputs.keys()) {
          const back = (dy: readonly number[]) => vjpOf(op as typeof sum, call, slot, dy.slice(0, size));
          const [ofG, ofH] = [back(g), back(h)];
          back(g.map((each, index) => a * each + b * h[index]!)).forEach((both, index) => {
            const apart = a * ofG[index]! + b * ofH[index]!;
            expect(Math.abs(both - apart)).toBeLessThanOrEqual(
              1e-9 * (1 + Math.abs(a * ofG[index]!) + Math.abs(b * ofH[index]!)),
            );
          });
        }
      },
    ),
    { numRuns: 30 },
  );
});
