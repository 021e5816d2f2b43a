import type { ShownNumbers } from '../stores/shown.ts';
import { currentWire } from './current.ts';
import type { VisibleWire } from './visible-graph.ts';
import { largestEntry, wireWidth } from './wire-geometry.ts';

/** With text larger than this factor there is room for one of a wire's two numbers only: the contribution. */
export const BOTH_UP_TO = 1.5;

/** From a chip's middle to the edge of its port, and half the advance of a letter at 12 px. */
const ROOM_TO_PORT = 34;
const HALF_LETTER = 3.6;

/** x of the middle of a number on a wire: that of its chip, or further left where large letters would reach the port. */
export function chipMiddle(middle: number, text: string, scale: number): number {
  return middle - Math.max(0, HALF_LETTER * scale * text.length - ROOM_TO_PORT);
}

export type WireTone = 'waiting' | 'plus' | 'minus' | 'mixed' | 'zero' | 'error';

/** Colour and width of a wire, by what comes back along it; and whether the last event was about it. */
export function wireLook(
  shown: ShownNumbers,
  { target, slot }: VisibleWire,
): [tone: WireTone, width: number, now: boolean] {
  const { contribution } = shown.edge(target, slot);
  const current = currentWire(shown);
  const now = current?.target === target && current.slot === slot;
  if (!contribution) return ['waiting', wireWidth(null), now];
  const largest = largestEntry(contribution.data);
  const tone = !Number.isFinite(largest) ? 'error' : largest > 0 ? 'plus' : largest < 0 ? 'minus' : 'zero';
  return [mixed(contribution.data) ? 'mixed' : tone, wireWidth(largest), now];
}

function mixed(data: Float64Array): boolean {
  let plus = false;
  let minus = false;
  for (const entry of data) {
    if (entry > 0) plus = true;
    else if (entry < 0) minus = true;
    if (plus && minus) return true;
  }
  return false;
}
