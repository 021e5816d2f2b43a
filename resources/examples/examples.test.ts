import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type ChainruleDocument,
  checkAtOnce,
  countGraph,
  createSession,
  evaluate,
  graphProblems,
  mergeIntoGroup,
  opTable,
  parseDocument,
  serializeDocument,
  setAttribute,
  stream,
} from '#engine';
import { examples } from './catalog.ts';
import { trainingAssertions } from './training-assertions.ts';

const text = (id: string) => readFileSync(new URL(`${id}.chainrule.json`, import.meta.url), 'utf8');
const read = (id: string): ChainruleDocument => {
  const { document, problems } = parseDocument(text(id));
  if (!document) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return document;
};
/** Numbers of a run, by name. */
const numbers = (document: ChainruleDocument) => {
  const result = evaluate(document, { table: opTable, strict: true });
  const list = (tensor: { readonly data: Float64Array } | null) => Array.from(tensor!.data);
  return {
    result,
    value: (id: string) => list(result.value(id))[0]!,
    values: (id: string) => list(result.value(id)),
    grad: (id: string) => list(result.grad(id))[0]!,
    grads: (id: string) => list(result.grad(id)),
    local: (target: string, slot = 0) => list(result.edge(target, slot)!.local)[0]!,
    contribution: (target: string, slot = 0) => list(result.edge(target, slot)!.contribution),
    groupLocal: (group: string, target: string, slot = 0) => list(result.groupLocal(group, target, slot))[0]!,
  };
};
const run = (id: string) => numbers(read(id));
const set = (id: string, values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).reduce((document, [node, value]) => setAttribute(document, node, 'value', value), read(id));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const close = (found: readonly number[], expected: readonly number[], digits = 12) => {
  expect(found).toHaveLength(expected.length);
  for (const [index, each] of expected.entries()) expect(found[index]).toBeCloseTo(each, digits);
};

