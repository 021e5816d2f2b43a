import { describe, expect, test } from 'vitest';
import type { Graph } from '../graph/graph.ts';
import { build } from '../testing/build.ts';
import { smallOps } from '../testing/small-ops.ts';
import { evaluate, objectiveValue } from './evaluate.ts';
import type { RunResult } from './result.ts';

const run = (graph: Graph, options = {}) => evaluate(graph, { table: smallOps, ...options });
const number = (result: RunResult, id: string, part: 'value' | 'grad') => result[part](id)?.data[0];
const edge = (result: RunResult, target: string, slot: number) => {
  const numbers = result.edge(target, slot);
  return (
    numbers &&
    [numbers.value, numbers.local, numbers.upstream, numbers.contribution, numbers.accumulated].map(
      (each) => each?.data[0],
    )
  );
};

describe('the squared error of w·x at w = 3', () => {
  const result = run(
    build('w = parameter 3; x = input 1; p = mul w x; one = constant 1; d = sub p one; E = square d', {
      groups: { g1: ['d', 'E'] },
    }),
  );
  test('is 4 with slope 4', () => {
    expect(result.problems).toEqual([]);
    expect(result.objective).toBe('E');
    expect(objectiveValue(result)).toBe(4);
    expect(number(result, 'w', 'grad')).toBe(4);
  });
  test('has the five numbers on every wire', () => {
    expect(edge(result, 'p', 0)).toEqual([3, 1, 4, 4, 4]);
    expect(edge(result, 'p', 1)).toEqual([1, 3, 4, 12, 12]);
    expect(edge(result, 'd', 0)).toEqual([3, 1, 4, 4, 4]);
    expect(edge(result, 'd', 1)).toEqual([1, -1, 4, -4, -4]);
    expect(edge(result, 'E', 0)).toEqual([2, 4, 1, 4, 4]);
  });
  test('gives the merged gate the product of what it hides', () => {
    expect(result.groupLocal('g1', 'd', 0)?.data[0]).toBe(4);
    expect(result.groupLocal('g1', 'd', 1)?.data[0]).toBe(-4);
  });
});

test('x·x shows two edges and sums 3 + 3 = 6', () => {
  const result = run(build('x = input 3; y = mul x x'));
  expect(edge(result, 'y', 0)?.[3]).toBe(3);
  expect(edge(result, 'y', 1)?.[3]).toBe(3);
  expect(number(result, 'x', 'grad')).toBe(6);
  expect(result.branches('x')).toHaveLength(2);
});

test('x − x shows 1 + (−1) = 0', () => {
  const result = run(build('x = input 3; y = sub x x'));
  expect([edge(result, 'y', 0)?.[3], edge(result, 'y', 1)?.[3], number(result, 'x', 'grad')]).toEqual([1, -1, 0]);
});
