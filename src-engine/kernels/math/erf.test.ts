import { describe, expect, it } from 'vitest';
import { sweep, ulps } from '../../testing/ulps.ts';
import { erf, erfc } from './erf.ts';

const bits = 2600n;
const one = 1n << bits;
/** √π to the same bits, by Newton's iteration on the integer π·2^(2·bits). */
const rootOfPi = (() => {
  const arctanOfInverse = (n: bigint) => {
    let term = (one << 32n) / n;
    let sum = term;
    for (let k = 3n, sign = -1n; term > 0n; k += 2n, sign = -sign) {
      term /= n * n;
      sum += (sign * term) / k;
    }
    return sum;
  };
  const pi = (4n * (4n * arctanOfInverse(5n) - arctanOfInverse(239n))) >> 32n;
  let root = one << 1n;
  for (;;) {
    const next = (root + (pi << bits) / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
})();

/** 2/√π Σ (−1)ⁿ x^(2n+1)/(n!(2n+1)) in fixed point, for |x| ≤ 28. */
function exactErf(x: number): bigint {
  const scale = 2n ** 60n;
  const fixed = (BigInt(x * 2 ** 60) * one) / scale;
  const square = (fixed * fixed) >> bits;
  let term = fixed;
  let sum = fixed;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = -((term * square) >> bits) / n;
    sum += term / (2n * n + 1n);
  }
  return (sum << (bits + 1n)) / rootOfPi;
}

/** Nearest double to v/2^bits. */
function toDouble(v: bigint): number {
  const size = v < 0n ? -v : v;
  const length = BigInt(size.toString(2).length);
  const shift = length > 64n ? length - 64n : 0n;
  const power = Number(shift - bits);
  const y = Number(size >> shift) * 2 ** Math.max(power, -900) * 2 ** Math.min(power + 900, 0);
  return v < 0n ? -y : y;
}

describe('erf and erfc', () => {
  const points: number[] = [];
  for (let x = -7; x <= 26.5; x += 0.2083) points.push(Math.round(x * 2 ** 45) / 2 ** 45);

  it('stay within 1 ulp of their series summed in integers, and 4 ulp in the tail of erfc', () => {
    for (const x of points) {
      const exact = exactErf(x);
      expect(ulps(erf(x), toDouble(exact)), `erf ${x}`).toBeLessThanOrEqual(1);
      expect(ulps(erfc(x), toDouble(one - exact)), `erfc ${x}`).toBeLessThanOrEqual(x < 1.25 ? 1 : 4);
    }
  });

  it('are odd, and add up to 1', () => {
    const wrong = sweep().filter((x) => erf(-x) !== -erf(x) || Math.abs(erf(x) + erfc(x) - 1) > 2.3e-16);
    expect(wrong).toEqual([]);
  });

  it('end at their limits', () => {
    expect([erf(Infinity), erf(-Infinity), erfc(Infinity), erfc(-Infinity)]).toEqual([1, -1, 0, 2]);
    expect([erf(Number.NaN), erfc(Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
    expect([erf(0), erf(-0), erf(5e-324), erfc(0), erfc(28), erfc(-7)]).toEqual([0, -0, 5e-324, 1, 0, 2]);
  });
});
