import { type Expression, parseExpression } from './expression.ts';

/** How a live number is written: like every number of the window unless the text says otherwise. */
interface NumberFormat {
  /** Digits after the point. */
  readonly decimals?: number;
  /** With the plus of a positive number. */
  readonly signed?: boolean;
}

export interface LiveNumber {
  readonly expression: Expression;
  readonly format: NumberFormat;
}

/** A piece of a paragraph. */
export type ProsePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'number'; readonly live: LiveNumber }
  /** LaTeX in pieces, live numbers between them. */
  | { readonly kind: 'formula'; readonly display: boolean; readonly pieces: readonly (string | LiveNumber)[] };

export type ParsedProse =
  | { readonly parts: readonly ProsePart[]; readonly problem?: never }
  | { readonly problem: string; readonly parts?: never };

const PIECES = /(\$\$[\s\S]+?\$\$|\$[^$]+\$|\{\{[^{}]*\}\}|\*\*[^*]+\*\*)/;
const LIVE = /(\{\{[^{}]*\}\})/;

/** Reads `words $formula$ {{expression | format}} **words**`; a format is `2` (digits after the point) or `signed`. */
export function parseProse(text: string): ParsedProse {
  const parts: ProsePart[] = [];
  for (const piece of text.split(PIECES)) {
    if (piece === '') continue;
    if (piece.startsWith('{{')) {
      const live = parseLive(piece);
      if (typeof live === 'string') return { problem: live };
      parts.push({ kind: 'number', live });
    } else if (piece.startsWith('$') && piece.length > 2 && piece.endsWith('$')) {
      const display = piece.startsWith('$$');
      const pieces: (string | LiveNumber)[] = [];
      for (const part of piece.replaceAll(/^\$+|\$+$/g, '').split(LIVE)) {
        const live = part.startsWith('{{') ? parseLive(part) : part;
        if (typeof live === 'string' && part.startsWith('{{')) return { problem: live };
        if (live !== '') pieces.push(live);
      }
      parts.push({ kind: 'formula', display, pieces });
    } else if (piece.startsWith('**') && piece.endsWith('**') && piece.length > 4)
      parts.push({ kind: 'strong', text: piece.slice(2, -2) });
    else if (/\$|\{\{|\}\}/.test(piece))
      return { problem: `“${piece.trim().slice(0, 40)}” opens or closes what it should not.` };
    else parts.push({ kind: 'words', text: piece });
  }
  return { parts };
}

function parseLive(piece: string): LiveNumber | string {
  const [source = '', ...formats] = piece.slice(2, -2).split('|');
  const { expression, problem } = parseExpression(source);
  if (problem !== undefined) return `${piece}: ${problem}`;
  let format: NumberFormat = {};
  for (const each of formats.map((entry) => entry.trim())) {
    if (/^\d{1,2}$/.test(each)) format = { ...format, decimals: Number(each) };
    else if (each === 'signed') format = { ...format, signed: true };
    else return `${piece}: “${each}” is no format; a number of digits or “signed” is.`;
  }
  return { expression, format };
}

/** Every live number of the text. */
export function liveNumbersOf(parts: readonly ProsePart[]): readonly LiveNumber[] {
  return parts.flatMap((part) => {
    if (part.kind === 'number') return [part.live];
    return part.kind === 'formula' ? part.pieces.filter((piece) => typeof piece !== 'string') : [];
  });
}

/**
 * Numbers written out by the author, as they stand in words and formulas. Indices (`w_1`, `w_{12}`), exponents (`x^2`) and
 * the 1 of a LaTeX command's name are part of a name, not numbers.
 */
export function writtenNumbersOf(parts: readonly ProsePart[]): readonly string[] {
  return parts.flatMap((part) => {
    const text =
      part.kind === 'words' || part.kind === 'strong'
        ? part.text
        : part.kind === 'formula'
          ? part.pieces
              .filter((piece) => typeof piece === 'string')
              .join(' ')
              .replaceAll(/[_^](\{[^{}]*\}|\\?\w)/g, ' ')
          : '';
    return [...text.replaceAll(/[\p{L}_][₀-₉\d]+/gu, ' ').matchAll(/[−-]?\d+(?:\.\d+)?(?:e[−-]?\d+)?/g)].map(
      ([found]) => found.replaceAll('−', '-').replace(/^-/, ''),
    );
  });
}
