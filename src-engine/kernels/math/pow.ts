/*
 * Ported from fdlibm:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunPro, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
 * preserved.
 */
import { fromWords, highWord, leadingBits, powerOfTwo, withHighWord } from './words.ts';

// (3/2)·(ln((1 + s)/(1 − s)) − 2s − ⅔s³) = s⁵·L(s²)
const L1 = 0.5999999999999946;
const L2 = 0.4285714285785502;
const L3 = 0.33333332981837743;
const L4 = 0.272728123808534;
const L5 = 0.23066074577556175;
const L6 = 0.20697501780033842;
// as in exp
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 0.00006613756321437934;
const P4 = -0.0000016533902205465252;
const P5 = 4.1381367970572385e-8;
const ln2Head = 0.6931471824645996;
const ln2Tail = -1.904654299957768e-9;
/** −(1024 − log₂(largest double + ½ ulp)). */
const overflowTail = 8.008566259537294e-17;
/** 2/(3 ln 2), its first 24 bits, and the rest. */
const cp = 0.9617966939259756;
const cpHead = 0.9617967009544373;
const cpTail = -7.028461650952758e-9;
/** 1/ln 2: first 24 bits, and the rest. */
const inverseLn2Head = 1.4426950216293335;
const inverseLn2Tail = 1.9259629911266175e-8;
/** log₂ 1.5: first 24 bits, and the rest. */
const log2Of1p5Head = 0.5849624872207642;
const log2Of1p5Tail = 1.350039202129749e-8;

/** log₂ of a positive number as head + tail; set by the two functions below, so that nothing is allocated. */
let logHead = 0;
let logTail = 0;

/**
 * base^exponent within 1 ulp, with the special cases of C and PyTorch: x^0 = 1 and 1^y = 1 even for NaN, (±1)^±∞ = 1, a
 * negative base is NaN unless the exponent is an integer.
 */
export function pow(base: number, exponent: number): number {
  if (exponent === 0 || base === 1) return 1;
  if (Number.isNaN(base) || Number.isNaN(exponent)) return Number.NaN;
  const size = Math.abs(base);
  if (!Number.isFinite(exponent)) {
    if (size === 1) return 1;
    return size > 1 === exponent > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  if (exponent === 1) return base;
  if (exponent === 2) return base * base;
  if (exponent === -1) return 1 / base;
  if (exponent === 0.5 && (base > 0 || Object.is(base, 0))) return Math.sqrt(base);

  const negative = base < 0 || Object.is(base, -0);
  const odd = negative && Number.isInteger(exponent) && Math.abs(exponent % 2) === 1;
  const sign = odd ? -1 : 1;
  if (size === 0 || size === Number.POSITIVE_INFINITY)
    return sign * ((size === 0) === exponent < 0 ? Number.POSITIVE_INFINITY : 0);
  if (base < 0 && !Number.isInteger(exponent)) return Number.NaN;
  if (size === 1) return sign;

  if (Math.abs(exponent) > 2147483648) {
    // The result ends unless the base is within 2^−20 of 1
    const word = highWord(size);
    const limit = Math.abs(exponent) > 18446744073709552000 ? [0x3fefffff, 0x3ff00000] : [0x3feffffe, 0x3ff00001];
    if (word <= limit[0]!) return exponent < 0 ? sign * Number.POSITIVE_INFINITY : sign * 0;
    if (word >= limit[1]!) return exponent > 0 ? sign * Number.POSITIVE_INFINITY : sign * 0;
    logNearOne(size);
  } else {
    logAnywhere(size);
  }

  // log₂ of the result = head·head + the products that involve a tail
  const exponentHead = leadingBits(exponent);
  const low = (exponent - exponentHead) * logHead + exponent * logTail;
  const high = exponentHead * logHead;
  const z = low + high;
  if (z > 1024 || (z === 1024 && low + overflowTail > z - high)) return sign * Number.POSITIVE_INFINITY;
  if (z < -1075 || (z === -1075 && low <= z - high)) return sign * 0;
  return sign * powerOfTwoSum(high, low);
}

/** For 2^−20 < |x − 1|: log₂ x by x = 2^n·c·(1 + s)/(1 − s), c = 1 or 1.5. */
function logAnywhere(x: number): void {
  let n = 0;
  let ax = x;
  if (ax < 2.2250738585072014e-308 /* 2^−1022 */) {
    ax *= 9007199254740992;
    n = -53;
  }
  let word = highWord(ax);
  n += (word >> 20) - 0x3ff;
  const mantissa = word & 0xfffff;
  word = mantissa | 0x3ff00000;
  let k = 0;
  if (mantissa > 0x3988e) {
    if (mantissa < 0xbb67a) {
      k = 1;
    } else {
      n += 1;
      word -= 0x100000;
    }
  }
  ax = withHighWord(ax, word);
  const c = k === 0 ? 1 : 1.5;

  // s = (ax − c)/(ax + c) = sHead + sTail
  const numerator = ax - c;
  const v = 1 / (ax + c);
  const s = numerator * v;
  const sHead = leadingBits(s);
  let tHead = fromWords(((word >> 1) | 0x20000000) + 0x80000 + (k << 18), 0);
  let tTail = ax - (tHead - c);
  const sTail = v * (numerator - sHead * tHead - sHead * tTail);

  // u + w = s·(3 + s² + …)
  let square = s * s;
  let r = square * square * (L1 + square * (L2 + square * (L3 + square * (L4 + square * (L5 + square * L6)))));
  r += sTail * (sHead + s);
  square = sHead * sHead;
  tHead = leadingBits(3 + square + r);
  tTail = r - (tHead - 3 - square);
  const u = sHead * tHead;
  const w = sTail * tHead + tTail * s;

  // × 2/(3 ln 2), + log₂ c + n
  const pHead = leadingBits(u + w);
  const pTail = w - (pHead - u);
  const zHead = cpHead * pHead;
  const zTail = cpTail * pHead + pTail * cp + (k === 0 ? 0 : log2Of1p5Tail);
  const cHead = k === 0 ? 0 : log2Of1p5Head;
  logHead = leadingBits(zHead + zTail + cHead + n);
  logTail = zTail - (logHead - n - cHead - zHead);
}

/** For |x − 1| ≤ 2^−20: log₂ x by the first terms of its series. */
function logNearOne(x: number): void {
  const t = x - 1;
  const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
  const u = inverseLn2Head * t;
  const v = t * inverseLn2Tail - w * Math.LOG2E;
  logHead = leadingBits(u + v);
  logTail = v - (logHead - u);
}

/** 2^(high + low), |high + low| within the range of doubles. */
function powerOfTwoSum(high: number, low: number): number {
  let n = 0;
  let head = high;
  const z = high + low;
  if (Math.abs(z) > 0.5) {
    n = z < 0 ? -Math.floor(0.5 - z) : Math.floor(z + 0.5);
    head -= n;
  }
  const t = leadingBits(low + head);
  const u = t * ln2Head;
  const v = (low - (t - head)) * Math.LN2 + t * ln2Tail;
  const x = u + v;
  const w = v - (x - u);
  const square = x * x;
  const c = x - square * (P1 + square * (P2 + square * (P3 + square * (P4 + square * P5))));
  const r = (x * c) / (c - 2) - (w + x * w);
  const y = 1 - (r - x);
  if (n >= -1021 && n <= 1023) return y * powerOfTwo(n);
  // In two steps, of which only the last rounds
  return n > 0 ? y * 2 * powerOfTwo(n - 1) : y * powerOfTwo(n + 100) * powerOfTwo(-100);
}
