import type { Asked } from '#engine';
import type { RichPart, RichValue } from '../math/rich-text.ts';
import type { Hint } from '../stores/practice-store.ts';
import type { Words } from './words.ts';

const ORDINALS = 3;

/** What is asked, as a sentence. */
export function questionText(asked: Asked, words: Words): readonly RichPart[] {
  const { say, symbol } = words;
  switch (asked.kind) {
    case 'value':
      return say('question.value', { node: symbol(asked.node) });
    case 'seed':
      return say('question.seed', { derivative: words.gradient(asked.node) });
    case 'total':
      return say('question.total', { node: symbol(asked.node), count: asked.parts.length });
    case 'contribution': {
      const { source, target, slot, inputs } = asked;
      const ends = { source: symbol(source), target: symbol(target) };
      if (inputs.filter(({ node }) => node === source).length < 2) return say('question.contribution', ends);
      const place = slot < ORDINALS ? say(`slot.${slot}`) : say('slot.other', { number: `${slot + 1}` });
      return say('question.contributionSlot', { ...ends, slot: place });
    }
  }
}

/** What is right in a wrong answer, then what is wrong, or how the number is found. */
export function hintText({ diagnosis, right }: Hint, asked: Asked, words: Words): readonly RichPart[] {
  if (diagnosis) {
    const { mistake, variant, facts } = diagnosis;
    const values = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, factOf(name, fact, words)]));
    return words.say(`found.${mistake}${variant ? `.${variant}` : ''}`, values);
  }
  const near = right.size !== 'off';
  const known = right.sign ? (near ? 'hint.near' : 'hint.sign') : near ? 'hint.nearOther' : 'hint.none';
  return [...words.say(known), { kind: 'text', text: ' ' }, ...howText(asked, words)];
}

/** Facts that are gradients are written with their sign. */
const SIGNED = new Set(['upstream', 'part', 'together', 'lost']);
/** Facts that are words already. */
const PLAIN = new Set(['gate', 'instead', 'branches']);

function factOf(name: string, fact: number | string, words: Words): RichValue {
  if (typeof fact === 'number')
    return PLAIN.has(name) ? `${fact}` : SIGNED.has(name) ? words.signed(fact) : words.value(fact);
  return PLAIN.has(name) ? fact : words.symbol(fact);
}

function howText(asked: Asked, words: Words): readonly RichPart[] {
  const { say, symbol, value, signed } = words;
  const listed = (parts: readonly RichPart[]): RichPart[] =>
    parts.flatMap((part, at): RichPart[] => (at === 0 ? [part] : [{ kind: 'text', text: ', ' }, part]));
  switch (asked.kind) {
    case 'value':
      return say('how.value', { gate: asked.op.name, inputs: listed(asked.inputs.map((input) => value(input.value))) });
    case 'seed':
      return say('how.seed', { node: symbol(asked.node) });
    case 'contribution': {
      const { source, target, upstream } = asked;
      return say('how.contribution', { source: symbol(source), target: symbol(target), upstream: signed(upstream) });
    }
    case 'total':
      return say('how.total', { parts: listed(asked.parts.map(({ contribution }) => signed(contribution))) });
  }
}
