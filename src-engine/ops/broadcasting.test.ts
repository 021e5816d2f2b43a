import { expect, test } from 'vitest';
import type { Tensor } from '../tensor/tensor.ts';
import { matrix, runOp, tensor, vector, vjpOf } from '../testing/run-op.ts';
import { matmul } from './matmul.ts';
import { ops } from './registry.ts';

const binary = ops.filter(({ elementwise, slots }) => elementwise && slots.names.length > 1);

test('there are elementwise ops of several inputs', () => {
  expect(binary.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['add', 'sub', 'mul', 'div', 'pow', 'maximum', 'minimum']),
  );
});

const full = matrix([0.5, 1.25, 2], [3, 0.75, 1.5]);
const row = vector(2, 0.25, 1.75);
const tiledRow = matrix([2, 0.25, 1.75], [2, 0.25, 1.75]);
const dy = [1, -2, 3, 0.5, 4, -0.25];

test.each(binary.map((op) => [op.id, op] as const))(
  '%s broadcasts a row as if it were tiled, and sums its gradient',
  (_id, op) => {
    for (const [slot, place] of [
      [1, (x: Tensor) => [full, x]],
      [0, (x: Tensor) => [x, full]],
    ] as const) {
      const broadcast = runOp(op, place(row));
      const tiled = runOp(op, place(tiledRow));
      expect(broadcast.y).toEqual(tiled.y);
      const each = vjpOf(op, tiled, slot, dy);
      expect(vjpOf(op, broadcast, slot, dy)).toEqual([0, 1, 2].map((column) => each[column]! + each[column + 3]!));
      expect(vjpOf(op, broadcast, 1 - slot, dy)).toEqual(vjpOf(op, tiled, 1 - slot, dy));
    }
  },
);

test('matmul broadcasts a matrix over a batch as if it were tiled, and sums its gradient', () => {
  const batch = tensor([2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]);
  const [w, tiled] = [matrix([1, -1], [2, 0]), tensor([2, 2, 2], [1, -1, 2, 0, 1, -1, 2, 0])];
  const upstream = [1, 2, 3, 4, 5, 6, 7, 8];
  const [one, two] = [runOp(matmul, [batch, w]), runOp(matmul, [batch, tiled])];
  expect(one.y).toEqual(two.y);
  const each = vjpOf(matmul, two, 1, upstream);
  expect(vjpOf(matmul, one, 1, upstream)).toEqual([0, 1, 2, 3].map((at) => each[at]! + each[at + 4]!));
});
