import { describe, expect, it } from 'vitest';
import { emptyDocument } from '../document/document.ts';
import { parseDocument } from '../document/parse.ts';
import { serializeDocument } from '../document/serialize.ts';
import { addNodes, removeNodes, rename, setAttribute, setLabel } from '../graph/edit.ts';
import type { Graph } from '../graph/graph.ts';
import { stream } from '../random/stream.ts';
import { evaluate } from '../run/evaluate.ts';
import { parseLiteral, toLiteral } from '../tensor/parse-literal.ts';
import { insertTemplate } from './insert.ts';
import { findTemplate } from './registry.ts';
import { resizeTemplate } from './resize.ts';
import { canStep, stepTemplate } from './step.ts';

const insert = (name: string, options = {}, graph: Graph = emptyDocument, inputs: readonly string[] = []) =>
  insertTemplate(graph, findTemplate(name)!, options, { inputs });

/** Every parameter with other numbers, as training leaves them. */
function trained(graph: Graph): Graph {
  const next = stream(3, 'trained');
  return graph.nodes.reduce((after, { id, op, attrs }) => {
    if (op !== 'parameter') return after;
    const { shape, data } = parseLiteral(attrs['value'], '');
    return setAttribute(after, id, 'value', toLiteral({ shape, data: data.map(() => next()) }));
  }, graph);
}

const numbers = (graph: Graph, id: string) => graph.nodes.find((node) => node.id === id)?.attrs['value'];
const rows = (graph: Graph, id: string) => numbers(graph, id) as number[][];
const sound = (graph: Graph) => evaluate(graph, { strict: true }).problems.length === 0;

describe('a network', () => {
  const graph = trained(insert('mlp', { layers: [2, 3, 1], outputActivation: 'linear', loss: 'mse_loss' }).graph);

  it('keeps every trained number bit for bit when a layer grows', () => {
    const after = stepTemplate(graph, 'layer1', 'units', 1);
    expect(sound(after)).toBe(true);
    expect(rows(after, 'W1').map((row) => row.slice(0, 3))).toEqual(rows(graph, 'W1'));
    expect(rows(after, 'W1')[0]).toHaveLength(4);
    expect(rows(after, 'W2').slice(0, 3)).toEqual(rows(graph, 'W2'));
    expect(rows(after, 'W2')).toHaveLength(4);
    expect((numbers(after, 'b1') as number[]).slice(0, 3)).toEqual(numbers(graph, 'b1'));
    expect(numbers(after, 'b2')).toEqual(numbers(graph, 'b2'));
    expect(after.nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ id }) => id));
  });

  it('is what it was when a unit is added and taken away again', () => {
    expect(stepTemplate(stepTemplate(graph, 'layer1', 'units', 1), 'layer1', 'units', -1)).toEqual(graph);
  });

  it('puts a new layer before the output, which keeps its name, its weights and its readers', () => {
    const after = stepTemplate(graph, 'mlp', 'layers', 1);
    expect(sound(after)).toBe(true);
    expect(after.groups.find(({ id }) => id === 'mlp')).toMatchObject({
      label: '2-3-3-1',
      template: { layers: [2, 3, 3, 1] },
    });
    expect(rows(after, 'W2')).toEqual(rows(graph, 'W2'));
    expect(after.objective).toBe('L');
    expect(after.nodes.find(({ id }) => id === 'W2')?.label).toBe('W3');
    expect(stepTemplate(after, 'mlp', 'layers', -1)).toEqual(graph);
  });

  it('knows when there is nothing left to take away', () => {
    expect(canStep(graph, 'layer2', 'units', -1)).toBe(false);
    expect(canStep(graph, 'layer2', 'units', 1)).toBe(true);
    const single = stepTemplate(graph, 'mlp', 'layers', -1);
    expect(sound(single)).toBe(true);
    expect(canStep(single, 'mlp', 'layers', -1)).toBe(false);
    expect(stepTemplate(single, 'mlp', 'layers', -1)).toBe(single);
  });

  it('grows the target with its output', () => {
    const after = stepTemplate(graph, 'layer2', 'units', 1);
    expect(numbers(after, 't')).toEqual([[1, 1]]);
    expect(sound(after)).toBe(true);
  });

  it('keeps names, labels, places and frozen parameters that people chose', () => {
    const named = setLabel(setAttribute(rename(graph, 'W1', 'first'), 'first', 'trainable', false), 'z1', 'sum');
    const moved = {
      ...named,
      nodes: named.nodes.map((node) => (node.id === 'm1' ? { ...node, position: { x: 1, y: 2 } } : node)),
    };
    const after = stepTemplate(moved, 'layer1', 'units', 1);
    const node = (id: string) => after.nodes.find((each) => each.id === id);
    expect(node('first')?.attrs).toMatchObject({ trainable: false });
    expect(node('z1')?.label).toBe('sum');
    expect(node('m1')?.position).toEqual({ x: 1, y: 2 });
  });

  it('changes other options as well: another activation, dropout, a loss', () => {
    const after = resizeTemplate(graph, 'mlp', { activation: 'relu', dropout: 0.25, loss: 'l1_loss' });
    expect(sound(after)).toBe(true);
    expect(after.nodes.filter(({ group }) => group === 'layer1').map(({ op }) => op)).toEqual([
      'parameter',
      'matmul',
      'parameter',
      'add',
      'relu',
      'dropout',
    ]);
    expect(after.nodes.find(({ id }) => id === 'L')?.op).toBe('l1_loss');
    expect(rows(after, 'W1')).toEqual(rows(graph, 'W1'));
  });

  it('refuses once gates inside were changed, and says so', () => {
    const cut = removeNodes(graph, ['z1'], 'bridge');
    expect(() => resizeTemplate(cut, 'mlp', { layers: [2, 4, 1] })).toThrow('no longer what its template made');
    const extra = addNodes(graph, [{ id: 'extra', op: 'neg', attrs: {}, inputs: ['z1'], group: 'layer1' }]);
    expect(canStep(extra, 'mlp', 'layers', 1)).toBe(false);
  });

  it('gives a document that reads back', () => {
    const after = { ...emptyDocument, ...stepTemplate(graph, 'mlp', 'layers', 1) };
    expect(parseDocument(serializeDocument(after)).document).toEqual(after);
  });
});

