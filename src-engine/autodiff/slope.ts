/** f at a distance from the point at hand. */
export type Section = (distance: number) => number;

/** A slope measured by central differences, and how far it can be trusted. */
export interface MeasuredSlope {
  readonly slope: number;
  /** Bound on what rounding and the steps' length may have done to it. */
  readonly doubt: number;
}

/** Cube root of the spacing of float64 numbers at 1: balances truncation, ~h², against rounding, ~1/h. */
const CUBE_ROOT_EPSILON = 6.055454452393343e-6;
const SHRINK = 8;
const STEPS = 6;

/** The step for numbers about as large as `scale`. */
export function firstStep(scale: number): number {
  return exactStep(scale, CUBE_ROOT_EPSILON * Math.max(1, Math.abs(scale)));
}

/** A step near the one given that `scale` + step represents exactly. */
const exactStep = (scale: number, step: number) => scale + step - scale || step;

/** (f(h) − f(−h)) / 2h */
export function centralDifference(f: Section, step: number): number {
  return (f(step) - f(-step)) / (2 * step);
}

/**
 * The slope at 0 by central differences with ever smaller steps, first h, h/8, …, then steps relative to a small scale:
 * the one that agrees best with the step before it. `rounding` is the error that f's values carry.
 * `null` where no two steps give a finite number.
 */
export function measureSlope(f: Section, scale: number, rounding: number): MeasuredSlope | null {
  const steps: number[] = [];
  for (let k = 0, step = firstStep(scale); k < STEPS; k++, step /= SHRINK) steps.push(exactStep(scale, step));
  const size = Math.abs(scale);
  if (size > 0 && size < 1)
    for (const step of [SHRINK, 1]) steps.push(exactStep(scale, CUBE_ROOT_EPSILON * size * step));
  let best: MeasuredSlope | null = null;
  let before = Number.NaN;
  for (const step of steps) {
    const slope = centralDifference(f, step);
    const doubt = Math.abs(slope - before) + rounding / step;
    before = slope;
    if (Number.isFinite(doubt) && (best === null || doubt < best.doubt)) best = { slope, doubt };
  }
  return best;
}

/** Slopes to the left and to the right of 0, when they differ and keep doing so as the step shrinks: f has a kink there. */
export function oneSidedSlopes(f: Section, scale: number): { readonly left: number; readonly right: number } | null {
  const here = f(0);
  const sides = (step: number) => ({ left: (here - f(-step)) / step, right: (f(step) - here) / step });
  const wide = sides(firstStep(scale));
  const close = sides(firstStep(scale) / SHRINK);
  const gap = Math.abs(wide.right - wide.left);
  const steady = (a: number, b: number) => Math.abs(a - b) <= gap / 10;
  const visible = gap > 1e-3 * Math.max(Math.abs(wide.left), Math.abs(wide.right)) && gap > 1e-9;
  return visible && steady(wide.left, close.left) && steady(wide.right, close.right) ? wide : null;
}
