import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument } from '../document/document.ts';
import { parseDocument } from '../document/parse.ts';
import { serializeDocument } from '../document/serialize.ts';
import { addNodes, changeNode, removeNodes, rename, setAttribute } from '../graph/edit.ts';
import type { Graph, GraphNode } from '../graph/graph.ts';
import { ops } from '../ops/registry.ts';
import { stream } from '../random/stream.ts';
import { evaluate, objectiveValue } from '../run/evaluate.ts';
import { toLiteral } from '../tensor/parse-literal.ts';
import { sizeOf } from '../tensor/shape.ts';
import { build } from '../testing/build.ts';
import { type ExplodeOptions, explodeToScalars } from './explode.ts';
import { explodedGroup, implode } from './implode.ts';
import { insertTemplate } from './insert.ts';
import { findTemplate, templates } from './registry.ts';
import { scalarRuleOf } from './scalar-rules/registry.ts';

const VIEWS = ['reshape', 'transpose', 'cat', 'slice'];

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));

/** Values of all nodes and gradients of all but views (their elements are their inputs' own gates), and the objective. */
function expectEqual<G extends Graph>(graph: G, options: ExplodeOptions = {}) {
  const exploded = explodeToScalars(graph, options);
  const before = evaluate(graph, { strict: true });
  const after = evaluate(exploded.graph, { strict: true });
  expect(near(objectiveValue(after)!, objectiveValue(before)!)).toBe(true);
  const shared = new Map<string, number>();
  for (const ids of exploded.elements.values()) for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1);
  let compared = 0;
  for (const [id, ids] of exploded.elements) {
    for (const [element, gate] of ids.entries()) {
      const pair = [before.value(id)!.data[element]!, after.value(gate)!.data[0]!] as const;
      if (!near(...pair)) expect.fail(`value of ${id}[${element}]: ${pair.join(' against ')}`);
      const op = graph.nodes.find((node) => node.id === id)!.op;
      if (shared.get(gate)! > 1 && VIEWS.concat('mean', 'sum', 'amax').includes(op)) continue;
      const slopes = [before.grad(id)!.data[element]!, after.grad(gate)!.data[0]!] as const;
      if (shared.get(gate) === 1 && !near(...slopes))
        expect.fail(`gradient of ${id}[${element}]: ${slopes.join(' against ')}`);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(0);
  expect(exploded.graph.nodes.every((node) => sizeOf(after.value(node.id)!.shape) === 1)).toBe(true);
  return exploded;
}

const B1 = build(
  `x = input [[1, -1]]; W1 = parameter [[1, -1], [-2, 1]]; b1 = parameter [1, 0]; m1 = matmul x W1; z1 = add m1 b1; a1 = sigmoid z1
   W2 = parameter [[2, -2], [-1, -1]]; b2 = parameter [0, 0]; m2 = matmul a1 W2; z2 = add m2 b2; a2 = sigmoid z2
   W3 = parameter [[3, -1], [-1, 4]]; b3 = parameter [-2, 2]; m3 = matmul a2 W3; z3 = add m3 b3; a3 = sigmoid z3`,
);

it('takes the 2-2-2-2 network apart into the numbers worked out by hand', () => {
  const { graph, elements } = expectEqual(B1);
  const run = evaluate(graph, { strict: true });
  const numbers = (id: string) => elements.get(id)!.map((gate) => run.value(gate)!.data[0]!);
  expect(numbers('z1')).toEqual([4, -2]);
  expect(numbers('a1').map((each) => each.toFixed(2))).toEqual(['0.98', '0.12']);
  expect(numbers('a2').map((each) => each.toFixed(2))).toEqual(['0.86', '0.11']);
  expect(numbers('a3').map((each) => each.toFixed(2))).toEqual(['0.62', '0.83']);
  expect(elements.get('W1')).toEqual(['W1.1.1', 'W1.1.2', 'W1.2.1', 'W1.2.2']);
  expect(graph.nodes.find(({ id }) => id === 'm1.1')).toMatchObject({ op: 'add', label: 'm1,1' });
});

it('has a rule for every op', () => {
  const without = ops.filter((op) => !op.leaf && !scalarRuleOf(op)).map(({ id }) => id);
  expect(without).toEqual([]);
});

describe.each(ops.filter(({ leaf }) => !leaf))('$id', (op) => {
  const trials = op.testing.shapes.flatMap((shapes) =>
    [{}, ...(op.testing.attrs ?? [])].map((attrs) => ({ shapes, attrs })),
  );

  it.each(trials)('has equal values and gradients as scalars, inputs $shapes, settings $attrs', ({ shapes, attrs }) => {
    const next = stream(11, op.id);
    const leaves = shapes.map((shape, slot): GraphNode => {
      const [low, high] = op.testing.domain[Math.min(slot, op.testing.domain.length - 1)]!;
      const classes = op.testing.classIndices?.[slot];
      const data = Float64Array.from({ length: sizeOf(shape) }, () =>
        classes === undefined ? low + (high - low) * next() : Math.floor(next() * classes),
      );
      return { id: `x${slot}`, op: 'parameter', attrs: { value: toLiteral({ shape, data }) }, inputs: [] };
    });
    const y: GraphNode = { id: 'y', op: op.id, attrs, inputs: leaves.map(({ id }) => id) };
    const w = { id: 'w', op: 'sin', attrs: {}, inputs: ['y'] };
    const graph: Graph = { nodes: [...leaves, y, w], groups: [], objective: 'w' };
    const run = evaluate(graph);
    if (run.problems.length > 0) return expect(() => explodeToScalars(graph)).toThrow(run.problems[0]!.message);
    expectEqual(graph);
    expectEqual(graph, { values: (id) => run.value(id) });
  });
});

it('refuses ops nobody wrote a rule for by name', () => {
  const [first] = ops.filter(({ elementwise, leaf }) => !elementwise && !leaf);
  expect(scalarRuleOf({ ...first!, id: 'unheard_of' })).toBeNull();
});

const tensorGraph = fc
  .record({
    rows: fc.integer({ min: 1, max: 3 }),
    sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }),
    activations: fc.array(fc.constantFrom('tanh', 'relu', 'sigmoid', 'softmax', 'layer_norm', 'square'), {
      minLength: 3,
      maxLength: 3,
    }),
    skip: fc.boolean(),
    ending: fc.constantFrom('mean', 'sum', 'logsumexp', 'sin', 'var', 'amax'),
    seed: fc.nat(1000),
  })
  .map(({ rows, sizes, activations, skip, ending, seed }): Graph => {
    const next = stream(seed, 'graph');
    const tensor = (...shape: number[]) =>
      toLiteral({ shape, data: Float64Array.from({ length: sizeOf(shape) }, () => 2 * next() - 1) });
    const nodes: GraphNode[] = [{ id: 'x', op: 'input', attrs: { value: tensor(rows, sizes[0]!) }, inputs: [] }];
    const add = (id: string, op: string, inputs: string[], attrs = {}) => {
      nodes.push({ id, op, attrs, inputs });
      return id;
    };
    let at = 'x';
    sizes.slice(1).forEach((units, index) => {
      const layer = index + 1;
      add(`W${layer}`, 'parameter', [], { value: tensor(sizes[index]!, units) });
      add(`b${layer}`, 'parameter', [], { value: tensor(units) });
      const m = add(`m${layer}`, 'matmul', [at, `W${layer}`]);
      const z = add(`z${layer}`, 'add', [m, `b${layer}`]);
      const a = add(`a${layer}`, activations[index]!, [z]);
      at = skip ? add(`s${layer}`, 'mul', [a, z]) : a;
    });
    add('L', ending, [at]);
    return { nodes, groups: [], objective: 'L' };
  });