/** One entry for each example: the numbers that must come out. */
const assertions: Readonly<Record<string, () => void>> = {
  ...trainingAssertions(read),
  'a1-squared-error'() {
    const { value, grad, local } = run('a1-squared-error');
    expect([value('E'), grad('w'), grad('x')]).toEqual([4, 4, 12]);
    expect(local('p', 0) * local('d', 0) * local('E')).toBe(4);
    for (const w of [-1, 0, 1, 2.5]) expect(numbers(set('a1-squared-error', { w })).grad('w')).toBe(2 * (w - 1));
    expect(read('a1-squared-error').nodes.map(({ id, position }) => [id, position!.x, position!.y])).toEqual([
      ['w', 32, 208],
      ['x', 32, 344],
      ['p', 280, 276],
      ['one', 280, 448],
      ['d', 528, 304],
      ['E', 776, 304],
    ]);
  },
  'a2-merged-gates'() {
    const document = read('a2-merged-gates');
    const { groupLocal, local } = numbers(document);
    expect(groupLocal('miss', 'd', 0)).toBe(local('d', 0) * local('E'));
    expect(groupLocal('miss', 'd', 0)).toBe(4);
    expect(groupLocal('miss', 'd', 1)).toBe(-4);
    // Step by step until one gate is left: its local gradient is that of the whole.
    const wider = mergeIntoGroup(document, { id: 'all' }, ['p', 'one', 'd', 'E']);
    const whole = numbers(wider);
    expect([whole.groupLocal('all', 'p', 0), whole.groupLocal('all', 'p', 1)]).toEqual([4, 12]);
  },
  'a3-logistic-cost'() {
    for (const [w, x, y] of [
      [0.5, 3, 1],
      [0.5, 3, 0],
      [-2, 1.5, 1],
      [1, -0.25, 0],
    ] as const) {
      const h = sigmoid(w * x);
      const { value, grad } = numbers(set('a3-logistic-cost', { w, x, y }));
      expect(value('h')).toBeCloseTo(h, 14);
      expect(value('E')).toBeCloseTo(-y * Math.log(h) - (1 - y) * Math.log(1 - h), 12);
      expect(grad('w')).toBeCloseTo((h - y) * x, 12);
    }
  },
  'a3-logistic-cost-merged'() {
    for (const [w, x, y] of [
      [0.5, 3, 1],
      [-2, 1.5, 0],
    ] as const) {
      const { groupLocal, grad } = numbers(set('a3-logistic-cost-merged', { w, x, y }));
      expect(groupLocal('cost', 'z', 0)).toBeCloseTo((sigmoid(w * x) - y) * x, 12);
      expect(grad('w')).toBe(groupLocal('cost', 'z', 0));
    }
  },
  'a4-opened-sigmoid'() {
    for (const x of [1, 0, -3, 5]) {
      const h = sigmoid(x);
      const { value, groupLocal } = numbers(set('a4-opened-sigmoid', { x }));
      expect(value('h')).toBeCloseTo(h, 14);
      expect(groupLocal('sigmoid', 'n')).toBeCloseTo(h * (1 - h), 14);
    }
  },
  'a5-perceptron'() {
    const { value, grad } = run('a5-perceptron');
    expect(value('z')).toBe(-1);
    const slope = sigmoid(-1) * (1 - sigmoid(-1));
    close([grad('w1'), grad('w2'), grad('w3'), grad('b'), grad('a3')], [slope, slope * 0.5, -slope, slope, slope * 2]);
    const activated = (op: string) => {
      const document = read('a5-perceptron');
      return numbers({ ...document, nodes: document.nodes.map((node) => (node.id === 'h' ? { ...node, op } : node)) });
    };
    expect(activated('relu').grad('w3')).toBeCloseTo(0, 15);
    expect(activated('tanh').grad('b')).toBeCloseTo(1 - Math.tanh(-1) ** 2, 14);
    expect(activated('leaky_relu').grad('b')).toBe(0.01);
  },
  'a6-three-layers'() {
    const { value, grad, local } = run('a6-three-layers');
    const a1 = sigmoid(2);
    const a2 = sigmoid(-a1);
    const a3 = sigmoid(1.5 * a2);
    expect(value('E')).toBeCloseTo((a3 - 1) ** 2, 14);
    const expected = 2 * (a3 - 1) * a3 * (1 - a3) * 1.5 * a2 * (1 - a2) * -1 * a1 * (1 - a1);
    expect(grad('w1')).toBeCloseTo(expected, 14);
    const gates = [local('z1', 1), local('a1'), local('z2', 0), local('a2'), local('z3', 0), local('a3')];
    expect(gates.reduce((product, each) => product * each, 2 * (a3 - 1))).toBeCloseTo(expected, 14);
  },
  'a7-ten-layers-sigmoid'() {
    const { grad } = run('a7-ten-layers-sigmoid');
    expect(grad('w1')).toBeCloseTo(2.785e-7, 10);
    expect(grad('w10')).toBeCloseTo(0.1481, 4);
    expect(grad('w1') / grad('w10')).toBeCloseTo(1.88e-6, 8);
  },
  'a7-ten-layers-relu'() {
    const { grad } = run('a7-ten-layers-relu');
    expect(grad('w1')).toBe(grad('w10'));
    expect(grad('w1')).toBe(1);
  },
  'a8-four-steps'() {
    const document = read('a8-four-steps');
    const { value, grad, result } = numbers(document);
    const h1 = sigmoid(0.4 * 1 - 0.6 * 0.5 + 0.1);
    const h2 = sigmoid(0.7 * 1 + 0.2 * 0.5 - 0.3);
    const y = sigmoid(0.8 * h1 - 0.5 * h2 + 0.2);
    const delta = 2 * (y - 1) * y * (1 - y);
    expect(value('y')).toBeCloseTo(y, 14);
    close([grad('v1'), grad('v2'), grad('c')], [delta * h1, delta * h2, delta]);
    close([grad('w11'), grad('w22')], [delta * 0.8 * h1 * (1 - h1), delta * -0.5 * h2 * (1 - h2) * 0.5]);
    // Feed forward, then the output layer before the hidden one, then a step that lowers the error.
    const phases = result.trace.events.map(({ phase }) => phase);
    expect([...new Set(phases)]).toEqual(['forward', 'loss', 'backward']);
    const when = (id: string) => result.trace.totalAt[result.nodeIndex(id)!]!;
    expect(when('v1')).toBeLessThan(when('w11'));
    const { learningRate } = document.training!['optimizer'] as { readonly learningRate: number };
    const stepped = document.nodes.reduce(
      (graph, { id, op }) =>
        op === 'parameter' ? setAttribute(graph, id, 'value', value(id) - learningRate * grad(id)) : graph,
      document,
    );
    expect(numbers(stepped).value('E')).toBeLessThan(value('E'));
  },
  'a9-three-branches'() {
    const { value, grad, contribution } = run('a9-three-branches');
    expect([value('y'), grad('x')]).toEqual([10, 7]);
    expect([contribution('u', 0), contribution('u', 1), contribution('v', 0)]).toEqual([[2], [2], [3]]);
  },
  'a9-shared-weight'() {
    const document = read('a9-shared-weight');
    const { grad, contribution } = numbers(document);
    expect(grad('w')).toBeCloseTo(contribution('z1', 0)[0]! + contribution('z2', 0)[0]!, 14);
    expect(grad('x')).toBeCloseTo(contribution('z1', 1)[0]! + contribution('s', 1)[0]!, 14);
    const nodes = document.nodes.map((node) => (node.id === 'z1' ? { ...node, inputs: ['w', 'a2'] } : node));
    const [problem] = parseDocument(serializeDocument({ ...document, nodes })).problems!;
    expect(problem!.message).toBe('These nodes form a cycle: z1 → a1 → z2 → a2 → z1.');
  },
  'a10-errors'() {
    const { value, grads, contribution } = run('a10-errors');
    const e = [1, -0.5, 0.5, 2];
    expect([value('sae'), value('mae'), value('sse'), value('mse')]).toEqual([4, 1, 5.5, 1.375]);
    expect(value('rmse')).toBeCloseTo(Math.sqrt(1.375), 14);
    expect(contribution('sae')).toEqual([1, -1, 1, 1]);
    expect(contribution('mae')).toEqual([0.25, -0.25, 0.25, 0.25]);
    expect(contribution('sse')).toEqual(e.map((each) => 2 * each));
    const root = Math.sqrt(1.375);
    close(
      contribution('mse'),
      e.map((each) => (each / 2) * (1 + 0.5 / root)),
    );
    close(
      grads('y'),
      e.map((each) => 1.25 * Math.sign(each) + 2 * each + (each / 2) * (1 + 0.5 / root)),
    );
  },
  'a10-cross-entropy'() {
    const { value, values, contribution } = run('a10-cross-entropy');
    const p = values('p');
    const t = [1, 0, 0, 0, 0, 1];
    expect(value('hand')).toBeCloseTo(-(Math.log(p[0]!) + Math.log(p[5]!)) / 2, 14);
    expect(value('gate')).toBeCloseTo(value('hand'), 14);
    const expected = p.map((each, index) => (each - t[index]!) / 2);
    close(contribution('p'), expected);
    close(contribution('gate'), expected);
  },
  'a10-binary-cross-entropy'() {
    const { value, values, contribution } = run('a10-binary-cross-entropy');
    const p = values('p');
    const t = [1, 0, 0];
    const samples = p.map((each, index) => -Math.log(t[index] === 1 ? each : 1 - each));
    expect(value('bce')).toBeCloseTo(samples[0]! + samples[1]! + samples[2]!, 14);
    expect(value('logits')).toBeCloseTo(value('bce'), 14);
    close(
      contribution('p'),
      p.map((each, index) => each - t[index]!),
    );
    close(
      contribution('logits'),
      p.map((each, index) => each - t[index]!),
    );
  },
  'a11-softmax'() {
    const { values, value, grads } = run('a11-softmax');
    const raised = [2, 1, 0.1].map(Math.exp);
    const total = raised[0]! + raised[1]! + raised[2]!;
    close(values('e'), raised);
    close(
      values('p'),
      raised.map((each) => each / total),
    );
    expect(values('p').reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 14);
    expect(value('E')).toBeCloseTo(-Math.log(raised[0]! / total), 14);
    close(
      grads('z'),
      raised.map((each, index) => each / total - (index === 0 ? 1 : 0)),
    );
  },
  'a12-curves'() {
    for (const [y, x] of [
      [0.25, 0.5],
      [0.9, -2],
    ] as const) {
      const { value, local, grad } = numbers(set('a12-curves', { y, x }));
      close([value('f1'), value('f2'), value('s')], [-Math.log(y), -Math.log(1 - y), sigmoid(x)]);
      close([value('r'), value('l')], x > 0 ? [x, x] : [0, 0.1 * x]);
      close([local('s'), local('r'), local('l')], [sigmoid(x) * sigmoid(-x), x > 0 ? 1 : 0, x > 0 ? 1 : 0.1]);
      expect(grad('y')).toBeCloseTo(-1 / y + 1 / (1 - y), 12);
    }
  },
  'b1-two-two-two-two'() {
    const { values } = run('b1-two-two-two-two');
    const rounded = (id: string) => values(id).map((each) => Number(each.toFixed(2)));
    expect(values('z1')).toEqual([4, -2]);
    expect([rounded('a1'), rounded('a2'), rounded('a3')]).toEqual([
      [0.98, 0.12],
      [0.86, 0.11],
      [0.62, 0.83],
    ]);
    const [top, bottom] = values('z2'); // 1.84 and −2.08 when worked from the rounded values
    expect(Math.abs(top! - 1.84)).toBeLessThan(0.01);
    expect(Math.abs(bottom! + 2.08)).toBeLessThan(0.01);
    const { values: zero } = numbers(set('b1-two-two-two-two', { x: [0, 0] }));
    expect(zero('a3').map((each) => Number(each.toFixed(2)))).toEqual([0.51, 0.85]);
  },
  'b2-relu-table'() {
    const { values } = run('b2-relu-table');
    expect(values('r')).toEqual([0, 0, 0, 0, 1, 5, 10, 20, 100]);
    close(values('l'), [-0.1, -0.05, -0.005, 0, 1, 5, 10, 20, 100]);
  },
  'b3-fully-connected'() {
    const document = read('b3-fully-connected');
    expect(countGraph(document).connections).toBe(881);
    expect(document.groups.map(({ template }) => template!['units'])).toEqual([16, 16, 9, 9]);
    const { values } = numbers(document);
    expect(values('a4')).toHaveLength(9);
    for (const each of values('a4')) expect(each > 0 && each < 1).toBe(true);
  },
  'b4-parameter-counts'() {
    const document = read('b4-parameter-counts');
    expect(countGraph(document).parameters).toBe(235_146);
    for (const [r, k, count] of [
      [512, 512, 669_706],
      [512, 256, 535_818],
      [256, 128, 235_146],
    ] as const) {
      const sizes = [784, r, k, 10];
      const zeros = (shape: number[]) => ({ shape, data: new Array(shape.reduce((a, b) => a * b, 1)).fill(0) });
      const shapes = new Map(
        [1, 2, 3].flatMap((layer) => [
          [`W${layer}`, [sizes[layer - 1]!, sizes[layer]!]],
          [`b${layer}`, [sizes[layer]!]],
        ]),
      );
      const resized = document.nodes.map((node) =>
        shapes.has(node.id) ? { ...node, attrs: { value: zeros(shapes.get(node.id)!) } } : node,
      );
      expect(countGraph({ ...document, nodes: resized }).parameters).toBe(count);
    }
    const { value } = numbers(document);
    expect(Math.abs(value('E') - Math.log(10))).toBeLessThan(1.5); // untrained: about chance
  },
  'b5-row-and-column'() {
    const { values, contribution, result } = run('b5-row-and-column');
    expect(values('row')).toEqual([4, -2, -3.5]);
    expect(values('col')).toEqual(values('row'));
    expect([result.value('row')!.shape, result.value('col')!.shape]).toEqual([
      [1, 3],
      [3, 1],
    ]);
    expect(contribution('m', 1)).toEqual(contribution('Wt', 0));
  },
};

