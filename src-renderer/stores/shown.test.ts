import { describe, expect, it } from 'vitest';
import { evaluate, type Graph } from '#engine';
import { shownNumbers } from './shown.ts';

/** y = x·x at x = 3; k reaches nothing. */
const graph: Graph = {
  nodes: [
    { id: 'x', op: 'parameter', attrs: { value: 3 }, inputs: [] },
    { id: 'k', op: 'parameter', attrs: { value: 5 }, inputs: [] },
    { id: 'y', op: 'mul', attrs: {}, inputs: ['x', 'x'] },
  ],
  groups: [],
  objective: 'y',
};

const numberOf = (tensor: { readonly data: Float64Array } | null) => tensor?.data[0] ?? null;

describe('the numbers that stand at a stop', () => {
  const result = evaluate(graph);
  const at = (done: number) => shownNumbers(result, done);
  const end = result.trace.events.length;

  it('are none before the first event', () => {
    expect([at(0).value('x'), at(0).grad('x'), at(0).edge('y', 0).contribution]).toEqual([null, null, null]);
  });

  it('come one by one: the total only with its last contribution', () => {
    const first = result.trace.contributedAt[result.edgeIndex('y', 0)!]! + 1;
    expect(
      at(first)
        .branches('x')
        .map(({ contribution }) => numberOf(contribution)),
    ).toEqual([3, null]);
    expect(at(first).grad('x')).toBeNull();
    expect(numberOf(at(end).grad('x'))).toBe(6);
  });

  it('show 0 for a node without influence once backward is over, and a dash before', () => {
    expect(at(end - 1).grad('k')).toBeNull();
    expect(numberOf(at(end).grad('k'))).toBe(0);
  });

  it('have no gradients at all where the objective cannot be computed', () => {
    const broken = evaluate({
      ...graph,
      nodes: graph.nodes.map((node) => (node.id === 'y' ? { ...node, inputs: ['x', null] } : node)),
    });
    const shown = shownNumbers(broken, broken.trace.events.length);
    expect(numberOf(shown.value('x'))).toBe(3);
    expect([shown.grad('x'), shown.grad('k'), shown.edge('y', 0).contribution]).toEqual([null, null, null]);
  });
});
