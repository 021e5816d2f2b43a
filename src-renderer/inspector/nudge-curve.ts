/** Exponents of the smallest and the largest step h, as powers of ten. */
export const SMALLEST_STEP = -12;
export const LARGEST_STEP = 0;
const PER_DECADE = 4;
/** Half the spacing of float64 numbers at 1: what rounding does to a number, relative to it. */
const ROUNDING = 2 ** -53;

/** What one step h measures. */
export interface Measured {
  readonly step: number;
  /** (L(x + h) − L(x − h)) / 2h */
  readonly central: number;
  readonly left: number;
  readonly right: number;
  /** |central − gradient| */
  readonly difference: number;
}

/** Steps from 10⁻¹² to 1, a few to a decade. */
export function nudgeSteps(): readonly number[] {
  const count = (LARGEST_STEP - SMALLEST_STEP) * PER_DECADE + 1;
  return Array.from({ length: count }, (_, at) => stepOf(SMALLEST_STEP + at / PER_DECADE));
}

/** 10^exponent, exactly where the exponent is whole. */
export function stepOf(exponent: number): number {
  return Number.isInteger(exponent) ? Number(`1e${exponent}`) : 10 ** exponent;
}

/** Where the loss has to be known: x, then x − h and x + h of each step. */
export function nudgedPoints(x: number, steps: readonly number[]): readonly number[] {
  return [x, ...steps.flatMap((step) => [x - step, x + step])];
}

/** `losses` at `nudgedPoints`. */
export function measured(losses: readonly number[], steps: readonly number[], gradient: number): readonly Measured[] {
  const here = losses[0] ?? Number.NaN;
  return steps.map((step, at) => {
    const below = losses[1 + 2 * at] ?? Number.NaN;
    const above = losses[2 + 2 * at] ?? Number.NaN;
    const central = (above - below) / (2 * step);
    return {
      step,
      central,
      left: (here - below) / step,
      right: (above - here) / step,
      difference: Math.abs(central - gradient),
    };
  });
}

/** The two slopes at a kink: they differ, and go on differing as the step shrinks. `null` where the function is smooth. */
export function sidesAt(curve: readonly Measured[]): readonly [number, number] | null {
  const at = (exponent: number) => curve.find(({ step }) => step === stepOf(exponent));
  const [coarse, fine] = [at(-4), at(-6)];
  if (!coarse || !fine) return null;
  const gap = Math.abs(fine.right - fine.left);
  const size = Math.max(Math.abs(fine.left), Math.abs(fine.right));
  const stays = gap > 0.5 * Math.abs(coarse.right - coarse.left);
  return Number.isFinite(gap) && stays && gap > 1e-3 * size ? [fine.left, fine.right] : null;
}

/** About how far a central difference is off: c·h² from cutting the series off, ε·|L|/h from rounding. */
export interface Branches {
  /** c in c·h²; 0 where the series ends before. */
  readonly truncation: number;
  /** ε·|L| in ε·|L|/h */
  readonly rounding: number;
}

export function branchesOf(curve: readonly Measured[], loss: number): Branches {
  const rounding = ROUNDING * Math.max(Math.abs(loss), Number.MIN_VALUE);
  // Read where truncation rules: a step well above the bottom of the curve, well below 1.
  const clear = curve.findLast(({ step, difference }) => step <= 1e-1 && difference > (100 * rounding) / step);
  return { truncation: clear ? clear.difference / clear.step ** 2 : 0, rounding };
}
