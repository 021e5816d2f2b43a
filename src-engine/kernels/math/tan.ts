/*
 * Ported from fdlibm:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunPro, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
 * preserved.
 */
import { quarterTurns } from './quarter-turns.ts';
import { leadingBits } from './words.ts';

const QUARTER_PI = Math.PI / 4;
const QUARTER_PI_TAIL = 3.061616997868383e-17;

// tan x = x + x³·T(x²) on |x| ≤ 0.67434, to 2^−59.2
const T0 = 0.3333333333333341;
const T1 = 0.13333333333320124;
const T2 = 0.05396825397622605;
const T3 = 0.021869488294859542;
const T4 = 0.0088632398235993;
const T5 = 0.0035920791075913124;
const T6 = 0.0014562094543252903;
const T7 = 0.0005880412408202641;
const T8 = 0.0002464631348184699;
const T9 = 0.00007817944429395571;
const T10 = 0.00007140724913826082;
const T11 = -0.000018558637485527546;
const T12 = 0.00002590730518636337;

/** tan x, x in radians, within 1 ulp however large x is; NaN at ±∞. */
export function tan(x: number): number {
  if (Math.abs(x) <= QUARTER_PI) return tanNearZero(x, 0, false);
  if (!Number.isFinite(x)) return Number.NaN;
  const { quadrant, head, tail } = quarterTurns(x);
  return tanNearZero(head, tail, (quadrant & 1) === 1);
}

/** tan(x + tail) for |x| ≤ π/4, or −1/tan(x + tail). */
function tanNearZero(x: number, tail: number, inverted: boolean): number {
  if (Math.abs(x) < 3.725290298461914e-9 /* 2^−28 */) return inverted ? -1 / x : x;
  const large = Math.abs(x) >= 0.67434;
  let u = x;
  let rest = tail;
  if (large) {
    // tan(π/4 − u) = (1 − tan u)/(1 + tan u)
    const sign = x < 0 ? -1 : 1;
    u = QUARTER_PI - sign * x + (QUARTER_PI_TAIL - sign * tail);
    rest = 0;
  }
  const z = u * u;
  const w = z * z;
  const even = T1 + w * (T3 + w * (T5 + w * (T7 + w * (T9 + w * T11))));
  const odd = z * (T2 + w * (T4 + w * (T6 + w * (T8 + w * (T10 + w * T12)))));
  const cube = z * u;
  let r = rest + z * (cube * (even + odd) + rest);
  r += T0 * cube;
  const y = u + r;
  if (large) {
    const v = inverted ? -1 : 1;
    return (x < 0 ? -1 : 1) * (v - 2 * (u - ((y * y) / (y + v) - r)));
  }
  if (!inverted) return y;
  // −1/(u + r) to the last bit: one correction of −1/y
  const head = leadingBits(y);
  const lost = r - (head - u);
  const quotient = -1 / y;
  const t = leadingBits(quotient);
  return t + quotient * (1 + t * head + t * lost);
}
