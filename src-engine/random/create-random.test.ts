import { describe, expect, it } from 'vitest';
import { createRandom } from './create-random.ts';

describe('random draws', () => {
  it('are the same for the same seed and purpose, bit for bit', () => {
    const draw = () => {
      const { normal, permutation, below } = createRandom(3, 'weights');
      return [normal(), normal(), normal(), ...permutation(5), below(100)];
    };
    expect(draw()).toEqual(draw());
    expect(draw()).toMatchInlineSnapshot(`
      [
        -0.5190621414457569,
        -0.9903317942222343,
        0.12379400514864078,
        3,
        4,
        0,
        2,
        1,
        67,
      ]
    `);
  });

  it('are normal: mean 0, variance 1, and the tails of the bell', () => {
    const { normal } = createRandom(1, 'bell');
    const draws = Array.from({ length: 200_000 }, normal);
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean)).toBeLessThan(0.01);
    expect(Math.abs(variance - 1)).toBeLessThan(0.015);
    const beyondTwo = draws.filter((x) => Math.abs(x) > 2).length / draws.length;
    expect(Math.abs(beyondTwo - 0.0455)).toBeLessThan(0.003);
  });

  it('permute: every number once, every order as likely', () => {
    const { permutation } = createRandom(2, 'shuffle');
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 24_000; draw++) {
      const key = permutation(4).join('');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const key of counts.keys()) expect([...key].sort().join('')).toBe('0123');
    expect(counts.size).toBe(24);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(160); // five standard deviations
    expect([...permutation(0)]).toEqual([]);
    expect([...permutation(1)]).toEqual([0]);
  });

  it('stay below the count', () => {
    const { below } = createRandom(4, 'choice');
    const seen = new Set(Array.from({ length: 1000 }, () => below(7)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
