import { expect, it } from 'vitest';
import { backArrow, chipAt, largestEntry, wirePath, wireWidth } from './wire-geometry.ts';

it('ends a wire in a flat run of 72 into the input port', () => {
  expect(wirePath({ x: 152, y: 252 }, { x: 280, y: 292 })).toBe('M152 252 C182.8 252 177.2 292 208 292 H280');
});

it('turns back for a target that stands left of its source, and still arrives flat', () => {
  const path = wirePath({ x: 400, y: 100 }, { x: 300, y: 300 });
  expect(path).toMatch(/^M400 100 C\S+ 100 \S+ 300 228 300 H300$/);
});

it('straddles the flat run with the chip, clear of the port', () => {
  expect(chipAt({ x: 280, y: 292 })).toEqual({ x: 212, y: 274 });
});

it('points the arrow of the current step back to the source', () => {
  expect(backArrow({ x: 376, y: 224 })).toBe('M298 224 l9 -6 v12 z');
});

it.each([
  [null, 1.5],
  [0, 1.5],
  [1, 1.88],
  [-1, 1.88],
  [1e-6, 1.5],
  [1e9, 3.5],
  [Number.NaN, 3.5],
  [Number.NEGATIVE_INFINITY, 3.5],
])('draws a contribution of %s %s wide', (contribution, width) => {
  expect(wireWidth(contribution)).toBe(width);
});

it('shows the entry of largest magnitude, and any that is not finite before it', () => {
  expect(largestEntry([1, -5, 2])).toBe(-5);
  expect(largestEntry([1, Number.NaN, 9])).toBeNaN();
  expect(largestEntry([])).toBe(0);
});
