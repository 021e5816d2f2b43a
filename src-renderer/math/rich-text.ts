import type { Derivative } from './derivative.ts';
import type { Sign } from './format-number.ts';
import type { MathSymbol } from './symbols.ts';

/** A piece of a sentence: words, or mathematics set between them. */
export type RichPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `node`: what it names, so that pointing at it can show it on the canvas. */
  | { readonly kind: 'symbol'; readonly symbol: MathSymbol; readonly node?: string }
  | { readonly kind: 'derivative'; readonly derivative: Derivative; readonly node?: string }
  | { readonly kind: 'number'; readonly text: string; readonly exact?: string; readonly sign?: Sign };

/** What takes the place of `{{name}}` in a text. */
export type RichValue = string | number | RichPart | readonly RichPart[];
export type RichValues = Readonly<Record<string, RichValue>>;

const OPEN = '\uE000';
const CLOSE = '\uE001';

/**
 * Fills a translated text with mathematics. `translate` is given a placeholder for each value (numbers as they stand, for
 * the plural of `count`) and returns the text with the placeholders in it, in whatever order its language wants.
 */
export function richText(
  translate: (placeholders: Readonly<Record<string, string | number>>) => string,
  values: RichValues = {},
): readonly RichPart[] {
  const slots: RichValue[] = [];
  const placeholders: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values))
    placeholders[name] = typeof value === 'number' ? value : OPEN + (slots.push(value) - 1) + CLOSE;
  return translate(placeholders)
    .split(/(\uE000\d+\uE001)/)
    .flatMap((piece): readonly RichPart[] => {
      if (!piece.startsWith(OPEN)) return piece === '' ? [] : [{ kind: 'text', text: piece }];
      return partsOf(slots[Number(piece.slice(1, -1))] ?? '');
    });
}

function partsOf(value: RichValue): readonly RichPart[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ kind: 'text', text: `${value}` }];
  return 'kind' in value ? [value] : value;
}

/** The sentence without its setting, for speech and for copying. */
export function plainSentence(parts: readonly RichPart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'symbol') return part.symbol.text;
      return part.kind === 'derivative' ? part.derivative.text : part.text;
    })
    .join('');
}