it('a layer wired between others keeps its wires', () => {
  const first = insert('dense', { features: 2, units: 3 });
  const second = insert('dense', { units: 2 }, first.graph, [first.output]);
  const before = trained(insert('dense', { units: 1 }, second.graph, [second.output]).graph);
  expect(sound(before)).toBe(true);
  const after = resizeTemplate(before, second.group, { activation: 'linear' });
  expect(sound(after)).toBe(true);
  expect(after.nodes.filter(({ inputs }) => inputs.includes('a'))).toHaveLength(1);
});

it('a network drops running statistics that no longer fit', () => {
  const { graph } = insert('mlp', { layers: [2, 3, 1], batchNorm: true });
  const running = setAttribute(setAttribute(graph, 'z1', 'running_mean', [1, 2, 3]), 'z1', 'running_var', [1, 1, 1]);
  expect(sound(running)).toBe(true);
  const after = stepTemplate(running, 'layer1', 'units', -1);
  expect(sound(after)).toBe(true);
  expect(stepTemplate(running, 'mlp', 'layers', 1).nodes.find(({ id }) => id === 'z1')?.attrs).toMatchObject({
    running_mean: [1, 2, 3],
  });
});

it('a neuron gains and loses an input with its weight', () => {
  const graph = trained(insert('neuron', { inputs: 2 }).graph);
  const after = stepTemplate(graph, 'neuron', 'units', 1);
  expect(sound(after)).toBe(true);
  expect(after.nodes.map(({ id }) => id)).toContain('x3');
  expect(['w1', 'w2', 'b'].map((id) => numbers(after, id))).toEqual(['w1', 'w2', 'b'].map((id) => numbers(graph, id)));
  expect(
    stepTemplate(after, 'neuron', 'units', -1)
      .nodes.map(({ id }) => id)
      .toSorted(),
  ).toEqual(graph.nodes.map(({ id }) => id).toSorted());
});

it('an autoencoder and a classifier change width', () => {
  const coder = insert('autoencoder', { layers: [4, 3] }).graph;
  expect(sound(resizeTemplate(coder, 'autoencoder', { layers: [4, 3, 2] }))).toBe(true);
  const classifier = insert('softmax-classifier', { classes: 3, features: 2 });
  const wider = stepTemplate(classifier.graph, classifier.group, 'units', 1);
  expect(sound(wider)).toBe(true);
  expect(rows(wider, 'W1')[0]).toHaveLength(4);
});
