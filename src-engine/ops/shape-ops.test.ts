import { describe, expect, test } from 'vitest';
import { matrix, runOp, scalar, tensor, vector, vjpOf } from '../testing/run-op.ts';
import { cat } from './cat.ts';
import { reshape } from './reshape.ts';
import { slice } from './slice.ts';
import { transpose } from './transpose.ts';

const rows = matrix([1, 2, 3], [4, 5, 6]);
const upstream = [10, 20, 30, 40, 50, 60];

describe('reshape', () => {
  test('keeps the order of the numbers, forward and backward', () => {
    const call = runOp(reshape, [rows], { shape: [3, -1] });
    expect(call.y).toEqual(matrix([1, 2], [3, 4], [5, 6]));
    expect(vjpOf(reshape, call, 0, upstream)).toEqual(upstream);
  });

  test('flattens when no shape is given and makes a scalar of one number', () => {
    expect(runOp(reshape, [rows]).y.shape).toEqual([6]);
    expect(runOp(reshape, [vector(7)], { shape: [] }).y).toEqual(scalar(7));
  });

  test.each([
    [[4], 'reshape expects 4 elements for shape [4], but gets [2, 3], 6 elements.'],
    [[4, -1], 'reshape expects a multiple of 4 elements for shape [4, -1], but gets [2, 3], 6 elements.'],
    [[-1, -1], 'reshape expects at most one -1 in its shape [-1, -1], but gets [2, 3], 6 elements.'],
  ])('to %o is refused with both shapes', (shape, message) => {
    expect(() => runOp(reshape, [rows], { shape })).toThrow(message);
  });
});

describe('transpose', () => {
  test('swaps two axes and swaps the gradient back', () => {
    const call = runOp(transpose, [rows]);
    expect(call.y).toEqual(matrix([1, 4], [2, 5], [3, 6]));
    expect(vjpOf(transpose, call, 0, upstream)).toEqual([10, 30, 50, 20, 40, 60]);
  });

  test('of outer axes leaves the inner one in order', () => {
    const x = tensor([2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...runOp(transpose, [x], { dim0: 0, dim1: 1 }).y.data]).toEqual([1, 2, 5, 6, 3, 4, 7, 8]);
  });

  test('names the axis that a vector lacks', () => {
    expect(() => runOp(transpose, [vector(1, 2)])).toThrow('transpose has no axis -2 in shape [2].');
  });
});

describe('cat', () => {
  test('lays inputs end to end along the axis and cuts the gradient at the same places', () => {
    const call = runOp(cat, [rows, matrix([7], [8])], { dim: -1 });
    expect(call.y).toEqual(matrix([1, 2, 3, 7], [4, 5, 6, 8]));
    const dy = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(vjpOf(cat, call, 0, dy)).toEqual([1, 2, 3, 5, 6, 7]);
    expect(vjpOf(cat, call, 1, dy)).toEqual([4, 8]);
  });

  test('names both shapes where another axis differs', () => {
    expect(() => runOp(cat, [rows, matrix([1, 2])])).toThrow(
      'cat expects shapes that differ in axis 0 alone, but gets [2, 3] and [1, 2].',
    );
  });

  test('refuses scalars, which have no axis', () => {
    expect(() => runOp(cat, [scalar(1), scalar(2)])).toThrow('cat expects inputs with at least one axis');
  });
});

describe('slice', () => {
  const x = vector(0, 1, 2, 3, 4);
  test.each([
    [{}, [0, 1, 2, 3, 4]],
    [{ start: 1, end: 3 }, [1, 2]],
    [{ start: -2 }, [3, 4]],
    [{ end: -1, step: 2 }, [0, 2]],
    [{ start: -100, end: 100, step: 3 }, [0, 3]],
  ])('with %o keeps what Python keeps', (attrs, kept) => {
    expect([...runOp(slice, [x], attrs).y.data]).toEqual(kept);
  });

  test('sends nothing to what it cut away', () => {
    const call = runOp(slice, [rows], { dim: 1, start: 1 });
    expect(vjpOf(slice, call, 0, [1, 2, 3, 4])).toEqual([0, 1, 2, 0, 3, 4]);
  });

  test('refuses to keep nothing, and a step backward', () => {
    expect(() => runOp(slice, [x], { start: 3, end: 2 })).toThrow(
      'slice expects a range that keeps something of axis 0, but gets 3:2 of [5].',
    );
    expect(() => runOp(slice, [x], { step: -1 })).toThrow('step: -1 is out of range: at least 1.');
  });
});
