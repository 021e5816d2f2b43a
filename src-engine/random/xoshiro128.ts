/** Whole numbers from 0 to 2³² − 1. */
export type Words = () => number;

/**
 * xoshiro128++ 1.0: period 2¹²⁸ − 1, whole-number arithmetic alone, so that every machine draws the same numbers.
 * The state is four words, not all 0. Source: Blackman and Vigna, https://prng.di.unimi.it/xoshiro128plusplus.c
 */
export function xoshiro128(s0: number, s1: number, s2: number, s3: number): Words {
  let a = s0 >>> 0;
  let b = s1 >>> 0;
  let c = s2 >>> 0;
  let d = s3 >>> 0;
  return () => {
    const sum = (a + d) >>> 0;
    const drawn = (((sum << 7) | (sum >>> 25)) + a) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return drawn;
  };
}
