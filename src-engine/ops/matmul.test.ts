import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tensor } from '../tensor/tensor.ts';
import { matrix, runOp, scalar, tensor, vector, vjpOf } from '../testing/run-op.ts';
import { matmul } from './matmul.ts';
import { transpose } from './transpose.ts';

const product = (a: Tensor, b: Tensor) => runOp(matmul, [a, b]).y;
const numbers = (length: number) =>
  fc.array(fc.integer({ min: -99, max: 99 }), { minLength: length, maxLength: length });

test('multiplies matrices, vectors and both as torch.matmul does', () => {
  const w = matrix([1, 2, 3], [4, 5, 6]);
  expect(product(w, matrix([1, 0], [0, 1], [1, 1]))).toEqual(matrix([4, 5], [10, 11]));
  expect(product(vector(1, 2), vector(3, 4))).toEqual(scalar(11));
  expect(product(vector(1, 2), w)).toEqual(vector(9, 12, 15));
  expect(product(w, vector(1, 1, 1))).toEqual(vector(6, 15));
});

test('sends back dy·Wᵀ and xᵀ·dy', () => {
  const call = runOp(matmul, [matrix([1, 2]), matrix([3, 4], [5, 6])]);
  expect(vjpOf(matmul, call, 0, [10, 100])).toEqual([430, 650]);
  expect(vjpOf(matmul, call, 1, [10, 100])).toEqual([10, 100, 20, 200]);
});

test('carries 0 · ∞ as NaN and skips nothing', () => {
  const { data } = product(matrix([0, 1]), matrix([Number.POSITIVE_INFINITY], [1]));
  expect(data[0]).toBeNaN();
});

describe('a batch', () => {
  const a = tensor([2, 1, 1, 2], [1, 2, 3, 4]);
  const b = tensor([2, 2, 1], [1, 1, 10, 10]);
  test('broadcasts and equals the products one by one', () => {
    const y = product(a, b);
    expect(y.shape).toEqual([2, 2, 1, 1]);
    expect([...y.data]).toEqual([3, 30, 7, 70]);
  });
  test('sums the gradients of a matrix that takes part more than once', () => {
    const call = runOp(matmul, [a, b]);
    expect(vjpOf(matmul, call, 0)).toEqual([11, 11, 11, 11]);
    expect(vjpOf(matmul, call, 1)).toEqual([4, 6, 4, 6]);
  });
});

test.each([
  [vector(1, 2), vector(1, 2, 3), 'the length of the second, but gets [2] and [3].'],
  [matrix([1, 2]), matrix([1, 2]), 'the second-to-last axis of the second, but gets [1, 2] and [1, 2].'],
  [scalar(1), vector(1), 'vectors or matrices (use mul for scalars), but gets a scalar and [1].'],
  [tensor([2, 1, 1], [1, 2]), tensor([3, 1, 1], [1, 2, 3]), 'matmul cannot broadcast [2, 1, 1] with [3, 1, 1].'],
])('names both shapes where they do not go together', (a, b, message) => {
  expect(() => product(a, b)).toThrow(message);
});

test('(A·B)ᵀ = Bᵀ·Aᵀ', () => {
  const transposed = (x: Tensor) => runOp(transpose, [x]).y;
  fc.assert(
    fc.property(numbers(6), numbers(12), (first, second) => {
      const [a, b] = [tensor([2, 3], first), tensor([3, 4], second)];
      expect(transposed(product(a, b))).toEqual(product(transposed(b), transposed(a)));
    }),
  );
});

test('⟨dy, A·B⟩ = ⟨dA, A⟩ = ⟨dB, B⟩, since the product is linear in each factor', () => {
  const dot = (a: Iterable<number>, b: Iterable<number>) => {
    const other = [...b];
    return [...a].reduce((total, each, index) => total + each * other[index]!, 0);
  };
  fc.assert(
    fc.property(numbers(6), numbers(12), numbers(8), (first, second, dy) => {
      const [a, b] = [tensor([2, 3], first), tensor([3, 4], second)];
      const call = runOp(matmul, [a, b]);
      const expected = dot(dy, call.y.data);
      expect(dot(vjpOf(matmul, call, 0, dy), a.data)).toBe(expected);
      expect(dot(vjpOf(matmul, call, 1, dy), b.data)).toBe(expected);
    }),
  );
});
