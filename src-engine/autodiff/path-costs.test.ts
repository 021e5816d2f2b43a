import { expect, test } from 'vitest';
import { evaluate } from '../run/evaluate.ts';
import { build } from '../testing/build.ts';
import { pathCosts } from './path-costs.ts';

test('a chain costs the same in every order', () => {
  const run = evaluate(build('x = input 2; a = neg x; b = exp a; y = square b'));
  expect(pathCosts(run, ['x'], 'y')).toEqual({
    paths: 1,
    byPath: 3,
    forward: { passes: 1, multiplications: 3 },
    reverse: { passes: 1, multiplications: 3 },
  });
});

test('three doublings: eight paths of three wires against six wires', () => {
  const run = evaluate(build('x = input 1; a = add x x; b = add a a; c = add b b'));
  expect(pathCosts(run, ['x'], 'c')).toEqual({
    paths: 8,
    byPath: 24,
    forward: { passes: 1, multiplications: 6 },
    reverse: { passes: 1, multiplications: 6 },
  });
});

test('forward mode passes once for each source, reverse mode once for all', () => {
  const run = evaluate(build('a = input 1; b = input 2; c = input 3; s = add a b; t = mul s c; y = tanh t'));
  const costs = pathCosts(run, ['a', 'b', 'c'], 'y')!;
  expect(costs.paths).toBe(3);
  expect(costs.byPath).toBe(8);
  expect(costs.forward).toEqual({ passes: 3, multiplications: 8 });
  expect(costs.reverse).toEqual({ passes: 1, multiplications: 5 });
});

test('what does not lead to the target costs nothing, and without a source that does there are no costs', () => {
  const run = evaluate(build('x = input 1; z = input 2; y = square x; w = square z'));
  expect(pathCosts(run, ['x', 'z'], 'y')).toMatchObject({ paths: 1, forward: { passes: 1 } });
  expect(pathCosts(run, ['z'], 'y')).toBeNull();
  expect(pathCosts(run, ['nobody'], 'y')).toBeNull();
});
