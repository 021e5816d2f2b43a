import { describe, expect, it } from 'vitest';
import { findOp, type Graph, type GraphNode, place, setCollapsed } from '#engine';
import { createFlowModel } from './flow-model.ts';
import type { FlowModel } from './flow-types.ts';

const NOTHING = { nodes: new Set<string>(), edges: new Set<string>() };

const node = (id: string, op: string, inputs: (string | null)[] = [], more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  op,
  inputs,
  attrs: inputs.length === 0 ? { value: 1 } : {},
  position: { x: 0, y: 0 },
  ...more,
});

const squaredError: Graph = {
  nodes: [
    node('w', 'parameter'),
    node('x', 'input'),
    node('p', 'mul', ['w', 'x']),
    node('one', 'constant'),
    node('d', 'sub', ['p', 'one'], { group: 'g' }),
    node('E', 'square', ['d'], { group: 'g' }),
  ],
  groups: [{ id: 'g', label: 'error', collapsed: true, position: { x: 500, y: 100 } }],
  objective: 'E',
};

const opened = setCollapsed(squaredError, 'g', false);
const byId = (model: FlowModel, id: string) => model.nodes.find((each) => each.id === id);

describe('gates', () => {
  it('put one input at the middle, two at 16 and 72, and grow by 56 for each further one', () => {
    const graph: Graph = { nodes: [node('a', 'input'), node('s', 'add', ['a', 'a', 'a'])], groups: [] };
    const model = createFlowModel(findOp)(graph, NOTHING);
    const sum = byId(model, 's');
    expect(sum).toMatchObject({ width: 120, height: 144 });
    expect(sum?.handles?.filter(({ type }) => type === 'target').map(({ y }) => y + 4.5)).toEqual([16, 72, 128, 144]);
  });

  it('show the inputs an op needs although nothing is connected', () => {
    const graph: Graph = { nodes: [node('p', 'mul', [null, null])], groups: [] };
    const gate = byId(createFlowModel(findOp)(graph, NOTHING), 'p');
    expect(gate?.type === 'gate' && gate.data.filled).toEqual([false, false]);
  });

  it('keep their objects when another gate moves, and their data when they move themselves', () => {
    const toFlow = createFlowModel(findOp);
    const before = toFlow(opened, NOTHING);
    const after = toFlow(place(opened, new Map([['w', { x: 80, y: 0 }]])), NOTHING);
    expect(byId(after, 'x')).toBe(byId(before, 'x'));
    expect(byId(after, 'w')).not.toBe(byId(before, 'w'));
    expect(byId(after, 'w')?.data).toBe(byId(before, 'w')?.data);
    expect(after.edges.every((edge, index) => edge === before.edges[index])).toBe(true);
  });
});

describe('the sum at a fork', () => {
  it('hangs above its gate where another stands right below, and keeps the gate’s object then too', () => {
    const fork: Graph = {
      nodes: [
        node('x', 'input', [], { position: { x: 0, y: 0 } }),
        node('b', 'input', [], { position: { x: 0, y: 112 } }),
        node('y', 'mul', ['x', 'x'], { position: { x: 248, y: 0 } }),
      ],
      groups: [],
    };
    const toFlow = createFlowModel(findOp);
    const tray = (model: FlowModel) => {
      const gate = byId(model, 'x');
      return gate?.type === 'gate' && gate.data.tray;
    };
    const before = toFlow(fork, NOTHING);
    expect(tray(before)).toBe('above');
    const moved = toFlow(place(fork, new Map([['y', { x: 256, y: 0 }]])), NOTHING);
    expect(byId(moved, 'x')).toBe(byId(before, 'x'));
    expect(tray(toFlow(place(fork, new Map([['b', { x: 0, y: 300 }]])), NOTHING))).toBe('below');
  });
});

describe('merged gates', () => {
  it('hide what is inside and have one port for each wire that enters', () => {
    const model = createFlowModel(findOp)(squaredError, NOTHING);
    expect(model.nodes.map(({ id }) => id)).toEqual(['w', 'x', 'p', 'one', 'g']);
    expect(model.edges.map(({ id, target, targetHandle }) => [id, target, targetHandle])).toEqual([
      ['p:0', 'p', 'in:0'],
      ['p:1', 'p', 'in:1'],
      ['d:0', 'g', 'in:0'],
      ['d:1', 'g', 'in:1'],
    ]);
  });

  it('give out what is read outside, or the objective', () => {
    const gate = byId(createFlowModel(findOp)(squaredError, NOTHING), 'g');
    expect(gate?.type === 'gate' && gate.data.gate.kind === 'group' && gate.data.gate.outputs).toEqual(['E']);
  });

  it('are a frame around their gates when open', () => {
    const model = createFlowModel(findOp)(
      place(
        opened,
        new Map([
          ['d', { x: 500, y: 100 }],
          ['E', { x: 748, y: 100 }],
        ]),
      ),
      NOTHING,
    );
    expect(byId(model, 'frame:g')).toMatchObject({ position: { x: 476, y: 44 }, width: 416, height: 168 });
  });

  it('nest: the outermost collapsed one stands for all inside', () => {
    const nested: Graph = {
      ...squaredError,
      groups: [
        { id: 'g', collapsed: true, group: 'outer' },
        { id: 'outer', collapsed: true, position: { x: 0, y: 0 } },
      ],
    };
    const model = createFlowModel(findOp)(nested, NOTHING);
    expect(model.nodes.map(({ id }) => id)).toEqual(['w', 'x', 'p', 'one', 'outer']);
    expect(model.visible.gateOf.get('E')).toBe('outer');
  });

  it('that contain one another are drawn open instead of never ending', () => {
    const cyclic: Graph = {
      ...squaredError,
      groups: [
        { id: 'g', group: 'h' },
        { id: 'h', group: 'g' },
      ],
    };
    expect(createFlowModel(findOp)(cyclic, NOTHING).nodes.filter(({ type }) => type === 'gate')).toHaveLength(6);
  });
});
