import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { ops } from '../../ops/registry.ts';
import { parseDocument } from '../parse.ts';
import { publishedSchema } from './publish.ts';

const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const published: unknown = JSON.parse(file('docs/schema/chainrule-document.schema.json'));
const accepts = new Ajv2020({ strict: true, allErrors: true }).compile(published as object);

const EXAMPLES = readdirSync(new URL('../../../resources/examples', import.meta.url)).filter((name) =>
  name.endsWith('.json'),
);
const sound = (): Record<string, unknown> & { nodes: Record<string, unknown>[] } =>
  JSON.parse(file('resources/examples/a2-merged-gates.chainrule.json'));

describe('the published schema', () => {
  it('is the one that the engine generates: npm run gen writes it', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(publishedSchema(ops))));
  });

  it('knows every op, and only those', () => {
    const { nodes, ...rest } = sound();
    const withOp = (op: string) => accepts({ ...rest, nodes: [...nodes, { id: 'more', op, attrs: { shape: [1] } }] });
    expect(withOp('reshape')).toBe(true);
    expect(withOp('frobnicate')).toBe(false);
    for (const { id, attrs } of ops) {
      const needed = Object.values(attrs).some((rule) => rule.default === undefined);
      expect(accepts({ ...rest, nodes: [{ id: 'n', op: id }] }), id).toBe(!needed);
      expect(accepts({ ...rest, nodes: [{ id: 'n', op: id, attrs: { nonsense: 1 } }] }), id).toBe(false);
    }
  });

  it.each(EXAMPLES)('accepts the example %s', (name) => {
    accepts(JSON.parse(file(`resources/examples/${name}`)));
    expect(accepts.errors).toBeNull();
  });

  it.each([
    ['a wrong version', { version: 2 }],
    ['an unknown key', { author: 'me' }],
    ['a title of another type', { title: 1 }],
    ['an objective that is no id', { objective: 'a b' }],
    ['nodes of another type', { nodes: {} }],
    ['a node without an op', { nodes: [{ id: 'a' }] }],
    ['an id that is none', { nodes: [{ id: '1a', op: 'input' }] }],
    ['an unknown setting', { nodes: [{ id: 'a', op: 'relu', attrs: { slope: 1 } }] }],
    ['a setting of another type', { nodes: [{ id: 'a', op: 'leaky_relu', attrs: { negative_slope: '1' } }] }],
    ['a surplus slot', { nodes: [{ id: 'a', op: 'input', inputs: ['a'] }] }],
    ['a value that is a text', { nodes: [{ id: 'a', op: 'input', attrs: { value: 'x' } }] }],
    ['data that is not base64', { nodes: [{ id: 'a', op: 'input', attrs: { value: { shape: [1], data: '?' } } }] }],
    ['a position without y', { nodes: [{ id: 'a', op: 'input', position: { x: 1 } }] }],
    ['a group that is a text', { groups: ['g'] }],
    ['an unknown optimizer', { training: { optimizer: { name: 'lion' } } }],
    ['a key of another optimizer', { training: { optimizer: { name: 'sgd', beta1: 0.9 } } }],
    ['a batch of half a sample', { training: { batchSize: 0.5 } }],
    ['an unknown binding', { training: { bindings: { x: 'labels' } } }],
    ['a history without epochs', { trained: { history: [{}] } }],
  ])('refuses %s, as the reader does', (_, members) => {
    const document = { ...sound(), groups: [{ id: 'miss' }], ...members };
    expect(accepts(document)).toBe(false);
    expect(parseDocument(JSON.stringify(document)).problems).toBeDefined();
  });

  it('accepts what the format page says of training', () => {
    const page = file('docs/format.md');
    const training: unknown = JSON.parse(`{${/"training": (\{[\s\S]*?\n\})/.exec(page)![0]}}`).training;
    const document = { ...sound(), training };
    expect(accepts(document)).toBe(true);
    expect(parseDocument(JSON.stringify(document)).problems).toBeUndefined();
    const example: unknown = JSON.parse(/```json\n(\{[\s\S]*?\n\})\n```/.exec(page)![1]!);
    expect(accepts(example)).toBe(true);
  });
});
