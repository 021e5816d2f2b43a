import { describe, expect, it } from 'vitest';
import { branchesOf, measured, nudgedPoints, nudgeSteps, sidesAt, stepOf } from './nudge-curve.ts';

const curveOf = (loss: (x: number) => number, x: number, gradient: number) => {
  const steps = nudgeSteps();
  return measured(nudgedPoints(x, steps).map(loss), steps, gradient);
};
const at = (curve: ReturnType<typeof curveOf>, exponent: number) =>
  curve.find(({ step }) => step === stepOf(exponent))!;

describe('a smooth function', () => {
  const cube = curveOf((x) => x ** 3, 2, 12);
  it('is measured ever better as the step shrinks, until rounding takes over', () => {
    expect(at(cube, 0).difference).toBe(1); // exactly h² for a cube
    expect(at(cube, -2).difference).toBeCloseTo(1e-4, 8);
    expect(at(cube, -5).difference).toBeLessThan(1e-8);
    expect(at(cube, -12).difference).toBeGreaterThan(at(cube, -5).difference);
  });
  it('has both branches', () => {
    const { truncation, rounding } = branchesOf(cube, 8);
    expect(truncation).toBeCloseTo(1, 2);
    expect(rounding).toBe(8 * 2 ** -53);
  });
  it('has no sides', () => expect(sidesAt(cube)).toBeNull());
  it('has no sides where it bends sharply either', () => {
    expect(sidesAt(curveOf((x) => 500 * x ** 2, 0, 0))).toBeNull();
  });
});

it('a parabola has no truncation: the central difference is exact', () => {
  const square = curveOf((x) => x * x, 3, 6);
  expect(at(square, 0).difference).toBe(0);
  expect(branchesOf(square, 9).truncation).toBe(0);
});

it('at a kink the slopes of both sides stay apart', () => {
  expect(sidesAt(curveOf((x) => Math.max(0, x), 0, 0))).toEqual([0, 1]);
  expect(sidesAt(curveOf((x) => Math.abs(x), 0, 0))).toEqual([-1, 1]);
});

it('steps go from 1e-12 to 1, whole powers of ten exactly', () => {
  const steps = nudgeSteps();
  expect([steps[0], steps.at(-1), steps.includes(1e-6)]).toEqual([1e-12, 1, true]);
});
