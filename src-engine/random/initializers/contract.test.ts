import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawWeights } from './draw-weights.ts';
import { initializers } from './registry.ts';

const shape = [40, 200];
const fans = { fanIn: 40, fanOut: 200 };
const draw = (id: string, seed = 1, name = 'W1', scale = 1) =>
  drawWeights(initializers.get(id)!, { shape, seed, name, scale }).data;

it('is a file for every id', () => {
  const support = new Set(['define.ts', 'all.ts', 'registry.ts', 'draw-weights.ts']);
  const files = readdirSync(new URL('.', import.meta.url)).filter(
    (name) => !name.includes('.test.') && !support.has(name),
  );
  expect(files.map((name) => name.replace('.ts', '')).sort()).toEqual([...initializers.keys()].sort());
});

describe.each([...initializers.values()])('$id', (initializer) => {
  it('has mean 0 and the spread it states, times the scale', () => {
    for (const scale of [1, 0.01, 3]) {
      const data = draw(initializer.id, 5, 'W1', scale);
      const mean = data.reduce((sum, x) => sum + x, 0) / data.length;
      const deviation = Math.sqrt(data.reduce((sum, x) => sum + (x - mean) ** 2, 0) / data.length);
      const stated = initializer.deviation(fans, scale);
      expect(Math.abs(mean)).toBeLessThanOrEqual(stated * 0.05);
      expect(Math.abs(deviation - stated)).toBeLessThanOrEqual(stated * 0.05);
    }
  });

  it('draws the same for the same seed and name, and else differently', () => {
    expect(draw(initializer.id)).toEqual(draw(initializer.id));
    if (initializer.deviation(fans, 1) === 0) return;
    expect(draw(initializer.id, 2)).not.toEqual(draw(initializer.id));
    expect(draw(initializer.id, 1, 'W2')).not.toEqual(draw(initializer.id));
  });
});

it('bounds uniform and Xavier draws', () => {
  expect(Math.max(...draw('uniform', 1, 'W1', 0.5).map(Math.abs))).toBeLessThanOrEqual(0.5);
  expect(Math.max(...draw('xavier').map(Math.abs))).toBeLessThanOrEqual(Math.sqrt(6 / 240));
});
