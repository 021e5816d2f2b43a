import { expect, test } from 'vitest';
import { align } from './guides.ts';

const box = (x: number, y: number, width = 120, height = 88) => ({ x, y, width, height });

test('a box within reach comes into line with another left edge, and a line shows it through both', () => {
  const { dx, dy, snappedX, snappedY, guides } = align(box(104, 200), [box(100, 0)], 6);
  expect([dx, dy, snappedX, snappedY]).toEqual([-4, 0, true, false]);
  expect(guides).toContainEqual({ axis: 'x', at: 100, from: 0, to: 288, kind: 'edge' });
});

test('centres of boxes of unlike width come into line', () => {
  const { dx } = align(box(113, 200, 100), [box(100, 0, 120)], 6);
  expect(dx).toBe(-3);
});

test('out of reach nothing moves and nothing is drawn', () => {
  expect(align(box(110, 200), [box(100, 0)], 6)).toEqual({
    dx: 0,
    dy: 0,
    snappedX: false,
    snappedY: false,
    guides: [],
  });
});

test('the nearest of several edges wins', () => {
  expect(align(box(103, 200), [box(100, 0), box(104, 400)], 6).dx).toBe(1);
});

test('between two boxes of a row the gaps become equal, and both are marked', () => {
  const { dx, guides } = align(box(297, 10, 120), [box(0, 0), box(600, 0)], 6);
  expect(dx).toBe(3);
  expect(guides.filter(({ kind }) => kind === 'gap').map(({ from, to }) => to - from)).toEqual([180, 180]);
});

test('after two boxes of a row the gap between them is repeated', () => {
  const { dx, guides } = align(box(422, 10), [box(0, 0), box(210, 0)], 6);
  expect(dx).toBe(-2);
  expect(guides.filter(({ kind }) => kind === 'gap')).toHaveLength(2);
});

test('boxes of another row count for no gap', () => {
  expect(align(box(297, 500), [box(0, 0), box(600, 0)], 6).snappedX).toBe(false);
});
