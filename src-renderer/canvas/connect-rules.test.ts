import { expect, it } from 'vitest';
import type { Graph, GraphNode, Shape } from '#engine';
import { shapeProblem } from '../commands/shape-problem.ts';
import { refusalOf, wireEnds } from './connect-rules.ts';
import { visibleGraph } from './visible-graph.ts';

const node = (id: string, op: string, inputs: (string | null)[] = [], group?: string): GraphNode => ({
  id,
  op,
  inputs,
  attrs: {},
  ...(group === undefined ? {} : { group }),
});
const chain: Graph = {
  nodes: [node('x', 'input'), node('a', 'exp', ['x']), node('b', 'log', ['a']), node('s', 'add', ['a', 'b'])],
  groups: [],
};
const noShapes = () => null;

it('refuses a wire that closes a cycle and names its nodes in order', () => {
  const refusal = refusalOf(chain, { source: 's', to: { target: 'a', slot: 0 } }, noShapes);
  expect(refusal).toEqual({ why: 'cycle', nodes: ['a', 's'] });
});

it('refuses a node that would read itself', () => {
  expect(refusalOf(chain, { source: 's', to: { target: 's', slot: 2 } }, noShapes)?.why).toBe('self');
});

it('accepts a slot that is taken: its wire gives way', () => {
  expect(refusalOf(chain, { source: 'x', to: { target: 'b', slot: 0 } }, noShapes)).toBeNull();
});

it('refuses shapes that do not fit, with the op’s own words', () => {
  const graph: Graph = {
    nodes: [node('u', 'input'), node('v', 'input'), node('s', 'add', ['u', null])],
    groups: [],
  };
  const shapes: Readonly<Record<string, Shape>> = { u: [2, 3], v: [4] };
  const problem = shapeProblem(graph, { source: 'v', to: { target: 's', slot: 1 } }, (id) => shapes[id]);
  expect(problem?.message).toContain('[2, 3]');
  expect(problem?.message).toContain('[4]');
});

it('lets a plain number go anywhere, since it is often a placeholder', () => {
  const graph: Graph = {
    nodes: [node('u', 'input'), node('v', 'input'), node('m', 'matmul', ['u', null])],
    groups: [],
  };
  const shapes: Readonly<Record<string, Shape>> = { u: [2, 3], v: [] };
  expect(shapeProblem(graph, { source: 'v', to: { target: 'm', slot: 1 } }, (id) => shapes[id])).toBeNull();
});

it('reads the ports of a merged gate as the slots inside', () => {
  const merged: Graph = {
    nodes: [node('x', 'input'), node('a', 'exp', ['x'], 'g'), node('b', 'log', ['a'], 'g'), node('c', 'sin', ['b'])],
    groups: [{ id: 'g', collapsed: true }],
  };
  const visible = visibleGraph(merged);
  expect(wireEnds({ source: 'x', sourceHandle: 'out:0', target: 'g', targetHandle: 'in:0' }, visible)).toEqual({
    source: 'x',
    to: { target: 'a', slot: 0 },
  });
  expect(wireEnds({ source: 'g', sourceHandle: 'out:0', target: 'c', targetHandle: 'in:0' }, visible)?.source).toBe(
    'b',
  );
});

it('adds a slot where a wire ends at the growing port', () => {
  const visible = visibleGraph(chain);
  expect(wireEnds({ source: 'x', sourceHandle: 'out:0', target: 's', targetHandle: 'grow' }, visible)?.to).toEqual({
    target: 's',
    slot: 2,
  });
});
