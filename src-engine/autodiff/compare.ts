import type { GradientComparison } from './check-report.ts';
import { centralDifference, firstStep, measureSlope, oneSidedSlopes, type Section } from './slope.ts';

/** L along one line through the current point, and the slope that the backward pass gives for it. */
export interface Probe {
  /** Flat index of the element moved; -1 for a direction. */
  readonly index: number;
  readonly analytic: number;
  readonly section: Section;
  /** Size of the numbers moved: steps are chosen by it. */
  readonly scale: number;
  /** Error that rounding leaves in L. */
  readonly rounding: number;
  /** What was met since the probe began. */
  readonly met: Met;
}

export interface Met {
  /** An input that sits at a kink was moved. */
  kink: boolean;
  /** An op refused its inputs: class indices have no neighbours. */
  refusal: boolean;
}

export type Compared = Omit<GradientComparison, 'of'>;

export function compareSlope(probe: Probe, tolerance: number): Compared {
  const { index, analytic, section, scale, rounding, met } = probe;
  const result = (
    verdict: Compared['verdict'],
    numeric: number,
    sides?: { left: number; right: number },
  ): Compared => ({
    index,
    analytic,
    numeric,
    error: Math.abs(analytic - numeric) / Math.max(1, Math.abs(analytic), Math.abs(numeric)),
    verdict,
    ...sides,
  });
  const agrees = (numeric: number, doubt: number) =>
    Math.abs(analytic - numeric) <= tolerance * Math.max(1, Math.abs(analytic), Math.abs(numeric)) + doubt;

  const step = firstStep(scale);
  const quick = centralDifference(section, step);
  if (met.refusal) return result('kink', 0);
  if (!Number.isFinite(analytic)) return result('unbounded', quick);
  if (met.kink) {
    const here = section(0);
    const left = (here - section(-step)) / step;
    const right = (section(step) - here) / step;
    if (agrees(left, rounding / step) && agrees(right, rounding / step)) return result('match', quick);
    return Number.isFinite(quick) ? result('kink', quick, { left, right }) : result('unbounded', quick);
  }
  const first = result('match', quick);
  if (first.error <= tolerance / 100) return first;

  const measured = measureSlope(section, scale, rounding);
  if (!measured) return result('unbounded', quick);
  const second = result('match', measured.slope);
  if (agrees(quick, rounding / step)) return first.error <= second.error ? first : second;
  if (agrees(measured.slope, measured.doubt)) return second;
  const sides = oneSidedSlopes(section, scale);
  const between =
    sides !== null &&
    analytic >= Math.min(sides.left, sides.right) - tolerance &&
    analytic <= Math.max(sides.left, sides.right) + tolerance;
  return between ? result('kink', measured.slope, sides) : result('differs', measured.slope);
}

const SEVERITY: Readonly<Record<Compared['verdict'], number>> = { match: 0, kink: 1, unbounded: 2, differs: 3 };

/** Whether the first of two comparisons of one gradient is the one to report. */
export function isWorse(a: Compared, b: Compared): boolean {
  if (a.verdict !== b.verdict) return SEVERITY[a.verdict] > SEVERITY[b.verdict];
  return a.error > b.error;
}
