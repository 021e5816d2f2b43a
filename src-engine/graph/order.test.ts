import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { build } from '../testing/build.ts';
import { randomGraph } from '../testing/random-graph.ts';
import type { Graph } from './graph.ts';
import { orderOf, wouldCreateCycle } from './order.ts';

const ids = (graph: Graph, indices: readonly number[]) => indices.map((index) => graph.nodes[index]!.id).join(' ');

describe('the order', () => {
  test('of a sorted document is the document’s', () => {
    const graph = build('b = input 1; a = input 2; c = add b a; d = neg c');
    expect(ids(graph, orderOf(graph).order)).toBe('b a c d');
  });

  test('puts sources first and keeps document order among those that are free', () => {
    const graph = build('y = add u v; v = neg x; u = neg x; x = input 1; z = neg x');
    expect(ids(graph, orderOf(graph).order)).toBe('x v u y z');
  });

  test('is a permutation that respects every wire, whatever the document order', () => {
    fc.assert(
      fc.property(randomGraph(), fc.infiniteStream(fc.nat()), (graph, draws) => {
        const nodes = graph.nodes
          .map((node) => ({ node, key: draws.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ node }) => node);
        const { order, cycles } = orderOf({ ...graph, nodes });
        expect(cycles).toEqual([]);
        expect([...order].sort((a, b) => a - b)).toEqual(nodes.map((_, index) => index));
        const at = new Map(order.map((index, place) => [nodes[index]!.id, place]));
        for (const { id, inputs } of nodes)
          for (const input of inputs) if (input !== null) expect(at.get(input)!).toBeLessThan(at.get(id)!);
      }),
    );
  });
});

describe('a cycle', () => {
  test('comes back as its nodes along the wires, the shortest of its knot', () => {
    const graph = build('x = input 1; a = add x c; b = neg a; c = neg b; d = add c d2; d2 = neg d; e = neg d');
    const { order, cycles } = orderOf(graph);
    expect(ids(graph, order)).toBe('x');
    expect(cycles.map((cycle) => ids(graph, cycle))).toEqual(['a b c', 'd d2']);
  });

  test('of one node is that node', () => {
    const graph = build('a = neg a');
    expect(orderOf(graph).cycles).toEqual([[0]]);
  });

  test('of 100 000 nodes is found without recursion', () => {
    const length = 100_000;
    const lines = Array.from({ length }, (_, index) => `n${index} = neg n${(index + length - 1) % length}`);
    const { cycles } = orderOf(build(lines.join('\n')));
    expect(cycles).toHaveLength(1);
    expect(cycles[0]).toHaveLength(length);
  });
});

describe('a wire that would close a cycle', () => {
  const graph = build('x = input 1; a = neg x; b = neg a; c = add b x; d = neg x');
  test('names the nodes from its target to its source', () => {
    expect(wouldCreateCycle(graph, 'c', 'a')).toEqual(['a', 'b', 'c']);
    expect(wouldCreateCycle(graph, 'a', 'a')).toEqual(['a']);
  });
  test('is told from one that closes none', () => {
    expect(wouldCreateCycle(graph, 'd', 'c')).toBeNull();
    expect(wouldCreateCycle(graph, 'x', 'c')).toBeNull();
    expect(wouldCreateCycle(graph, 'nobody', 'a')).toBeNull();
  });
  test('agrees with the order of the graph that has it', () => {
    fc.assert(
      fc.property(randomGraph(), fc.nat(), fc.nat(), (random, one, other) => {
        const source = random.nodes[one % random.nodes.length]!.id;
        const target = random.nodes[other % random.nodes.length]!;
        const wired = {
          ...random,
          nodes: random.nodes.map((node) => (node === target ? { ...node, inputs: [...node.inputs, source] } : node)),
        };
        expect(wouldCreateCycle(random, source, target.id) !== null).toBe(orderOf(wired).cycles.length > 0);
      }),
    );
  });
});
