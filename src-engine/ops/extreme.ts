import type { OneSided } from './lift.ts';

/** ∂y/∂x[slot] of a maximum or minimum y: 1 for the input chosen, shared evenly by those that tie; NaN is passed to all. */
export function extremeShare(x: Float64Array, slot: number, count: number, y: number): number {
  if (Number.isNaN(y)) return 1;
  if (x[slot] !== y) return 0;
  let ties = 0;
  for (let other = 0; other < count; other++) if (x[other] === y) ties += 1;
  return 1 / ties;
}

/** The corner at a tie: `slopes` of an input as it passes the best of the others. */
export function extremeCorner(best: (a: number, b: number) => number, slopes: OneSided) {
  return (x: Float64Array, slot: number, count: number, within: number): OneSided | null => {
    let others = Number.NaN;
    for (let other = 0; other < count; other++)
      if (other !== slot) others = Number.isNaN(others) ? x[other]! : best(others, x[other]!);
    const own = x[slot]!;
    return own === others || Math.abs(own - others) <= within ? slopes : null;
  };
}
