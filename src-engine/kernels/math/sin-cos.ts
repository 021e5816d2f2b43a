/*
 * Ported from fdlibm:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunPro, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
 * preserved.
 */
import { quarterTurns } from './quarter-turns.ts';
import { fromWords, highWord } from './words.ts';

// sin x = x + x³·S(x²), cos x = 1 − x²/2 + x⁴·C(x²) on |x| ≤ π/4, to 2^−58
const S1 = -0.16666666666666632;
const S2 = 0.00833333333332249;
const S3 = -0.0001984126982985795;
const S4 = 0.0000027557313707070068;
const S5 = -2.5050760253406863e-8;
const S6 = 1.58969099521155e-10;
const C1 = 0.0416666666666666;
const C2 = -0.001388888888887411;
const C3 = 0.00002480158728947673;
const C4 = -2.7557314351390663e-7;
const C5 = 2.087572321298175e-9;
const C6 = -1.1359647557788195e-11;

/** sin x, x in radians, within 1 ulp however large x is; NaN at ±∞. */
export function sin(x: number): number {
  if (Math.abs(x) <= QUARTER_PI) return sinNearZero(x, 0);
  if (!Number.isFinite(x)) return Number.NaN;
  const { quadrant, head, tail } = quarterTurns(x);
  const y = quadrant & 1 ? cosNearZero(head, tail) : sinNearZero(head, tail);
  return quadrant & 2 ? -y : y;
}

/** cos x, x in radians, within 1 ulp however large x is; NaN at ±∞. */
export function cos(x: number): number {
  if (Math.abs(x) <= QUARTER_PI) return cosNearZero(x, 0);
  if (!Number.isFinite(x)) return Number.NaN;
  const { quadrant, head, tail } = quarterTurns(x);
  const y = quadrant & 1 ? sinNearZero(head, tail) : cosNearZero(head, tail);
  return quadrant === 1 || quadrant === 2 ? -y : y;
}

const QUARTER_PI = Math.PI / 4;

/** sin(x + tail) for |x| ≤ π/4 and a tail below an ulp of x. */
function sinNearZero(x: number, tail: number): number {
  if (Math.abs(x) < 7.450580596923828e-9 /* 2^−27 */) return x;
  const z = x * x;
  const v = z * x;
  const r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
  return tail === 0 ? x + v * (S1 + z * r) : x - (z * (0.5 * tail - v * r) - tail - v * S1);
}

/** cos(x + tail) for |x| ≤ π/4 and a tail below an ulp of x. */
function cosNearZero(x: number, tail: number): number {
  const size = Math.abs(x);
  if (size < 7.450580596923828e-9 /* 2^−27 */) return 1;
  const z = x * x;
  const r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
  if (size < 0.3) return 1 - (0.5 * z - (z * r - x * tail));
  // 1 − z/2 by way of a quarter of x with few bits, so that 1 − quarter is exact
  const quarter = size > 0.78125 ? 0.28125 : fromWords(highWord(size) - 0x200000, 0);
  return 1 - quarter - (0.5 * z - quarter - (z * r - x * tail));
}
