/*
 * Ported from fdlibm:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunPro, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
 * preserved.
 */
import { ln2Head, ln2Tail } from './ln2.ts';
import { highWord, withHighWord } from './words.ts';

// z·G(z), z = s², approximates ln((1 + s)/(1 − s))/s − 2 on |s| ≤ 0.1716 to 2^−58.45
const G1 = 0.6666666666666735;
const G2 = 0.3999999999940942;
const G3 = 0.2857142874366239;
const G4 = 0.22222198432149784;
const G5 = 0.1818357216161805;
const G6 = 0.15313837699209373;
const G7 = 0.14798198605116586;

/** ln x, within 1 ulp; −∞ at 0, NaN below. */
export function log(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;

  // x = 2^k (1 + f), √2/2 < 1 + f < √2
  let k = -1023;
  let m = x;
  if (x < 2.2250738585072014e-308 /* 2^−1022 */) {
    k -= 54;
    m *= 18014398509481984;
  }
  const word = highWord(m);
  const mantissa = word & 0xfffff;
  const carry = (mantissa + 0x95f64) & 0x100000;
  k += (word >> 20) + (carry >> 20);
  const f = withHighWord(m, mantissa | (carry ^ 0x3ff00000)) - 1;

  if ((0xfffff & (2 + mantissa)) < 3) {
    // |f| < 2^−20
    if (f === 0) return k === 0 ? 0 : k * ln2Head + k * ln2Tail;
    const R = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - R : k * ln2Head - (R - k * ln2Tail - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const R = z * (G1 + w * (G3 + w * (G5 + w * G7))) + w * (G2 + w * (G4 + w * G6));
  if (((mantissa - 0x6147a) | (0x6b851 - mantissa)) > 0) {
    const halfSquare = 0.5 * f * f;
    if (k === 0) return f - (halfSquare - s * (halfSquare + R));
    return k * ln2Head - (halfSquare - (s * (halfSquare + R) + k * ln2Tail) - f);
  }
  return k === 0 ? f - s * (f - R) : k * ln2Head - (s * (f - R) - k * ln2Tail - f);
}