it('keeps values and gradients of random networks to 1e-12, and comes back to the same graph', () => {
  fc.assert(
    fc.property(tensorGraph, (graph) => {
      const run = evaluate(graph);
      // A variance or norm of (nearly) equal numbers magnifies rounding beyond any bound.
      fc.pre(
        run.problems.length === 0 &&
          graph.nodes.every(({ id }) => run.grad(id)!.data.every((each) => Math.abs(each) < 1e3)),
      );
      const { graph: scalars, group } = expectEqual(graph);
      if (group !== null) expect(implode(scalars, group)).toEqual(graph);
    }),
    { numRuns: 60, seed: 7 },
  );
});

describe.each([...templates.values()])('template $id', (template) => {
  const { graph } = insertTemplate(emptyDocument, template);

  it('comes apart into equal numbers, as a document that reads back, and together again', () => {
    const { graph: scalars, group } = expectEqual(graph);
    expect(parseDocument(serializeDocument(scalars)).document).toEqual(scalars);
    if (group === null) return expect(scalars).toBe(graph);
    expect(explodedGroup(scalars)).toBe(group);
    expect(implode(scalars, group)).toEqual(graph);
  });
});

describe('a network in scalars', () => {
  const { graph } = insertTemplate(emptyDocument, findTemplate('mlp')!, {
    layers: [2, 3, 2],
    loss: 'cross_entropy',
    outputActivation: 'softmax',
  });
  const { graph: scalars, group, elements } = explodeToScalars(graph);

  it('has one group a neuron, with its weights, its sum and its activation', () => {
    const neurons = scalars.groups.filter(({ group: layer }) => layer === 'layer1');
    expect(neurons.map(({ label }) => label)).toEqual(['neuron 1', 'neuron 2', 'neuron 3']);
    const members = scalars.nodes.filter((node) => node.group === neurons[1]!.id);
    expect(members.map(({ op }) => op).sort()).toEqual([
      'add',
      'add',
      'mul',
      'mul',
      'parameter',
      'parameter',
      'parameter',
      'tanh',
    ]);
    expect(members.map(({ id }) => id)).toContain('W1.2.2');
  });

  it('stands on the grid, and no gate covers another', () => {
    for (const { position, inputs } of scalars.nodes) {
      expect([position!.x % 8, position!.y % 8]).toEqual([0, 0]);
      const bottom = position!.y + 88 + Math.max(0, inputs.length - 2) * 56 + 24;
      const below = scalars.nodes.filter(
        (other) =>
          other.position !== position &&
          other.position!.x === position!.x &&
          other.position!.y >= position!.y &&
          other.position!.y < bottom,
      );
      expect(below.map(({ id }) => id)).toEqual([]);
    }
  });

  it('gives trained numbers, new names and other readers back to the tensors', () => {
    const [weight] = elements.get('W1')!;
    const trained = rename(setAttribute(scalars, weight!, 'value', 42), weight!, 'mine');
    const read = addNodes(trained, [{ id: 'extra', op: 'neg', attrs: {}, inputs: [scalars.objective!] }]);
    const back = implode(read, group!);
    expect((back.nodes.find(({ id }) => id === 'W1')!.attrs['value'] as number[][])[0]![0]).toBe(42);
    expect(back.nodes.find(({ id }) => id === 'extra')!.inputs).toEqual(['L']);
    expect(evaluate(back, { strict: true }).problems).toEqual([]);
  });

  it('follows an edited class index', () => {
    const [target] = elements.get('t')!;
    const before = setAttribute(graph, 't', 'value', [1]);
    const after = setAttribute(scalars, target!, 'value', 1);
    expect(near(objectiveValue(evaluate(after))!, objectiveValue(evaluate(before))!)).toBe(true);
  });

  it('says when it can no longer be put together', () => {
    const [sum] = elements.get('z1')!;
    expect(() => implode(removeNodes(scalars, [sum!]), group!)).toThrow('no longer what its template made');
    const rewired = changeNode(scalars, sum!, (node) => ({ ...node, inputs: node.inputs.toReversed() }));
    expect(() => implode(rewired, group!)).toThrow('no longer what its template made');
    const single = addNodes(scalars, [{ id: 'extra', op: 'neg', attrs: {}, inputs: [elements.get('a1')![0]!] }]);
    expect(() => implode(single, group!)).toThrow('no longer what its template made');
    const broken = {
      ...scalars,
      groups: scalars.groups.map((each) =>
        each.id === group
          ? { ...each, template: { name: 'scalars', source: { nodes: [null], groups: [], plain: [] } } }
          : each,
      ),
    };
    expect(() => implode(broken, group!)).toThrow('no longer what its template made');
  });
});

