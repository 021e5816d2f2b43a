/*
 * Ported from fdlibm:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunPro, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
 * preserved.
 */
import { largestExponent, ln2Head, ln2Tail } from './ln2.ts';
import { highWord, powerOfTwo, withHighWord } from './words.ts';

// 1 + z·Q(z), z = r²/2, approximates (6/r)·((e^r + 1)/(e^r − 1) − 2/r) on |r| ≤ ½ ln 2 to 2^−61
const Q1 = -0.03333333333333313;
const Q2 = 0.0015873015872548146;
const Q3 = -0.0000793650757867488;
const Q4 = 0.000004008217827329362;
const Q5 = -2.0109921818362437e-7;

/** e^x − 1 without the cancellation near 0, within 1 ulp. */
export function expm1(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > largestExponent) return Number.POSITIVE_INFINITY;
  if (x < -56 * Math.LN2) return -1;
  const size = Math.abs(x);
  if (size < 5.551115123125783e-17 /* 2^−54 */) return x;

  // x = k ln 2 + r; what rounding took from r is kept in `lost`
  let k = 0;
  let r = x;
  let lost = 0;
  if (size > 0.5 * Math.LN2) {
    if (size < 1.5 * Math.LN2) k = x < 0 ? -1 : 1;
    else k = Math.trunc(Math.LOG2E * x + (x < 0 ? -0.5 : 0.5));
    const head = x - k * ln2Head;
    const tail = k * ln2Tail;
    r = head - tail;
    lost = head - r - tail;
  }

  const half = 0.5 * r;
  const z = r * half;
  const r1 = 1 + z * (Q1 + z * (Q2 + z * (Q3 + z * (Q4 + z * Q5))));
  const t = 3 - r1 * half;
  let e = z * ((r1 - t) / (6 - r * t));
  if (k === 0) return r - (r * e - z);
  e = r * (e - lost) - lost;
  e -= z;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) return scaled(1 - (e - r), k) - 1;
  if (k < 20) return scaled(1 - powerOfTwo(-k) - (e - r), k);
  return scaled(r - (e + powerOfTwo(-k)) + 1, k);
}

/** y·2^k. At k = 1024 the power itself is no double, but y·2^k may be. */
function scaled(y: number, k: number): number {
  return k === 1024 ? y * 2 * 8.98846567431158e307 /* 2^1023 */ : withHighWord(y, highWord(y) + (k << 20));
}
