import { describe, expect, test } from 'vitest';
import { evaluate } from '../run/evaluate.ts';
import { build } from '../testing/build.ts';
import { findPaths } from './paths.ts';

describe('the paths from x to y in y = x·x + 3·x at x = 2', () => {
  const run = evaluate(build('x = input 2; three = constant 3; u = mul x x; v = mul x three; y = add u v'));
  const found = findPaths(run, 'x', 'y')!;
  test('are three, and their products sum to the gradient', () => {
    expect(found.paths.map(({ product }) => product)).toEqual([2, 2, 3]);
    expect(found).toMatchObject({ count: 3, sum: 7 });
    expect(run.grad('x')!.data[0]).toBe(7);
  });
  test('can be narrowed to one slot and to the inside of a gate', () => {
    expect(findPaths(run, 'x', 'y', { through: { target: 'u', slot: 1 } })).toMatchObject({ count: 1, sum: 2 });
    expect(findPaths(run, 'x', 'y', { within: ['v', 'y'] })).toMatchObject({ count: 1, sum: 3 });
  });
  test('are listed up to the limit and summed beyond it', () => {
    expect(findPaths(run, 'x', 'y', { limit: 2 })!.paths).toHaveLength(2);
    expect(findPaths(run, 'x', 'y', { limit: 2 })!.sum).toBe(7);
  });
});

test('a hundred doublings have 2¹⁰⁰ paths, counted without walking them', () => {
  const lines = Array.from({ length: 100 }, (_, index) => `n${index + 1} = add n${index} n${index}`);
  const run = evaluate(build(['n0 = input 1', ...lines].join('\n')));
  const found = findPaths(run, 'n0', 'n100', { limit: 5 })!;
  expect(found.paths).toHaveLength(5);
  expect(found.count).toBe(2 ** 100);
  expect(found.sum).toBe(run.grad('n0')!.data[0]);
});

test('from a node to itself there is the empty path, and from a later node none', () => {
  const run = evaluate(build('x = input 2; y = square x'));
  expect(findPaths(run, 'x', 'x')).toMatchObject({ count: 1, sum: 1, paths: [{ edges: [], product: 1 }] });
  expect(findPaths(run, 'y', 'x')).toMatchObject({ count: 0, sum: 0, paths: [] });
});

test('paths through tensors have no scalar product', () => {
  const run = evaluate(build('x = input [1, 2]; s = sum x; y = square s'));
  expect(findPaths(run, 'x', 'y')).toBeNull();
  expect(findPaths(run, 's', 'y')).toMatchObject({ count: 1, sum: 6 });
  expect(findPaths(run, 'x', 'nobody')).toBeNull();
});

test('a chain of 100 000 gates is one path', () => {
  const lines = Array.from({ length: 100_000 }, (_, index) => `n${index + 1} = neg n${index}`);
  const run = evaluate(build(['n0 = input 1', ...lines].join('\n')));
  expect(findPaths(run, 'n0', 'n100000')).toMatchObject({ count: 1, sum: 1 });
});
