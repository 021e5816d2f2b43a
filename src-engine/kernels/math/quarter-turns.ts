/*
 * Ported from fdlibm:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunPro, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
 * preserved.
 */
import { highWord, powerOfTwo } from './words.ts';

/** π/2 in three pieces of 33 bits, so that their products with an integer below 2^20 are exact; then what each leaves out. */
const P1 = 1.5707963267341256;
const P1Rest = 6.077100506506192e-11;
const P2 = 6.077100506303966e-11;
const P2Rest = 2.0222662487959506e-21;
const P3 = 2.0222662487111665e-21;
const P3Rest = 8.4784276603689e-32;

/** x minus the nearest multiple of π/2, as the sum `head + tail` with |head| ≤ π/4, and that multiple modulo 4. */
export interface QuarterTurns {
  quadrant: number;
  head: number;
  tail: number;
}

/** Reduces a finite x. Fills and returns the same object each time, so that nothing is allocated. */
export function quarterTurns(x: number): QuarterTurns {
  const size = Math.abs(x);
  if (size < 823549 /* below 2^19 · π/2 */) reduceMedium(size);
  else reduceHuge(size);
  if (x < 0) {
    reduced.quadrant = -reduced.quadrant & 3;
    reduced.head = -reduced.head;
    reduced.tail = -reduced.tail;
  }
  return reduced;
}

const reduced: QuarterTurns = { quadrant: 0, head: 0, tail: 0 };

const exponentOf = (x: number) => (highWord(x) >> 20) & 0x7ff;

/** Cody and Waite: subtracts n·π/2 piece by piece, taking further pieces while bits cancel. */
function reduceMedium(x: number): void {
  const n = Math.floor(x * (2 / Math.PI) + 0.5);
  let r = x - n * P1;
  let w = n * P1Rest;
  let head = r - w;
  if (exponentOf(x) - exponentOf(head) > 16) {
    let t = r;
    w = n * P2;
    r = t - w;
    w = n * P2Rest - (t - r - w);
    head = r - w;
    if (exponentOf(x) - exponentOf(head) > 49) {
      t = r;
      w = n * P3;
      r = t - w;
      w = n * P3Rest - (t - r - w);
      head = r - w;
    }
  }
  reduced.quadrant = n & 3;
  reduced.head = head;
  reduced.tail = r - head - w;
}

/** 2/π · 2^1584. */
const twoOverPi = BigInt(
  '0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73e' +
    'e88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b7' +
    '4f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6babf0cfbc209af4361da9e391615ee61b08' +
    '6599855f14a068408dffd8804d73273106061556ca73a8c960e27bc08c6b',
);
/** π/2 · 2^200. */
const halfPi = 0x1921fb54442d18469898cc51701b839a252049c1114cf98e804n;
const twoToMinus200 = 6.223015277861142e-61;

/** Payne and Hanek: x·2/π with all the bits it takes, in integers. */
function reduceHuge(x: number): void {
  const exponent = exponentOf(x) - 1075; // x = m · 2^exponent, m an integer of 53 bits
  const m = BigInt(exponent >= 0 ? x / powerOfTwo(exponent) : x * powerOfTwo(-exponent));
  const bits = BigInt(1584 - exponent);
  const turns = m * twoOverPi; // quarter turns · 2^bits
  let n = turns >> bits;
  let rest = turns - (n << bits);
  if (rest >> (bits - 1n) === 1n) {
    n += 1n;
    rest -= 1n << bits;
  }
  const r = (rest * halfPi) >> bits; // the remainder · 2^200
  const head = Number(r);
  reduced.quadrant = Number(n & 3n);
  reduced.head = head * twoToMinus200;
  reduced.tail = Number(r - BigInt(head)) * twoToMinus200;
}
