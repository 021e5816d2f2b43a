import fc from 'fast-check';
import { expect, test } from 'vitest';
import { build } from '../testing/build.ts';
import { type GoldenGraph, goldenGraphs } from '../testing/golden-graphs.ts';
import { randomGraph } from '../testing/random-graph.ts';
import { evaluate } from './evaluate.ts';
import { fingerprint } from './fingerprint.ts';

test.each(goldenGraphs)('$name gives the same bits on every machine', ({ graph, bits }: GoldenGraph) => {
  const run = evaluate(graph);
  expect(run.problems).toEqual([]);
  expect(fingerprint(run)).toBe(bits);
});

test('one bit more or less changes the fingerprint', () => {
  const of = (value: number) => fingerprint(evaluate(build(`x = input ${value}; L = exp x`)));
  expect(of(1)).toBe(of(1));
  expect(of(1)).not.toBe(of(1 + 2 ** -52));
  expect(fingerprint(evaluate(build('x = input 1; L = neg x')))).not.toBe(
    fingerprint(evaluate(build('x = input 1; y = neg x; L = neg y'))),
  );
});

test('other ids give the same bits', () => {
  fc.assert(
    fc.property(randomGraph(20), fc.infiniteStream(fc.nat()), (graph, draws) => {
      const renamed = new Map(graph.nodes.map(({ id }, index) => [id, `r${draws.next().value}_${index}`]));
      const nodes = graph.nodes.map((node) => ({
        ...node,
        id: renamed.get(node.id)!,
        inputs: node.inputs.map((input) => renamed.get(input!)!),
      }));
      const shuffled = { ...graph, nodes, objective: renamed.get(graph.objective!)! };
      expect(fingerprint(evaluate(shuffled))).toBe(fingerprint(evaluate(graph)));
    }),
  );
});
