/*
 * Ported from fdlibm:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunPro, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
 * preserved.
 */
import { largestExponent, ln2Head, ln2Tail } from './ln2.ts';
import { powerOfTwo } from './words.ts';

/** Below this x, e^x is less than half the smallest subnormal. */
const smallestExponent = -745.1332191019411;
const twoToMinus1000 = 9.332636185032189e-302;

// 2 + r²·P(r²) approximates r·(e^r + 1)/(e^r − 1) on |r| ≤ ½ ln 2 to 2^−59
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 0.00006613756321437934;
const P4 = -0.0000016533902205465252;
const P5 = 4.1381367970572385e-8;

/** e^x, within 1 ulp. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > largestExponent) return Number.POSITIVE_INFINITY;
  if (x < smallestExponent) return 0;
  if (x === 1) return Math.E; // the one argument at which the last bit would be seen
  const size = Math.abs(x);
  if (size < 3.725290298461914e-9 /* 2^−28 */) return 1 + x;

  // x = k ln 2 + r, r = head − tail
  let k = 0;
  let head = x;
  let tail = 0;
  let r = x;
  if (size > 0.5 * Math.LN2) {
    if (size < 1.5 * Math.LN2) k = x < 0 ? -1 : 1;
    else k = Math.trunc(Math.LOG2E * x + (x < 0 ? -0.5 : 0.5));
    head = x - k * ln2Head;
    tail = k * ln2Tail;
    r = head - tail;
  }

  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  const y = 1 - (tail - (r * c) / (2 - c) - head);
  if (k < -1021) return y * powerOfTwo(k + 1000) * twoToMinus1000; // subnormal: rounded once, at the end
  return k > 1023 ? y * 2 * powerOfTwo(k - 1) : y * powerOfTwo(k);
}
