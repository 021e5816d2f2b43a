import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ulps } from '../../testing/ulps.ts';
import { pow } from './pow.ts';

const special = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2,
  -2,
  3,
  -3,
  1.5,
  1e308,
  -1e308,
  5e-324,
  -5e-324,
  Infinity,
  -Infinity,
  NaN,
  0.9999999,
  1.0000001,
  2 ** 31,
  2 ** 53 + 2,
  2 ** 65,
  -(2 ** 65),
  1023,
  1024,
  -1074,
  -1075,
  1 - 2 ** -53,
  1 + 2 ** -52,
];

describe('pow', () => {
  it('has the special cases of C, where 1 to any power and (±1)^±∞ are 1', () => {
    for (const x of special) {
      for (const y of special) {
        const expected = x === 1 || (Math.abs(x) === 1 && Math.abs(y) === Infinity) ? 1 : x ** y;
        const own = pow(x, y);
        if (!(ulps(own, expected) <= 1)) expect({ x, y, own }).toEqual({ x, y, own: expected });
        expect(Object.is(own, -0)).toBe(Object.is(expected, -0));
      }
    }
  });

  it('is within 1 ulp of the platform wherever the result is a double', () => {
    const exponent = fc.double({ min: -1080, max: 1030, noNaN: true });
    const base = fc.double({ min: 0, noDefaultInfinity: true, noNaN: true });
    fc.assert(
      fc.property(base, exponent, (x, target) => {
        const y = x > 0 && x !== 1 ? target / Math.log2(x) : target;
        expect(ulps(pow(x, y), x ** y)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  it('gives exact integer powers exactly', () => {
    for (let x = -20; x <= 20; x++) {
      let product = 1;
      for (let n = 0; n <= 12; n++) {
        expect(pow(x, n)).toBe(product);
        product *= x;
        if (Math.abs(product) > Number.MAX_SAFE_INTEGER) break;
      }
    }
    for (let k = -1074; k <= 1023; k++) expect(pow(2, k)).toBe(2 ** k);
  });
});
