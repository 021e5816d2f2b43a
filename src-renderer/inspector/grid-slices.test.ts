import { expect, it } from 'vitest';
import { gridOf, indexOf } from './grid-slices.ts';

const counting = (...shape: number[]) => ({
  shape,
  data: Float64Array.from({ length: shape.reduce((size, axis) => size * axis, 1) }, (_, index) => index),
});
const values = (grid: ReturnType<typeof gridOf>) =>
  grid.slices.map(({ rows }) => rows.map((row) => row.map(({ value }) => value)));

it('lays a vector in one row and a matrix in its rows', () => {
  expect(values(gridOf(counting(3), 8, 8))).toEqual([[[0, 1, 2]]]);
  expect(values(gridOf(counting(2, 2), 8, 8))).toEqual([
    [
      [0, 1],
      [2, 3],
    ],
  ]);
});

it('shows more axes as one matrix for each leading index', () => {
  const grid = gridOf(counting(2, 2, 2), 8, 8);
  expect(grid.slices.map(({ index }) => index)).toEqual([[0], [1]]);
  expect(values(grid)[1]).toEqual([
    [4, 5],
    [6, 7],
  ]);
});

it('stops at its limits and says how much it shows', () => {
  const grid = gridOf(counting(4, 5), 2, 3);
  expect(values(grid)).toEqual([
    [
      [0, 1, 2],
      [5, 6, 7],
    ],
  ]);
  expect(grid.shown).toBe(6);
});

it('splits a flat index over the axes', () => {
  expect(indexOf(5, [2, 3])).toEqual([1, 2]);
  expect(indexOf(0, [])).toEqual([]);
});
