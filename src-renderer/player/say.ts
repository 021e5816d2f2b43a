import type { GraphNode, Tensor } from '#engine';
import { exactTensorText, exactText, formatNumber, MINUS, scalarOf, summarize } from '../math/format-number.ts';
import type { RichPart, RichValues } from '../math/rich-text.ts';
import { symbolOf } from '../math/symbols.ts';
import type { player } from '../texts/en/player.ts';

/** The player's texts; those with a plural are named without its ending. */
export type PlayerText =
  | Exclude<keyof typeof player, `${string}_${'one' | 'other'}`>
  | 'caption.toGo'
  | 'caption.partly';

/** A text of the player with mathematics put in. */
export type Say = (key: PlayerText, values?: RichValues) => readonly RichPart[];

export function symbolPart(node: GraphNode): RichPart {
  return { kind: 'symbol', symbol: symbolOf(node), node: node.id };
}

export function numberPart(value: Tensor | number): RichPart {
  const scalar = typeof value === 'number' ? value : scalarOf(value);
  if (scalar !== null) return { kind: 'number', text: formatNumber(scalar), exact: exactText(scalar) };
  const tensor = value as Tensor;
  return { kind: 'number', text: summarize(tensor), exact: exactTensorText(tensor, 12) };
}

/** As a factor or a term: a negative number stands in parentheses. */
export function termPart(value: number): RichPart {
  const text = formatNumber(value);
  return { kind: 'number', text: text.startsWith(MINUS) ? `(${text})` : text, exact: exactText(value) };
}

/** `2 + (−4) + 1`, `4 · 1 · 1`. The first keeps its bare sign. */
export function chainPart(values: readonly number[], operator: string): readonly RichPart[] {
  return values.flatMap((value, index): readonly RichPart[] =>
    index === 0 ? [numberPart(value)] : [{ kind: 'text', text: ` ${operator} ` }, termPart(value)],
  );
}

/** `a`, `a and b`, `a, b and c`. */
export function listParts(items: readonly (readonly RichPart[])[], say: Say): readonly RichPart[] {
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    return [...say(index === items.length - 1 ? 'list.last' : 'list.separator'), ...item];
  });
}

/** The entry of largest magnitude (the first among equals, NaN before all), with its flat index. */
export function largestEntry({ data }: Tensor): { readonly index: number; readonly value: number } {
  let index = 0;
  for (let at = 0; at < data.length; at++) {
    if (Number.isNaN(data[at])) return { index: at, value: Number.NaN };
    if (Math.abs(data[at]!) > Math.abs(data[index]!)) index = at;
  }
  return { index, value: data[index] ?? 0 };
}
