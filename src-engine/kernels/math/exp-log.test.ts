import { describe, expect, it } from 'vitest';
import { sweep, ulps } from '../../testing/ulps.ts';
import { exp } from './exp.ts';
import { expm1 } from './expm1.ts';
import { log } from './log.ts';
import { log1p } from './log1p.ts';
import { tanh } from './tanh.ts';

const everywhere = sweep();

describe.each([
  { name: 'exp', own: exp, reference: Math.exp },
  { name: 'expm1', own: expm1, reference: Math.expm1 },
  { name: 'log', own: log, reference: Math.log },
  { name: 'log1p', own: log1p, reference: Math.log1p },
  { name: 'tanh', own: tanh, reference: Math.tanh },
])('$name', ({ own, reference }) => {
  it('is within 1 ulp of the platform over every magnitude', () => {
    for (const x of everywhere) {
      if (!(ulps(own(x), reference(x)) <= 1)) expect({ x, own: own(x) }).toEqual({ x, own: reference(x) });
    }
    expect(everywhere.length).toBeGreaterThan(10_000);
  });

  it('keeps NaN, infinities and the sign of zero', () => {
    for (const x of [Number.NaN, Infinity, -Infinity, 0, -0, 5e-324, -5e-324, 1e308, -1e308]) {
      expect(own(x)).toBe(reference(x));
    }
  });
});

describe('exp', () => {
  it('overflows and vanishes exactly where a double ends', () => {
    expect(exp(709.782712893384)).toBe(1.7976931348622732e308);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(-745.1332191019411)).toBe(5e-324);
    expect(exp(-745.1332191019412)).toBe(0);
    expect(expm1(709.782712893384)).toBe(1.7976931348622732e308);
  });

  it('gives e itself', () => {
    expect(exp(1)).toBe(Math.E);
  });
});
