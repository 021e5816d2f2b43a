import type { OpDefinition } from './define.ts';

export interface FoundOp {
  readonly op: OpDefinition;
  /** Higher fits better; 0 for every op when nothing is searched. */
  readonly score: number;
}

/**
 * The ops that a few typed characters may mean, best first; equals keep their order. Every word must be found in the
 * name, the id, an alias or the category: whole, as a beginning, inside, or as its letters in order (`lrl` finds Leaky
 * ReLU).
 */
export function searchOps(query: string, ops: readonly OpDefinition[]): readonly FoundOp[] {
  const words = plain(query).split(' ').filter(Boolean);
  if (words.length === 0) return ops.map((op) => ({ op, score: 0 }));
  const whole = words.join(' ');
  const found: FoundOp[] = [];
  for (const op of ops) {
    const fields = fieldsOf(op);
    let score = Math.max(...fields.map((field) => matchScore(whole, field)));
    if (score === 0 && words.length > 1) {
      const each = words.map((word) => Math.max(...fields.map((field) => matchScore(word, field))));
      if (!each.includes(0)) score = each.reduce((sum, part) => sum + part, 0) / (2 * each.length);
    }
    if (score > 0) found.push({ op, score });
  }
  return found.sort((a, b) => b.score - a.score);
}

interface Field {
  readonly text: string;
  /** Share of the full score that a fit in this field is worth. */
  readonly weight: number;
  /** Whether letters in order, with gaps between them, count. */
  readonly loose: boolean;
}

function fieldsOf(op: OpDefinition): readonly Field[] {
  return [
    { text: plain(op.name), weight: 1, loose: true },
    { text: plain(op.id.replaceAll('_', ' ')), weight: 0.98, loose: true },
    ...op.aliases.map((alias) => ({ text: plain(alias), weight: 0.95, loose: false })),
    { text: plain(op.category), weight: 0.3, loose: false },
  ];
}

/** Lower case, compatibility forms as plain ones (² as 2), single spaces. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll('_', ' ').replace(/\s+/g, ' ').trim();

function matchScore(word: string, { text, weight, loose }: Field): number {
  if (text === word) return 100 * weight;
  if (text.startsWith(word)) return (80 + (10 * word.length) / text.length) * weight;
  if (text.includes(` ${word}`)) return 70 * weight;
  // Two letters inside a word are a coincidence
  if (word.length > 2 && text.includes(word)) return 50 * weight;
  return loose && word.length > 1 ? 30 * closeness(word, text) * weight : 0;
}

/** 1 where the letters of `word` stand together in `text`, towards 0 as gaps grow; 0 where they are not all there in order. */
function closeness(word: string, text: string): number {
  if (word[0] !== text[0]) return 0;
  let at = -1;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return 0;
  }
  return word.length / (at + 1);
}
