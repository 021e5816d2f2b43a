/** One condition of a query; a node must fulfil all of them. */
export type FindTerm =
  /** The words stand in a node's id, label or kind. */
  | { readonly kind: 'text'; readonly text: string; readonly within: 'any' | 'name' | 'op' }
  /** Some number of the node's value or total gradient compares so; `absolute` compares its magnitude. */
  | {
      readonly kind: 'compare';
      readonly what: Quantity;
      readonly absolute: boolean;
      readonly relation: Relation;
      readonly number: number;
    }
  /** Some number of either is not a number, or infinite. */
  | { readonly kind: 'is'; readonly what: 'nan' | 'inf' | 'problem' };

type Quantity = 'value' | 'grad';
export type Relation = '<' | '<=' | '>' | '>=' | '=' | '!=';

export type FindQuery =
  | { readonly ok: true; readonly terms: readonly FindTerm[] }
  /** Why it cannot be read: a key of the `find` texts; `word` is what it stumbled over. */
  | { readonly ok: false; readonly why: 'noNumber' | 'noRelation' | 'noQuote' | 'noWord'; readonly word: string };

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[+-]?inf(?:inity)?|[+-]?∞`;
const QUANTITIES: Readonly<Record<string, Quantity>> = {
  value: 'value',
  val: 'value',
  v: 'value',
  grad: 'grad',
  gradient: 'grad',
  g: 'grad',
};
const RELATIONS: Readonly<Record<string, Relation>> = {
  '<': '<',
  '≤': '<=',
  '<=': '<=',
  '=<': '<=',
  '>': '>',
  '≥': '>=',
  '>=': '>=',
  '=': '=',
  '==': '=',
  '≠': '!=',
  '!=': '!=',
};
const NAMES = Object.keys(QUANTITIES).join('|');
const COMPARISON = new RegExp(
  String.raw`^(?:\|\s*(?<bars>${NAMES})\s*\||abs\(\s*(?<abs>${NAMES})\s*\)|(?<plain>${NAMES}))\s*(?<relation>[<>=!≤≥≠]+)\s*(?<number>${NUMBER})?(?=\s|$)`,
  'iu',
);
/** `grad` alone, and `|grad|`, want a comparison. `value`, `v` and `g` alone may be names. */
const UNFINISHED = new RegExp(String.raw`^(?:\|\s*(?:${NAMES})\s*\||abs\(\s*(?:${NAMES})\s*\))(?=\s|$)`, 'iu');
const WORD = /^(?:(?<field>op|name|label):)?(?:"(?<quoted>[^"]*)"|(?<open>"[^"]*$)|(?<word>\S+)|$)/iu;
const STATES: Readonly<Record<string, 'nan' | 'inf' | 'problem'>> = {
  isnan: 'nan',
  nan: 'nan',
  isinf: 'inf',
  'is:nan': 'nan',
  'is:inf': 'inf',
  'is:problem': 'problem',
};

/**
 * `w1`, `"hidden layer"`, `op:relu`, `name:x`, `grad > 10`, `|grad| < 1e-6`, `value = 3`, `isnan`, `isinf`,
 * `is:problem`; several, apart by spaces, must all hold.
 */
export function parseFind(text: string): FindQuery {
  const terms: FindTerm[] = [];
  let rest = text.replaceAll(/[−–]/gu, '-').trim();
  while (rest !== '') {
    const comparison = COMPARISON.exec(rest);
    if (comparison) {
      const { bars, abs, plain, relation = '', number } = comparison.groups ?? {};
      const known = RELATIONS[relation];
      if (!known) return { ok: false, why: 'noRelation', word: relation };
      if (number === undefined) {
        const wrong = rest.slice(comparison[0].length).trim().split(/\s/u)[0] ?? '';
        return { ok: false, why: 'noNumber', word: wrong === '' ? comparison[0].trim() : wrong };
      }
      const what = QUANTITIES[(bars ?? abs ?? plain ?? '').toLowerCase()]!;
      terms.push({ kind: 'compare', what, absolute: plain === undefined, relation: known, number: readNumber(number) });
      rest = rest.slice(comparison[0].length).trimStart();
      continue;
    }
    const broken = new RegExp(String.raw`^(?:\|\s*)?(?:${NAMES})\s*\|?\s*[<>=!≤≥≠]+\s*(?<word>\S+)`, 'iu').exec(rest);
    if (broken) return { ok: false, why: 'noNumber', word: broken.groups?.['word'] ?? '' };
    const unfinished = UNFINISHED.exec(rest);
    if (unfinished) return { ok: false, why: 'noRelation', word: unfinished[0] };
    const word = WORD.exec(rest);
    const { field, quoted, open, word: bare } = word?.groups ?? {};
    if (open !== undefined) return { ok: false, why: 'noQuote', word: open };
    const found = quoted ?? bare ?? '';
    const state = field === undefined && quoted === undefined ? STATES[found.toLowerCase()] : undefined;
    if (state) terms.push({ kind: 'is', what: state });
    else if (found.trim() === '') {
      if (field !== undefined) return { ok: false, why: 'noWord', word: `${field}:` };
    } else terms.push({ kind: 'text', text: found, within: within(field) });
    rest = rest.slice(word?.[0].length ?? rest.length).trimStart();
  }
  return { ok: true, terms };
}

function within(field: string | undefined): 'any' | 'name' | 'op' {
  if (field === undefined) return 'any';
  return field.toLowerCase() === 'op' ? 'op' : 'name';
}

function readNumber(text: string): number {
  if (/inf|∞/iu.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(text);
}
