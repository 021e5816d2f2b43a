import { expect, it } from 'vitest';
import { type DescentStep, nextPlace, placeAt, slopePoints, verdictOf } from './descent.ts';

function descend(loss: (x: number) => number, start: number, rate: number, count: number): readonly DescentStep[] {
  const steps: DescentStep[] = [];
  for (let x = start; steps.length <= count; x = nextPlace(steps.at(-1)!, rate))
    steps.push(placeAt(x, slopePoints(x).map(loss)));
  return steps;
}
const square = (x: number) => x * x;

it('measures the slope of each place', () => {
  const [first, second] = descend(square, 3, 0.1, 1);
  expect(first!.slope).toBeCloseTo(6, 8);
  expect(second!.x).toBeCloseTo(2.4, 8);
});

it('settles where the slope is nothing', () => expect(verdictOf(descend(square, 3, 0.4, 40))).toBe('settled'));
it('falls on the way', () => expect(verdictOf(descend(square, 3, 0.1, 4))).toBe('falls'));
it('swings with a large rate', () => expect(verdictOf(descend(square, 3, 0.95, 8))).toBe('swings'));
it('grows with too large a rate', () => expect(verdictOf(descend(square, 3, 1.1, 8))).toBe('grows'));
it('is lost where the loss is no number', () => {
  expect(verdictOf(descend((x) => Math.log(x), 0.1, 1, 2))).toBe('lost');
});
it('says nothing before the first step', () => expect(verdictOf(descend(square, 3, 0.1, 0))).toBe('none'));
it('stops in a local minimum, though another is deeper', () => {
  const wave = (x: number) => x ** 4 - 3 * x ** 2 + x;
  const steps = descend(wave, 2, 0.02, 300);
  expect(verdictOf(steps)).toBe('settled');
  expect(steps.at(-1)!.x).toBeCloseTo(1.131, 3);
});