it('says how many gates are too many before it makes them', () => {
  const graph = insertTemplate(emptyDocument, findTemplate('dense')!, { features: 200, units: 200 }).graph;
  expect(() => explodeToScalars(graph)).toThrow('at most 20000 are made');
});

it('says what keeps a graph from being computed', () => {
  expect(() => explodeToScalars(build('x = input [1, 2]; y = add x _'))).toThrow('nothing in its slot');
});

it('takes 15 000 gates apart and together in near-linear time', () => {
  const graph = insertTemplate(emptyDocument, findTemplate('mlp')!, { layers: [60, 60, 60, 1] }).graph;
  const { graph: scalars, group } = explodeToScalars(graph);
  expect(scalars.nodes.length).toBeGreaterThan(14_000);
  expect(implode(scalars, group!)).toEqual(graph);
}, 4000);

it('leaves exponentials plain where values are moderate, and safe where they are not', () => {
  const graph = build('x = input [1, 2, 3]; y = softmax x; L = sum y');
  const count = (options?: ExplodeOptions) =>
    explodeToScalars(graph, options).graph.nodes.filter(({ op }) => op === 'maximum').length;
  const run = evaluate(graph);
  expect(count()).toBe(1);
  expect(count({ values: (id) => run.value(id) })).toBe(0);
  expectEqual(build('x = input [1000, 999, -1000]; y = softmax x; L = logsumexp x; E = add y L'));
});
