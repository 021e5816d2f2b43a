import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../run/evaluate.ts';
import { adjacencyOf } from './adjacency.ts';
import { orderOf } from './order.ts';
import { RANDOM_GRAPH_OPS, randomGraph } from './random-graph.ts';

const ARITHMETIC = ['add', 'sub', 'mul'];

function depthOf(graph: ReturnType<typeof randomGraph>): number {
  const { source, firstSlot } = adjacencyOf(graph);
  const depth = graph.nodes.map(() => 0);
  for (const node of orderOf(graph).order)
    for (let edge = firstSlot[node]!; edge < firstSlot[node + 1]!; edge++)
      depth[node] = Math.max(depth[node]!, depth[source[edge]!]! + 1);
  return Math.max(...depth);
}

function forksOf(graph: ReturnType<typeof randomGraph>): number {
  const { firstLeaving } = adjacencyOf(graph);
  return graph.nodes.filter((_, node) => firstLeaving[node + 1]! - firstLeaving[node]! > 1).length;
}

describe('a random graph', () => {
  it('has the depth and the forks asked for, and every node reaches the objective', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 0, max: 2 }),
        fc.nat(9999),
        (depth, forks, seed) => {
          const graph = randomGraph({ depth, forks, ops: ARITHMETIC, seed });
          expect(depthOf(graph)).toBe(depth);
          expect(forksOf(graph)).toBe(forks);
          const { problems, layout } = evaluate(graph);
          expect(problems).toEqual([]);
          expect(layout.nodes.every(({ reachesObjective }) => reachesObjective)).toBe(true);
          expect(layout.nodes).toHaveLength(graph.nodes.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has short numbers and no zeros on every node and wire, of sums, differences and products', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const run = evaluate(randomGraph({ depth: 3, forks: 1, ops: ARITHMETIC, seed }));
      const numbers = run.layout.nodes.flatMap(({ id }) => [run.value(id)!.data[0]!, run.grad(id)!.data[0]!]);
      for (const { target, slot } of run.layout.edges)
        numbers.push(run.edge(run.layout.nodes[target]!.id, slot)!.contribution.data[0]!);
      expect(
        numbers.filter((number) => number === 0 || Math.abs(number) > 999),
        `seed ${seed}`,
      ).toEqual([]);
      expect(numbers.every((number) => Number.isInteger(number * 100))).toBe(true);
    }
  });

  it('has finite numbers whatever op it is made of', () => {
    for (const op of RANDOM_GRAPH_OPS)
      for (let seed = 1; seed <= 2; seed++) {
        const run = evaluate(randomGraph({ depth: 3, forks: 0, ops: [op], seed }));
        expect(run.problems).toEqual([]);
        expect(run.kinks).toEqual([]);
        const [grads, values] = [
          run.layout.nodes.map(({ id }) => run.grad(id)!.data[0]!),
          run.layout.nodes.map(({ id }) => run.value(id)!.data[0]!),
        ];
        expect([...grads, ...values].every(Number.isFinite), `${op} ${seed}`).toBe(true);
      }
  });

  it('is the same for the same seed and another for another', () => {
    const options = { depth: 3, forks: 1, ops: ARITHMETIC };
    expect(randomGraph({ ...options, seed: 7 })).toEqual(randomGraph({ ...options, seed: 7 }));
    expect(randomGraph({ ...options, seed: 7 })).not.toEqual(randomGraph({ ...options, seed: 8 }));
  });

  it('refuses depths, forks and ops it has no form for', () => {
    expect(() => randomGraph({ depth: 0, forks: 0, ops: ['add'], seed: 1 })).toThrow('depth from 1 to 8');
    expect(() => randomGraph({ depth: 3, forks: 7, ops: ['add'], seed: 1 })).toThrow('forks from 0 to 6');
    expect(() => randomGraph({ depth: 3, forks: 0, ops: [], seed: 1 })).toThrow('one op at least');
    expect(() => randomGraph({ depth: 3, forks: 0, ops: ['matmul'], seed: 1 })).toThrow('There is no op "matmul"');
  });
});
