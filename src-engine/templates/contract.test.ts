import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkAtOnce } from '../autodiff/check.ts';
import { emptyDocument } from '../document/document.ts';
import { parseDocument } from '../document/parse.ts';
import { serializeDocument } from '../document/serialize.ts';
import { opTable } from '../ops/registry.ts';
import { createRandom } from '../random/create-random.ts';
import { evaluate } from '../run/evaluate.ts';
import { createSession } from '../run/session.ts';
import { parseLiteral } from '../tensor/parse-literal.ts';
import { insertTemplate } from './insert.ts';
import { readOptions } from './read-options.ts';
import { templates } from './registry.ts';

const SUPPORT = [
  'define',
  'all',
  'registry',
  'part',
  'options',
  'read-options',
  'layer',
  'loss',
  'network',
  'heir',
  'opened',
  'insert',
  'resize',
  'match',
  'values',
  'step',
  'explode',
  'implode',
  'scalar-gates',
  'scalar-neurons',
  'scalar-layout',
];

/** Beside the defaults. */
const TRIALS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  neuron: [
    { inputs: 1, bias: false, activation: 'linear' },
    { inputs: 5, activation: 'relu' },
  ],
  dense: [
    { features: 3, units: 2, activation: 'softmax' },
    { bias: false, activation: 'linear', init: 'zeros' },
    { batchNorm: true, activation: 'relu', dropout: 0.5 },
  ],
  mlp: [
    {
      layers: [3, 4, 4, 2],
      loss: 'mse_loss',
      activation: 'gelu',
      outputActivation: 'linear',
      init: 'normal',
      scale: 0.5,
    },
    { layers: [2, 3, 3], loss: 'cross_entropy', outputActivation: 'softmax', dropout: 0.2, init: 'he', seed: 7 },
    { layers: [2, 5, 1], batchNorm: true, loss: 'none', bias: false },
    { layers: [2, 2, 2], loss: 'cross_entropy', outputActivation: 'linear', init: 'uniform' },
    { layers: [2, 2, 1], loss: 'binary_cross_entropy', outputActivation: 'hardsigmoid' },
  ],
  'softmax-classifier': [{ features: 4, classes: 2, bias: false, init: 'normal' }],
  autoencoder: [{ layers: [8, 5, 2], noise: 0.3, activation: 'tanh', outputActivation: 'linear' }],
  'residual-block': [{ features: 2, hidden: 6, activation: 'tanh' }],
  perceptron: [{ features: 4, activation: 'linear', loss: 'mse_loss', bias: false }, { loss: 'none' }],
  'opened-softmax': [{ classes: 5 }],
  'opened-batch-norm': [{ features: 1, eps: 0.1 }],
};

it('is a file for every template', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter(
    (name) => name.endsWith('.ts') && !name.includes('.test.'),
  );
  const named = files.map((name) => name.replace('.ts', '')).filter((name) => !SUPPORT.includes(name));
  expect(named.sort()).toEqual([...templates.keys()].sort());
});

describe.each([...templates.values()])('$id', (template) => {
  it('says of itself what a palette needs', () => {
    expect(template.glyph).toMatch(/^M[\d .,a-zA-Z-]+$/);
    expect(template.intuition.lead).toMatch(/\.$/);
    expect(template.intuition.lead.split(' ').length).toBeLessThanOrEqual(6);
    expect(template.source).not.toBe('');
    for (const rule of Object.values(template.options)) {
      expect(rule.description).toMatch(/\.$/);
      expect(rule.read(rule.default, '')).toEqual(rule.default);
    }
    expect(() => readOptions(template, { unheard: 1 })).toThrow('unheard');
  });

  describe.each([{}, ...(TRIALS[template.id] ?? [])])('with %j', (options) => {
    const { graph, group, output, objective } = insertTemplate(emptyDocument, template, options, {
      at: { x: 32, y: 48 },
    });
    const session = createSession(graph);

    it('inserts a document that reads back as it was written and runs without a problem', () => {
      expect(parseDocument(serializeDocument(graph)).document).toEqual(graph);
      const result = evaluate(graph, { strict: true });
      expect(result.value(output)!.data.every(Number.isFinite)).toBe(true);
      expect(result.objective).toBe(objective ?? result.objective);
    });

    it('has gradients that match central differences', () => {
      const uniform = createRandom(1, 'check').uniform;
      expect(checkAtOnce(session.plan(), { uniform })).toMatchObject({ ok: true });
    });

    it('counts the parameters it makes', () => {
      const sizes = graph.nodes
        .filter(({ op }) => op === 'parameter')
        .map(({ attrs }) => ({ size: parseLiteral(attrs['value'], '').data.length, decay: attrs['decay'] !== false }));
      const { parameters, connections } = template.counts(readOptions(template, options));
      expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBe(parameters);
      expect(sizes.reduce((sum, { size, decay }) => sum + (decay ? size : 0), 0)).toBe(connections);
    });

    it('keeps apart what is seen together, on the grid, from the place given', () => {
      const { nodes, groups } = graph;
      const open = new Set(groups.filter(({ collapsed }) => !collapsed).map(({ id }) => id));
      const places = [...nodes.map(({ position }) => position!), ...groups.map(({ position }) => position!)];
      expect(Math.min(...nodes.filter((node) => node.group === undefined).map(({ position }) => position!.x))).toBe(32);
      expect(Math.min(...places.map(({ y }) => y))).toBe(48);
      expect(places.every(({ x, y }) => x % 8 === 0 && y % 8 === 0)).toBe(true);
      const holder = ({ group: own }: { readonly group?: string }) =>
        own !== undefined && open.has(own) ? groups.find(({ id }) => id === own)!.group : own;
      const drawn = [...nodes, ...groups.filter(({ id }) => !open.has(id))].map((each) => ({
        ...each.position!,
        id: each.id,
        holder: holder(each),
        height: 88 + Math.max(0, ('inputs' in each ? each.inputs.length : 0) - 2) * 56,
      }));
      for (const each of drawn)
        for (const other of drawn)
          if (each !== other && each.holder === other.holder && Math.abs(each.x - other.x) < 160 && each.y <= other.y)
            expect(other.y, `${other.id} under ${each.id}`).toBeGreaterThanOrEqual(each.y + each.height + 24);
    });

    it('says on its group what made it, so that the same call makes it again', () => {
      const made = graph.groups.find(({ id }) => id === group)!;
      expect(made).toMatchObject({ collapsed: true, template: { name: template.id } });
      expect(insertTemplate(emptyDocument, template, made.template!, { at: { x: 32, y: 48 } }).graph).toEqual(graph);
      expect(graph.nodes.every(({ op }) => opTable.has(op))).toBe(true);
    });

    it('finds ids of its own beside another of its kind', () => {
      const twice = insertTemplate(graph, template, options, { at: { x: 32, y: 2000 } }).graph;
      expect(twice.nodes.length).toBe(2 * graph.nodes.length);
      expect(twice.nodes.slice(0, graph.nodes.length)).toEqual(graph.nodes);
      expect(evaluate({ ...twice, objective: output }, { strict: true }).problems).toEqual([]);
    });
  });
});
