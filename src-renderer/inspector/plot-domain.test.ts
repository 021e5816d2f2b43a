import { describe, expect, it } from 'vitest';
import { domainAround, piecesOf, rangeOf, samples } from './plot-domain.ts';

const over = (f: (x: number) => number) => (at: readonly number[]) => at.map(f);

describe('where a function is drawn', () => {
  it('is −3 to 3 for inputs near 0, and 0 itself is a sample', () => {
    expect(
      domainAround(
        2,
        over((x) => x * x),
      ),
    ).toEqual([-3, 3]);
    expect(samples([-3, 3])).toContain(0);
  });

  it('is a window around a larger input', () => {
    expect(
      domainAround(
        100,
        over((x) => x),
      ),
    ).toEqual([50, 150]);
    expect(
      domainAround(
        -8,
        over((x) => x),
      ),
    ).toEqual([-12, -4]);
  });

  it('begins where the function does', () => {
    const [low, high] = domainAround(1, over(Math.log));
    expect(low).toBeGreaterThan(-0.4);
    expect(low).toBeLessThan(0.05);
    expect(high - low).toBeCloseTo(6, 1);
  });

  it('stays put where nothing is finite', () => {
    expect(
      domainAround(
        Number.NaN,
        over(() => Number.NaN),
      ),
    ).toEqual([-3, 3]);
  });
});

describe('what the vertical axis spans', () => {
  it('is all values of a tame curve', () => {
    expect(
      rangeOf(
        samples([-3, 3]).map((x) => x * x),
        4,
      ),
    ).toEqual([0, 9]);
  });

  it('leaves out the peaks of a pole, never the current value', () => {
    const values = samples([-3, 3]).map((x) => 1 / x);
    const [low, high] = rangeOf(values, 0.5);
    expect(high).toBeLessThan(15);
    expect(low).toBeGreaterThan(-15);
    expect(rangeOf(values, 80)[1]).toBe(80);
  });

  it('is not empty for a constant', () => {
    expect(rangeOf([2, 2, 2], 2)).toEqual([1, 3]);
    expect(rangeOf([], Number.NaN)).toEqual([-1, 1]);
  });
});

it('breaks a curve at gaps and poles, not at kinks', () => {
  const drawn = (f: (x: number) => number) => {
    const points = samples([-3, 3], 61).map((x) => ({ x, y: f(x) }));
    return piecesOf(
      points,
      rangeOf(
        points.map(({ y }) => y),
        f(1),
      ),
    ).length;
  };
  expect(drawn((x) => 1 / x)).toBe(2);
  expect(drawn(Math.abs)).toBe(1);
  expect(drawn((x) => Math.sqrt(x))).toBe(1);
});