const WIDTH = 120;
const heightOf = ({ inputs }: ChainruleDocument['nodes'][number]) => 88 + 56 * Math.max(0, inputs.length - 2);

describe('the bundled examples', () => {
  it('are the files of this folder, each with its numbers asserted', () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.json'));
    const ids = examples.map(({ id }) => id);
    expect(files.map((name) => name.replace('.chainrule.json', '')).sort()).toEqual([...ids].sort());
    expect(Object.keys(assertions).sort()).toEqual([...ids].sort());
  });

  it('cover A1 to A12, B1 to B5, C1 to C12 and D1 to D9, in teaching order, the squared error first', () => {
    const rows = [...new Set(examples.map(({ row }) => row))];
    expect(rows).toEqual([
      ...Array.from({ length: 12 }, (_, k) => `A${k + 1}`),
      ...Array.from({ length: 5 }, (_, k) => `B${k + 1}`),
      ...Array.from({ length: 12 }, (_, k) => `C${k + 1}`),
      ...Array.from({ length: 9 }, (_, k) => `D${k + 1}`),
    ]);
    expect(examples[0]!.id).toBe('a1-squared-error');
  });

  describe.each([...examples])('$id', ({ id, title, sentence, read: load }) => {
    it('has the numbers that it teaches', () => {
      assertions[id]!();
    });

    it('is a canonical, finished document under the title of the menu', async () => {
      const document = read(id);
      expect(serializeDocument(document)).toBe(text(id));
      expect(graphProblems(document, opTable)).toEqual([]);
      expect([document.title, document.description]).toEqual([title, sentence]);
      expect(await load()).toBe(text(id));
    });

    it('stands on the grid without a gate over another', () => {
      const { nodes, groups } = read(id);
      for (const { position } of [...nodes, ...groups]) {
        expect(position!.x % 8).toBe(0);
        expect(position!.y % 4).toBe(0);
      }
      // Gates of a closed template stand in its place, close together: opening it makes room.
      const isOpen = !groups.some(({ template, collapsed }) => template && collapsed);
      const loose = isOpen ? nodes : [];
      for (const [index, a] of loose.entries())
        for (const b of loose.slice(index + 1)) {
          const apart =
            Math.abs(a.position!.x - b.position!.x) >= WIDTH + 128 ||
            a.position!.y + heightOf(a) + 24 <= b.position!.y ||
            b.position!.y + heightOf(b) + 24 <= a.position!.y;
          expect(apart, `${a.id} and ${b.id}`).toBe(true);
        }
      const column = new Map(nodes.map(({ id: node, position }) => [node, position!.x]));
      for (const node of loose)
        for (const input of node.inputs) expect(column.get(input!)).toBeLessThan(node.position!.x); // wires run to the right
    });

    it('has gradients that central differences confirm', () => {
      const plan = createSession(read(id), { table: opTable }).plan();
      const report = checkAtOnce(plan, { uniform: stream(1, 'check') });
      expect(report.ok).toBe(true);
      expect(report.total).toBeGreaterThan(0);
    });
  });
});
