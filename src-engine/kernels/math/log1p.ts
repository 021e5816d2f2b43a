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

/** ln(1 + x) without the rounding of 1 + x, within 1 ulp; −∞ at −1, NaN below. */
export function log1p(x: number): number {
  if (x === -1) return Number.NEGATIVE_INFINITY;
  if (!(x > -1)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const size = Math.abs(x);
  if (size < 5.551115123125783e-17 /* 2^−54 */) return x;
  if (size < 1.862645149230957e-9 /* 2^−29 */) return x - x * x * 0.5;

  // 1 + x = 2^k (1 + f), √2/2 < 1 + f < √2; what rounding took from 1 + x is kept in c
  let k = 0;
  let f = x;
  let c = 0;
  let word = 1;
  const xWord = highWord(x);
  if (xWord >= 0x3fda827a || (xWord < 0 && xWord > (0xbfd2bec3 | 0))) {
    let u = x;
    if (x < 9007199254740992) {
      u = 1 + x;
      word = highWord(u);
      k = (word >> 20) - 1023;
      c = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    } else {
      word = highWord(u);
      k = (word >> 20) - 1023;
    }
    word &= 0xfffff;
    if (word < 0x6a09e) {
      u = withHighWord(u, word | 0x3ff00000);
    } else {
      k += 1;
      u = withHighWord(u, word | 0x3fe00000);
      word = (0x100000 - word) >> 2;
    }
    f = u - 1;
  }

  const halfSquare = 0.5 * f * f;
  if (word === 0) {
    // |f| < 2^−20
    if (f === 0) return k === 0 ? 0 : k * ln2Head + (c + k * ln2Tail);
    const R = halfSquare * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - R : k * ln2Head - (R - (k * ln2Tail + c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const R = z * (G1 + z * (G2 + z * (G3 + z * (G4 + z * (G5 + z * (G6 + z * G7))))));
  if (k === 0) return f - (halfSquare - s * (halfSquare + R));
  return k * ln2Head - (halfSquare - (s * (halfSquare + R) + (k * ln2Tail + c)) - f);
}
