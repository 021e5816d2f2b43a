import { describe, expect, test } from 'vitest';
import { axisSpan, reductionOffsets, resolveAxes, resolveAxis } from './axes.ts';

describe('an axis', () => {
  test('may be counted from the end', () => {
    expect([0, 1, -1, -2].map((axis) => resolveAxis('op', axis, [2, 3]))).toEqual([0, 1, 1, 0]);
  });
  test('outside the shape is refused', () => {
    expect(() => resolveAxis('op', 2, [2, 3])).toThrow('op has no axis 2 in shape [2, 3].');
    expect(() => resolveAxis('op', -3, [2, 3])).toThrow('op has no axis -3 in shape [2, 3].');
    expect(() => resolveAxis('op', 1, [])).toThrow('op has no axis 1 in shape a scalar.');
  });
});

test('axes come sorted; null and the empty list mean all', () => {
  expect(resolveAxes('op', [-1, 0], [2, 3, 4])).toEqual([0, 2]);
  expect(resolveAxes('op', null, [2, 3])).toEqual([0, 1]);
  expect(resolveAxes('op', [], [2, 3])).toEqual([0, 1]);
  expect(resolveAxes('op', 0, [])).toEqual([]);
});

test.each([[[]], [[0]], [[1]], [[0, 2]], [[0, 1, 2]]])(
  'the groups of a reduction over %o hold every element once',
  (axes) => {
    const { outer, inner } = reductionOffsets([2, 3, 4], axes);
    const all = [...outer].flatMap((start) => [...inner].map((offset) => start + offset));
    expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, index) => index));
  },
);

test('a span says how the lines along an axis lie', () => {
  expect(axisSpan([2, 3, 4], 1)).toEqual({ outer: 2, length: 3, inner: 4 });
  expect(axisSpan([], 0)).toEqual({ outer: 1, length: 1, inner: 1 });
});
