/** One place that gradient descent came to. */
export interface DescentStep {
  readonly x: number;
  readonly y: number;
  readonly slope: number;
}

/** How a descent goes. */
export type DescentVerdict = 'none' | 'falls' | 'settled' | 'swings' | 'grows' | 'lost';

/** Cube root of the spacing of float64 numbers at 1: the step of a central difference. */
const CUBE_ROOT_EPSILON = 6.055454452393343e-6;
const FLAT = 1e-6;
/** Turns in a row that count as swinging. */
const TURNS = 3;

/** Where the loss has to be known for the slope at x: below, there, above. */
export function slopePoints(x: number): readonly [number, number, number] {
  const step = CUBE_ROOT_EPSILON * Math.max(1, Math.abs(x));
  return [x - step, x, x + step];
}

/** The place from the losses at `slopePoints(x)`. */
export function placeAt(x: number, losses: readonly number[]): DescentStep {
  const [below, , above] = slopePoints(x);
  const [low = Number.NaN, y = Number.NaN, high = Number.NaN] = losses;
  return { x, y, slope: (high - low) / (above - below) };
}

/** x − η·slope */
export function nextPlace({ x, slope }: DescentStep, rate: number): number {
  return x - rate * slope;
}

/**
 * What the steps taken so far show. `settled`: the slope is nothing. `lost`: no number any more. `grows`: the loss rose
 * while x jumped from side to side, or along a slope. `swings`: x goes to and fro. Else it `falls`.
 */
export function verdictOf(steps: readonly DescentStep[]): DescentVerdict {
  const last = steps.at(-1);
  if (!last || steps.length < 2) return 'none';
  if (![last.x, last.y, last.slope].every(Number.isFinite)) return 'lost';
  const scale = Math.max(1, ...steps.map(({ slope }) => Math.abs(slope)).filter(Number.isFinite));
  if (Math.abs(last.slope) <= FLAT * scale) return 'settled';
  const before = steps.at(-2)!;
  const turns = steps.slice(-TURNS - 1);
  const swings = turns.length > TURNS && turns.every((step, at) => at === 0 || step.slope * turns[at - 1]!.slope < 0);
  if (last.y > before.y * (1 + 1e-12) && last.y > steps[0]!.y) return 'grows';
  return swings ? 'swings' : 'falls';
}
