import { expect, test } from 'vitest';
import { emptyDocument, readTraining } from '#engine';
import { gridOf, leanings, planeOf } from './field.ts';

const settings = (name: string) => readTraining({ dataset: { name }, bindings: { x: 'features', t: 'targets' } });
const node = (id: string, op: string, inputs: readonly string[]) => ({
  id,
  op,
  attrs: {},
  inputs,
  position: { x: 0, y: 0 },
});
const document = {
  ...emptyDocument,
  nodes: [node('z', 'relu', ['x']), node('L', 'binary_cross_entropy_with_logits', ['t', 'z'])],
  objective: 'L',
};

test('the plane of XOR holds its four points with room around them, and names the node that decides', () => {
  const plane = planeOf(document, settings('xor'));
  expect(plane?.points).toHaveLength(4);
  expect(plane?.points.filter(({ positive }) => positive)).toHaveLength(2);
  expect(plane).toMatchObject({ node: 'z', scores: true });
  for (const { x, y } of plane?.points ?? []) {
    expect(plane!.x[0] < x && x < plane!.x[1]).toBe(true);
    expect(plane!.y[0] < y && y < plane!.y[1]).toBe(true);
  }
  const grid = gridOf(plane!, 4);
  expect(grid).toHaveLength(32);
  expect(grid[1]).toBeGreaterThan(grid[31]!);
});

test('data of other than two features and two classes have no plane', () => {
  expect(planeOf(document, settings('iris'))).toBeNull();
  expect(planeOf(document, settings('sine'))).toBeNull();
});

test('scores and probabilities lean the same way', () => {
  expect([...leanings(Float64Array.of(0, 40, -40), 3, true)!]).toEqual([0, 1, -1]);
  expect([...leanings(Float64Array.of(0.5, 1, 0), 3, false)!]).toEqual([0, 1, -1]);
  expect([...leanings(Float64Array.of(0, 1, 1, 0), 2, false)!]).toEqual([1, -1]);
  expect(leanings(Float64Array.of(1, 2, 3), 1, true)).toBeNull();
});
