import type { Point } from '#engine';

/** Length of the flat run before an input port, which the chip straddles. */
export const FLAT_RUN = 72;
export const CHIP = { width: 56, height: 36 } as const;
/** Room the chip keeps to the port. */
const CHIP_INSET = 12;
/** Share of the curve's width at which its handles lie. */
const EASE = 0.55;
/** Narrowest curve: below it the wire loops around, for a target that stands left of its source. */
const SHORTEST_CURVE = 40;

const THINNEST = 1.5;
const THICKEST = 3.5;

/** Where the flat run begins: its end at the input port is `to`. */
export function runStart(to: Point): Point {
  return { x: to.x - FLAT_RUN, y: to.y };
}

/** Upper left corner of the chip. */
export function chipAt(to: Point): Point {
  return { x: to.x - CHIP_INSET - CHIP.width, y: to.y - CHIP.height / 2 };
}

/** One cubic curve: its ends and the two points that pull it. */
interface Curve {
  readonly from: Point;
  readonly pulls: readonly [Point, Point];
  readonly to: Point;
}

/** A wire's curves, before its flat run: from port to run, or through the points it is led through. */
function wireCurves(from: Point, to: Point, bends: readonly Point[]): readonly Curve[] {
  const stops = [from, ...bends, runStart(to)];
  return stops.slice(1).map((end, index) => {
    const start = stops[index]!;
    const width = end.x - start.x;
    // A target beside or behind its source: leave and arrive with a fixed ease, the curve turns back between.
    const forward = width >= SHORTEST_CURVE || (width >= 0 && start.y === end.y);
    const ease =
      forward || (bends.length > 0 && width >= 0)
        ? width * EASE
        : Math.min(160, SHORTEST_CURVE + Math.abs(width) * EASE);
    return {
      from: start,
      pulls: [
        { x: start.x + ease, y: start.y },
        { x: end.x - ease, y: end.y },
      ],
      to: end,
    };
  });
}

const NO_BENDS: readonly Point[] = [];

/** SVG path: out of the port, one curve (or one from bend to bend), then the flat run. */
export function wirePath(from: Point, to: Point, bends: readonly Point[] = NO_BENDS): string {
  const curves = wireCurves(from, to, bends).map(
    ({ pulls: [a, b], to: end }) => `C${a.x} ${a.y} ${b.x} ${b.y} ${end.x} ${end.y}`,
  );
  return `M${from.x} ${from.y} ${curves.join(' ')} H${to.x}`;
}

const SAMPLES = 16;

/** Points along the wire, close enough to tell what it passes; `leg` is the number of bends passed before each. */
export function wireSamples(
  from: Point,
  to: Point,
  bends: readonly Point[] = NO_BENDS,
): readonly (Point & { readonly leg: number })[] {
  const points: (Point & { readonly leg: number })[] = [{ ...from, leg: 0 }];
  wireCurves(from, to, bends).forEach(({ from: a, pulls: [b, c], to: d }, leg) => {
    for (let step = 1; step <= SAMPLES; step++) {
      const t = step / SAMPLES;
      const s = 1 - t;
      const along = (axis: 'x' | 'y') =>
        s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
      points.push({ x: along('x'), y: along('y'), leg });
    }
  });
  points.push({ ...to, leg: bends.length });
  return points;
}

/** Arrow head on the flat run's beginning, pointing back to the source. */
export function backArrow(to: Point): string {
  const { x, y } = runStart(to);
  return `M${x - 6} ${y} l9 -6 v12 z`;
}

/**
 * 1.5 to 3.5 px by the logarithm of the size: 1.5 from 0.26 down, 1.9 at 1, 2.5 at 10, 3.5 from about 310 on.
 * Not a number and infinities have the greatest width.
 */
export function wireWidth(contribution: number | null): number {
  if (contribution === null || contribution === 0) return THINNEST;
  const size = Math.abs(contribution);
  if (!Number.isFinite(size)) return THICKEST;
  const grown = THINNEST + 0.38 + 0.65 * Math.log10(size);
  return Math.round(Math.min(THICKEST, Math.max(THINNEST, grown)) * 100) / 100;
}

/** The number whose size a tensor's wire shows: its entry of largest magnitude. */
export function largestEntry(data: ArrayLike<number>): number {
  let largest = 0;
  for (let index = 0; index < data.length; index++) {
    const entry = data[index]!;
    if (!Number.isFinite(entry)) return entry;
    if (Math.abs(entry) > Math.abs(largest)) largest = entry;
  }
  return largest;
}
