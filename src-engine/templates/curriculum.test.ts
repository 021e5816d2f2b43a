import { describe, expect, it } from 'vitest';
import { emptyDocument } from '../document/document.ts';
import { setAttribute } from '../graph/edit.ts';
import type { Graph } from '../graph/graph.ts';
import { sigmoid } from '../ops/sigmoid.ts';
import { evaluate } from '../run/evaluate.ts';
import { insertTemplate } from './insert.ts';
import { readOptions } from './read-options.ts';
import { findTemplate } from './registry.ts';

const insert = (name: string, options = {}) => insertTemplate(emptyDocument, findTemplate(name)!, options).graph;
const withValues = (graph: Graph, values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).reduce((next, [id, value]) => setAttribute(next, id, 'value', value), graph);
const counts = (layers: readonly number[]) => {
  const mlp = findTemplate('mlp')!;
  return mlp.counts(readOptions(mlp, { layers }));
};
/** σ by the registry's own op. */
const logistic = (x: number) => {
  const graph = withValues(insert('neuron', { inputs: 1, bias: false }), { x1: x, w1: 1 });
  expect(graph.nodes.some(({ op }) => op === sigmoid.id)).toBe(true);
  return evaluate(graph).value('h')!.data[0]!;
};

describe.each([-8, -1.5, -0.2, 0, 0.7, 1, 6])('at %d', (x) => {
  it('the opened sigmoid is σ, and its gates together have the slope σ(1 − σ)', () => {
    const result = evaluate(withValues(insert('opened-sigmoid'), { x }));
    const h = result.value('h')!.data[0]!;
    expect(h).toBeCloseTo(logistic(x), 12);
    expect(Math.abs(result.grad('x')!.data[0]! - h * (1 - h))).toBeLessThan(1e-12);
    expect(Math.abs(result.groupLocal('opened_sigmoid', 'n', 0)!.data[0]! - h * (1 - h))).toBeLessThan(1e-12);
  });

  it('the opened tanh has the slope 1 − tanh², the opened softplus σ', () => {
    const tanh = evaluate(withValues(insert('opened-tanh'), { x }));
    const y = tanh.value('y')!.data[0]!;
    expect(Math.abs(tanh.grad('x')!.data[0]! - (1 - y * y))).toBeLessThan(1e-12);
    const softplus = evaluate(withValues(insert('opened-softplus'), { x }));
    expect(Math.abs(softplus.grad('x')!.data[0]! - logistic(x))).toBeLessThan(1e-12);
  });
});

it.each([
  [0.5, 3, 1],
  [-1.2, 2, 0],
  [0.3, -4, 1],
])('the logistic cost of w = %d, x = %d, y = %d falls by (h − y)·x', (w, x, y) => {
  const result = evaluate(withValues(insert('logistic-cost'), { w, x, y }), { strict: true });
  const h = result.value('h')!.data[0]!;
  expect(h).toBeCloseTo(logistic(w * x), 12);
  expect(Math.abs(result.grad('w')!.data[0]! - (h - y) * x)).toBeLessThan(1e-12);
});

it('a neuron and a perceptron of three inputs weigh, add and bend the same', () => {
  const a = [1, 0.5, -1];
  const w = [0.5, -1, 2];
  const neuron = evaluate(
    withValues(insert('neuron', { inputs: 3 }), { x1: a[0], x2: a[1], x3: a[2], w1: w[0], w2: w[1], w3: w[2], b: 1 }),
  );
  const perceptron = evaluate(
    withValues(insert('perceptron', { features: 3, loss: 'none' }), { x: [a], W: w.map((each) => [each]), b: [1] }),
  );
  const h = neuron.value('h')!.data[0]!;
  expect(neuron.value('z')!.data[0]).toBe(-1);
  expect(perceptron.value('a')!.data[0]).toBeCloseTo(h, 14);
  for (const [index, each] of a.entries()) {
    const slope = neuron.grad(`w${index + 1}`)!.data[0]!;
    expect(slope).toBeCloseTo(h * (1 - h) * each, 14);
    expect(perceptron.grad('W')!.data[index]).toBeCloseTo(slope, 14);
  }
});

it('the 2-2-2-2 sigmoid network gives the numbers worked out by hand', () => {
  const graph = withValues(insert('mlp', { layers: [2, 2, 2, 2], activation: 'sigmoid', loss: 'none' }), {
    W1: [
      [1, -1],
      [-2, 1],
    ],
    b1: [1, 0],
    W2: [
      [2, -2],
      [-1, -1],
    ],
    b2: [0, 0],
    W3: [
      [3, -1],
      [-1, 4],
    ],
    b3: [-2, 2],
  });
  const run = (x: readonly number[]) => evaluate(withValues(graph, { x: [x] }), { strict: true });
  const rounded = (result: ReturnType<typeof run>, id: string) =>
    [...result.value(id)!.data].map((each) => each.toFixed(2));
  const first = run([1, -1]);
  expect([...first.value('z1')!.data]).toEqual([4, -2]);
  expect(rounded(first, 'a1')).toEqual(['0.98', '0.12']);
  expect(rounded(first, 'a2')).toEqual(['0.86', '0.11']);
  expect(rounded(first, 'a3')).toEqual(['0.62', '0.83']);
  expect(rounded(run([0, 0]), 'a3')).toEqual(['0.51', '0.85']);
});

it('connections and parameters are counted from the sizes', () => {
  expect(counts([25, 16, 16, 9, 9]).connections).toBe(881);
  expect(counts([784, 512, 512, 10]).parameters).toBe(669_706);
  expect(counts([784, 512, 256, 10]).parameters).toBe(535_818);
  expect(counts([784, 256, 128, 10]).parameters).toBe(235_146);
  expect(() => counts([784, 60_000, 60_000, 10])).toThrow('parameters');
});

it('biases are kept from regularization, weights are not', () => {
  const { nodes } = insert('mlp', { batchNorm: true });
  const decaying = nodes.filter(({ op, attrs }) => op === 'parameter' && attrs['decay'] !== false).map(({ id }) => id);
  expect(decaying).toEqual(['W1', 'W2']);
});

it('opened softmax and batch norm are what the merged ops compute', () => {
  const z = [1, -2, 0.5];
  const shares = evaluate(withValues(insert('opened-softmax'), { z: [z] })).value('p')!.data;
  expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 14);
  const opened = evaluate(insert('opened-batch-norm'));
  const merged = evaluate({
    ...emptyDocument,
    nodes: [insert('opened-batch-norm').nodes[0]!, { id: 'y', op: 'batch_norm', attrs: {}, inputs: ['x'] }],
  });
  for (const [index, value] of merged.value('y')!.data.entries())
    expect(opened.value('y')!.data[index]).toBeCloseTo(value, 12);
});
