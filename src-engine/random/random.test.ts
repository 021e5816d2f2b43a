import { describe, expect, test } from 'vitest';
import { stream } from './stream.ts';
import { xoshiro128 } from './xoshiro128.ts';

test('xoshiro128++ draws the published reference numbers', () => {
  const words = xoshiro128(1, 2, 3, 4);
  expect(Array.from({ length: 10 }, words)).toEqual([
    641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420,
  ]);
});

describe('a stream', () => {
  const draw = (seed: number, purpose: string, count = 1000) => Array.from({ length: count }, stream(seed, purpose));

  test('is the same for the same seed and purpose', () => {
    expect(draw(7, 'weights')).toEqual(draw(7, 'weights'));
  });
  test('differs between purposes and between seeds', () => {
    const firsts = new Set([
      draw(7, 'weights')[0],
      draw(7, 'noise')[0],
      draw(8, 'weights')[0],
      draw(7.5, 'weights')[0],
    ]);
    expect(firsts.size).toBe(4);
  });
  test('fills [0, 1) evenly', () => {
    const draws = draw(1, 'evenness', 100_000);
    expect(draws.every((each) => each >= 0 && each < 1)).toBe(true);
    const counts = new Array<number>(10).fill(0);
    for (const each of draws) counts[Math.floor(each * 10)]!++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500); // five standard deviations
  });
});
