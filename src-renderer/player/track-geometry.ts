import type { Stop, StopPhase } from '../stores/stops.ts';

/** The stops of one phase, side by side on the track. */
export interface Band {
  readonly phase: StopPhase;
  /** Index of its first stop. */
  readonly first: number;
  readonly count: number;
  /** Its share of the track's width; a phase of few stops keeps a share that its name fits into. */
  readonly grow: number;
}

const PHASES: readonly StopPhase[] = ['forward', 'loss', 'backward', 'update'];
const SMALLEST_SHARE = 0.1;
/** Ticks closer than this are drawn as one bar. */
const SMALLEST_PITCH_PX = 4;

export function bandsOf(stops: readonly Stop[]): readonly Band[] {
  return PHASES.flatMap((phase) => {
    const first = stops.findIndex((stop) => stop.phase === phase);
    const count = stops.filter((stop) => stop.phase === phase).length;
    return count === 0 ? [] : [{ phase, first, count, grow: Math.max(count, stops.length * SMALLEST_SHARE) }];
  });
}

export function drawnAsBar(count: number, widthPx: number): boolean {
  return widthPx > 0 && widthPx / count < SMALLEST_PITCH_PX;
}

/**
 * Position for a pointer at `x`: the stop whose tick is nearest; left of the middle between the track's edge and the first
 * tick, the start (0). `bands` carry their left edge and width in the same pixels.
 */
export function positionAt(
  x: number,
  bands: readonly { readonly first: number; readonly count: number; readonly left: number; readonly width: number }[],
): number {
  let nearest = { position: 0, distance: Number.POSITIVE_INFINITY };
  bands.forEach(({ first, count, left, width }, index) => {
    const pitch = width / count;
    const place = Math.min(count - 1, Math.max(0, Math.floor((x - left) / pitch)));
    const distance = Math.abs(x - (left + (place + 0.5) * pitch));
    if (distance < nearest.distance) nearest = { position: first + place + 1, distance };
    if (index === 0 && x < left + pitch / 4) nearest = { position: 0, distance: -1 };
  });
  return nearest.position;
}
