import type { Box } from './box.ts';
import { CHIP, chipAt } from './wire-geometry.ts';

const GAP = 24;
const MARGIN = 8;
/** From the ledger's left edge to its stem, where there is room. */
const STEM = 72;

export interface LedgerPlace {
  readonly left: number;
  readonly top: number;
  readonly side: 'above' | 'below';
  /** x of the stem from the ledger's left edge. */
  readonly stem: number;
}

/**
 * Above the chip, below where there is no room, never over a gate of the wire. `to` is the wire's end and `gates` its
 * gates, `room` what is visible, all on the screen.
 */
export function placeLedger(
  to: { readonly x: number; readonly y: number },
  zoom: number,
  size: { readonly width: number; readonly height: number },
  gates: readonly Box[],
  room: { readonly width: number; readonly height: number },
): LedgerPlace {
  const chip = chipAt({ x: 0, y: 0 });
  const middle = to.x + (chip.x + CHIP.width / 2) * zoom;
  const chipTop = to.y + chip.y * zoom;
  const chipBottom = chipTop + CHIP.height * zoom;
  const left = clamp(middle - STEM, MARGIN, room.width - size.width - MARGIN);
  const beside = gates.filter((gate) => gate.x < left + size.width && gate.x + gate.width > left);
  const above =
    Math.min(chipTop - GAP, ...beside.filter((gate) => gate.y < chipBottom).map((gate) => gate.y - MARGIN)) -
    size.height;
  const below = Math.max(
    chipBottom + GAP,
    ...beside.filter((gate) => gate.y + gate.height > chipTop).map((gate) => gate.y + gate.height + MARGIN),
  );
  const fits = above >= MARGIN || below + size.height > room.height - MARGIN;
  return {
    left,
    top: fits ? Math.max(MARGIN, above) : below,
    side: fits ? 'above' : 'below',
    stem: clamp(middle - left, 16, size.width - 16),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
