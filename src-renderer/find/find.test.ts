import { describe, expect, test } from 'vitest';
import { type ChainruleDocument, emptyDocument, type Problem, type Tensor } from '#engine';
import { matchesOf } from './matches.ts';
import { parseFind } from './query.ts';

const terms = (text: string) => {
  const query = parseFind(text);
  if (!query.ok) throw new Error(`${text}: ${query.why}`);
  return query.terms;
};

describe('reading a query', () => {
  test.each([
    ['grad > 10', { what: 'grad', absolute: false, relation: '>', number: 10 }],
    ['grad>10', { what: 'grad', absolute: false, relation: '>', number: 10 }],
    ['|grad| < 1e-6', { what: 'grad', absolute: true, relation: '<', number: 1e-6 }],
    ['| gradient | ≤ .5', { what: 'grad', absolute: true, relation: '<=', number: 0.5 }],
    ['abs(value) >= 2', { what: 'value', absolute: true, relation: '>=', number: 2 }],
    ['value = 3', { what: 'value', absolute: false, relation: '=', number: 3 }],
    ['Value == −3', { what: 'value', absolute: false, relation: '=', number: -3 }],
    ['v != +2e3', { what: 'value', absolute: false, relation: '!=', number: 2000 }],
    ['grad < -inf', { what: 'grad', absolute: false, relation: '<', number: Number.NEGATIVE_INFINITY }],
  ])('%s compares', (text, comparison) => {
    expect(terms(text)).toEqual([{ kind: 'compare', ...comparison }]);
  });

  test.each([
    ['w1', 'any', 'w1'],
    ['op:relu', 'op', 'relu'],
    ['name:x', 'name', 'x'],
    ['label:"hidden layer"', 'name', 'hidden layer'],
    ['"two words"', 'any', 'two words'],
    ['grad', 'any', 'grad'],
    ['value', 'any', 'value'],
  ])('%s is text', (text, within, found) => {
    expect(terms(text)).toEqual([{ kind: 'text', text: found, within }]);
  });

  test.each([
    ['isnan', 'nan'],
    ['NaN', 'nan'],
    ['isinf', 'inf'],
    ['is:problem', 'problem'],
  ])('%s is a state', (text, what) => {
    expect(terms(text)).toEqual([{ kind: 'is', what }]);
  });

  test('conditions apart by spaces are all asked for', () => {
    expect(terms('  op:mul   grad > 1 w ')).toMatchObject([{ within: 'op' }, { relation: '>' }, { text: 'w' }]);
    expect(terms('')).toEqual([]);
  });

  test.each([
    ['grad >', 'noNumber'],
    ['grad > many', 'noNumber'],
    ['grad >many', 'noNumber'],
    ['value = 3x', 'noNumber'],
    ['grad >> 3', 'noRelation'],
    ['|grad|', 'noRelation'],
    ['"open', 'noQuote'],
    ['op:', 'noWord'],
  ])('%s is refused', (text, why) => {
    expect(parseFind(text)).toMatchObject({ ok: false, why });
  });
});

const scalar = (value: number): Tensor => ({ shape: [], data: Float64Array.of(value) });
const graph: ChainruleDocument = {
  ...emptyDocument,
  nodes: [
    { id: 'late', op: 'relu', attrs: {}, inputs: ['a'], position: { x: 900, y: 0 } },
    { id: 'a', op: 'input', label: 'Größe', attrs: { value: 1 }, inputs: [], position: { x: 0, y: 300 } },
    { id: 'b', op: 'parameter', attrs: { value: 1 }, inputs: [], position: { x: 0, y: 100 } },
    { id: 'in', op: 'relu', attrs: {}, inputs: ['b'], group: 'g' },
  ],
  groups: [{ id: 'g', label: 'hidden', collapsed: true, position: { x: 400, y: 0 } }],
};
const values: Readonly<Record<string, Tensor>> = {
  a: scalar(3.00004),
  b: { shape: [2], data: Float64Array.of(0, -20) },
  in: scalar(Number.NaN),
};
const grads: Readonly<Record<string, Tensor>> = {
  a: scalar(1e-9),
  b: scalar(12),
  in: scalar(Number.POSITIVE_INFINITY),
};
const numbers = { value: (id: string) => values[id] ?? null, grad: (id: string) => grads[id] ?? null };
const problems = [{ node: 'late' }] as unknown as readonly Problem[];
const found = (text: string) => matchesOf(graph, terms(text), numbers, problems).map(({ id }) => id);

describe('finding', () => {
  test('names and kinds, without regard to case and accents, in reading order', () => {
    expect(found('grosse')).toEqual([]);
    expect(found('große')).toEqual(['a']);
    expect(found('op:relu')).toEqual(['in', 'late']);
    expect(found('op:activations')).toEqual(['in', 'late']);
    expect(found('op:rel')).toEqual([]);
    expect(found('ReLU')).toEqual(['in', 'late']);
  });

  test('a merged gate by its name, and what is inside it by the gate', () => {
    expect(found('hidden')).toEqual(['g']);
    expect(matchesOf(graph, terms('isnan'), numbers, problems)).toEqual([{ id: 'in', gate: 'g' }]);
  });

  test('numbers as they are shown; any entry of a tensor counts', () => {
    expect(found('value = 3')).toEqual(['a']);
    expect(found('value < -10')).toEqual(['b']);
    expect(found('|value| > 10')).toEqual(['b']);
    expect(found('grad > 10')).toEqual(['b', 'in']);
    expect(found('|grad| < 1e-6')).toEqual(['a']);
    expect(found('grad != 12')).toEqual(['a', 'in']);
  });

  test('what is not computed matches no number', () => {
    expect(found('value < 1e9 name:late')).toEqual([]);
    expect(found('is:problem')).toEqual(['late']);
    expect(found('isinf')).toEqual(['in']);
  });
});
