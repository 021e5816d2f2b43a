import { createInstance } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ChainruleDocument, emptyDocument, evaluate, type GraphNode } from '#engine';
import { plainSentence, type RichValues, richText } from '../math/rich-text.ts';
import { nodesById } from '../stores/current-step.ts';
import { shownNumbers } from '../stores/shown.ts';
import { type Granularity, stopsOf } from '../stores/stops.ts';
import { player } from '../texts/en/player.ts';
import { caption } from './caption.ts';
import type { CaptionInput } from './caption-input.ts';
import type { Say } from './say.ts';

const texts = createInstance();
beforeAll(() =>
  texts.init({
    lng: 'en',
    resources: { en: { player } },
    defaultNS: 'player',
    keySeparator: false,
    interpolation: { escapeValue: false },
  }),
);
const say: Say = (key, values?: RichValues) =>
  richText((words) => texts.t(`player:${key}` as 'player:caption.start', { ...words }), values);

const node = (
  id: string,
  op: string,
  inputs: (string | null)[] = [],
  attrs: Record<string, unknown> = {},
): GraphNode => ({
  id,
  op,
  attrs,
  inputs,
});
const leaf = (id: string, op: string, value: unknown) => node(id, op, [], { value });

/** Every sentence of a run, from position 0 on. */
function captions(nodes: readonly GraphNode[], options: Partial<CaptionInput> & { granularity?: Granularity } = {}) {
  const document: ChainruleDocument = { ...emptyDocument, nodes };
  const result = evaluate(document);
  const stops = stopsOf(result, options.granularity ?? 'edge');
  return Array.from({ length: stops.length + 1 }, (_, position) => {
    const shown = shownNumbers(result, position === 0 ? 0 : stops[position - 1]!.last + 1);
    const input: CaptionInput = {
      document,
      nodes: nodesById(document),
      shown,
      stops,
      position,
      problems: result.problems,
      notation: 'leibniz',
      focus: null,
      untouched: false,
      ...options,
    };
    return plainSentence(caption(input, say));
  });
}

const squaredError = [
  leaf('w', 'parameter', 3),
  leaf('x', 'input', 1),
  node('p', 'mul', ['w', 'x']),
  leaf('one', 'constant', 1),
  node('d', 'sub', ['p', 'one']),
  node('E', 'square', ['d']),
];
const threeBranches = [
  leaf('x', 'input', 2),
  node('u', 'mul', ['x', 'x']),
  leaf('three', 'constant', 3),
  node('v', 'mul', ['x', 'three']),
  node('y', 'add', ['u', 'v']),
];

describe('the caption of the squared error', () => {
  it('says one sentence with numbers at every stop', () => {
    expect(captions(squaredError)).toEqual([
      'Nothing is computed yet. Press → to compute the first value.',
      'w is a parameter: its value is 3.',
      'x is an input: its value is 1.',
      'Multiply takes w = 3 and x = 1 and gives p = 3.',
      'A constant stands for 1.',
      'Subtract takes p = 3 and 1 and gives d = 2.',
      'Square takes d = 2 and gives E = 4, the number to differentiate.',
      'Backward begins at E: ∂E/∂E = 1, for E changes exactly as much as itself.',
      'd receives 4 × 1 = 4 through E.',
      'p receives 1 × 4 = 4 through d.',
      '1 would receive −1 × 4 = −4 through d, but it is fixed.',
      'w receives 1 × 4 = 4 through p.',
      'Backward is complete: ∂E/∂w = 4 · 1 · 1 = 4. Raise w by 0.01 and E rises by about 0.04.',
    ]);
  });

  it('speaks of the leaf that is selected at the end', () => {
    expect(captions(squaredError, { focus: 'x' }).at(-1)).toBe(
      'Backward is complete: ∂E/∂x = 4 · 1 · 3 = 12. Raise x by 0.01 and E rises by about 0.12.',
    );
  });

  it('writes gradients in the notation chosen', () => {
    expect(captions(squaredError, { notation: 'code' }).at(-1)).toContain('w.grad = 4 · 1 · 1 = 4');
    expect(captions(squaredError, { notation: 'short' })[7]).toContain('dE = 1');
  });

  it('says how to begin until the player has been moved', () => {
    expect(captions(squaredError, { untouched: true }).at(-1)).toBe(
      'Backward is complete: ∂E/∂w = 4 · 1 · 1 = 4. Press Home to start over, → to compute the first value.',
    );
  });

  it('joins what one gate sends when stepping by node', () => {
    expect(captions(squaredError, { granularity: 'node' })).toContain(
      'd passes 4 back: p receives 4 and 1 receives −4.',
    );
  });
});

describe('the caption at a fork', () => {
  it('counts the branches, names the slot of a node read twice, and adds up', () => {
    const said = captions(threeBranches);
    expect(said[9]).toBe(
      'Branch 1 of 3: x receives 2 × 1 = 2 through the first input of u. So far 2; 2 branches to go.',
    );
    expect(said[10]).toBe(
      'Branch 2 of 3: x receives 2 × 1 = 2 through the second input of u. So far 2 + 2; one branch to go.',
    );
    expect(said[11]).toBe('Branch 3 of 3: x receives 3 × 1 = 3 through v. The sum is 2 + 2 + 3 = 7.');
    expect(said[12]).toBe('Backward is complete: ∂y/∂x = 2 + 2 + 3 = 7. Raise x by 0.01 and y rises by about 0.07.');
    expect(said).toContain('Multiply takes x = 2 twice and gives u = 4.');
  });

  it('puts negative terms in parentheses', () => {
    const said = captions([leaf('x', 'input', 5), node('y', 'sub', ['x', 'x'])]);
    expect(said.at(-1)).toBe('Backward is complete: ∂y/∂x = 1 + (−1) = 0. Raise x a little and y stays as it is.');
  });

  it('gives the total alone where the branches are too many for a sentence', () => {
    const said = captions([leaf('x', 'input', 1), node('y', 'add', Array<string>(12).fill('x'))]);
    expect(said.at(-2)).toContain('So far 11; one branch to go.');
    expect(said.at(-1)).toContain('∂y/∂x = 12.');
  });
});

describe('the caption of tensors and broken graphs', () => {
  it('names the largest entry', () => {
    const said = captions([
      leaf('W', 'parameter', [
        [1, 2],
        [3, -4],
      ]),
      node('s', 'square', ['W']),
      node('L', 'sum', ['s']),
    ]);
    expect(said.at(-1)).toBe(
      'Backward is complete: the largest entry of ∂L/∂W is −8. Raise W[1, 1] by 0.01 and L falls by about 0.08.',
    );
    expect(said.at(-2)).toContain('s receives a gradient of [2 × 2] through L');
  });

  it('says what stands in the way', () => {
    const said = captions([leaf('x', 'input', 1), node('y', 'add', ['x', null])]);
    expect(said.at(-1)).toContain('1 problem keeps a part from being computed.');
    expect(plainSentence(say('caption.blocked', { problem: 'It is empty.' }))).toBe(
      'Nothing can be computed yet: It is empty.',
    );
  });

  it('speaks of NaN without foretelling anything', () => {
    const said = captions([leaf('x', 'input', -1), node('y', 'log', ['x']), node('z', 'sqrt', ['y'])]);
    expect(said.at(-1)).not.toContain('Raise');
  });
});
