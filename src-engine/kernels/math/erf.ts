/*
 * Ported from fdlibm:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunPro, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
 * preserved.
 */
import { exp } from './exp.ts';
import { leadingBits } from './words.ts';

/** erf 1 rounded to 24 bits. */
const centre = 0.8450629115104675;
/** 2/√π − 1. */
const slopeLessOne = 0.1283791670955126;

// Near zero: (erf x − x)/x = P(x²)/Q(x²) on |x| ≤ 0.84375
const PP = [
  0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -0.000023763016656650163,
] as const;
const QQ = [
  1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164, -0.000003960228278775368,
] as const;
// Near one: erf x = centre + P(s)/Q(s), s = |x| − 1, on 0.84375 ≤ |x| ≤ 1.25
const PA = [
  -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
  0.035478304325618236, -0.002166375594868791,
] as const;
const QA = [
  1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
  0.011984499846799107,
] as const;
// Tail: ln(x·erfc x) + x² + 0.5625 = R(1/x²)/S(1/x²) on 1.25 ≤ |x| ≤ 1/0.35
const RA = [
  -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
  -184.60509290671104, -81.2874355063066, -9.814329344169145,
] as const;
const SA = [
  1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
  108.63500554177944, 6.570249770319282, -0.0604244152148581,
] as const;
// Far tail: the same on 1/0.35 ≤ |x| ≤ 28
const RB = [
  -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
  -1025.0951316110772, -483.5191916086514,
] as const;
const SB = [
  1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
  474.52854120695537, -22.44095244658582,
] as const;

/** 2/√π ∫₀ˣ e^(−t²) dt, within 1 ulp. */
export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size < 0.84375) return erfNearZero(x);
  let y = 1;
  if (size < 1.25) y = centre + nearOne(size);
  else if (size < 6) y = 1 - tail(size);
  return x < 0 ? -y : y;
}

/** 1 − erf x without the cancellation for large x; within 1 ulp up to 1.25, 4 ulp in the tail. 0 from about 27.3 on. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size < 0.84375) {
    if (x < 0.25) return 1 - erfNearZero(x);
    const z = x * x;
    return 0.5 - (x * (polynomial(PP, z) / polynomial(QQ, z)) + (x - 0.5));
  }
  if (size < 1.25) return x < 0 ? 1 + (centre + nearOne(size)) : 1 - centre - nearOne(size);
  if (x < -6) return 2;
  if (x >= 28) return 0;
  return x < 0 ? 2 - tail(size) : tail(size);
}

function erfNearZero(x: number): number {
  if (Math.abs(x) < 3.725290298461914e-9 /* 2^−28 */) {
    // In eighths and back, so that a subnormal product keeps its bits
    return Math.abs(x) < 3.5e-308 ? 0.125 * (8 * x + 8 * slopeLessOne * x) : x + slopeLessOne * x;
  }
  const z = x * x;
  return x + x * (polynomial(PP, z) / polynomial(QQ, z));
}

const nearOne = (size: number) => polynomial(PA, size - 1) / polynomial(QA, size - 1);

/** erfc on [1.25, 28). x² is split so that its leading part is exact in the exponent. */
function tail(x: number): number {
  const s = 1 / (x * x);
  const near = x < 2.857142857142857;
  const ratio = polynomial(near ? RA : RB, s) / polynomial(near ? SA : SB, s);
  const z = leadingBits(x);
  return (exp(-z * z - 0.5625) * exp((z - x) * (z + x) + ratio)) / x;
}

/** Σ c[k]·s^k, from the last coefficient on (Horner). */
function polynomial(c: readonly number[], s: number): number {
  let sum = c[c.length - 1]!;
  for (let k = c.length - 2; k >= 0; k--) sum = c[k]! + s * sum;
  return sum;
}
