/** A piece of an expression, with where it begins. */
export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly at: number; readonly text: string }
  | { readonly kind: 'name'; readonly at: number; readonly text: string }
  | { readonly kind: 'sign'; readonly at: number; readonly text: Sign };

type Sign = '+' | '-' | '*' | '/' | '^' | '(' | ')' | ',' | '=';

/** Signs as people type or paste them. */
const SIGNS: Readonly<Record<string, Sign>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '·': '*',
  '⋅': '*',
  '/': '/',
  '÷': '/',
  '^': '^',
  '(': '(',
  ')': ')',
  '[': '(',
  ']': ')',
  ',': ',',
  '=': '=',
};
const NUMBER = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/;
const NAME = /^[\p{L}_][\p{L}\p{N}_]*/u;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** Splits an expression; a character without meaning comes back with its place. `**` and raised digits are powers. */
export function tokenize(text: string): readonly Token[] | { readonly character: string; readonly at: number } {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const character = String.fromCodePoint(text.codePointAt(at)!);
    const number = NUMBER.exec(rest)?.[0];
    const name = NAME.exec(rest)?.[0];
    if (/^\s/u.test(character)) at += character.length;
    else if (number !== undefined) {
      tokens.push({ kind: 'number', value: Number(number), at, text: number });
      at += number.length;
    } else if (name !== undefined) {
      const index = lowered(rest.slice(name.length));
      tokens.push({ kind: 'name', at, text: name + index });
      at += name.length + index.length;
    } else if (rest.startsWith('**')) {
      tokens.push({ kind: 'sign', at, text: '^' });
      at += 2;
    } else if (RAISED.includes(character)) {
      tokens.push({ kind: 'sign', at, text: '^' });
      tokens.push({ kind: 'number', value: RAISED.indexOf(character), at, text: character });
      at += 1;
    } else if (Object.hasOwn(SIGNS, character)) {
      tokens.push({ kind: 'sign', at, text: SIGNS[character]! });
      at += character.length;
    } else return { character, at };
  }
  return tokens;
}

/** `₁₂` → `12`. */
function lowered(text: string): string {
  let digits = '';
  for (const character of text) {
    const digit = LOWERED.indexOf(character);
    if (digit < 0) break;
    digits += `${digit}`;
  }
  return digits;
}
