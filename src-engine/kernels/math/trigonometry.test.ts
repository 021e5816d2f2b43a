import { describe, expect, it } from 'vitest';
import { sweep, ulps } from '../../testing/ulps.ts';
import { cos, sin } from './sin-cos.ts';
import { tan } from './tan.ts';

const everywhere = sweep();

describe.each([
  { name: 'sin', own: sin, reference: Math.sin },
  { name: 'cos', own: cos, reference: Math.cos },
  { name: 'tan', own: tan, reference: Math.tan },
])('$name', ({ own, reference }) => {
  it('is within 1 ulp of the platform over every magnitude', () => {
    for (const x of everywhere) {
      if (!(ulps(own(x), reference(x)) <= 1)) expect({ x, own: own(x) }).toEqual({ x, own: reference(x) });
    }
    expect(everywhere.length).toBeGreaterThan(10_000);
  });

  it('is within 1 ulp next to multiples of a quarter turn, where almost all bits cancel', () => {
    for (let turn = -2000; turn <= 2000; turn++) {
      const x = turn * (Math.PI / 2);
      expect(ulps(own(x), reference(x))).toBeLessThanOrEqual(1);
    }
    // The double closest to a multiple of π/2 (Kahan)
    const closest = 6381956970095103 * 2 ** 797;
    expect(ulps(own(closest), reference(closest))).toBeLessThanOrEqual(1);
  });

  it('keeps NaN, and has no value at infinity', () => {
    for (const x of [Number.NaN, Infinity, -Infinity, 0, -0, 5e-324, -5e-324]) expect(own(x)).toBe(reference(x));
  });
});

it('agrees between the two ways of reducing on both sides of the border', () => {
  for (const x of [823548.5, 823549, 823549.5, 1e6]) {
    expect(ulps(sin(x), Math.sin(x))).toBeLessThanOrEqual(1);
    expect(sin(x) ** 2 + cos(x) ** 2).toBeCloseTo(1, 15);
  }
});
