import { expect, test } from 'vitest';
import type { EpochRecord } from '#engine';
import { nearest, pointsOf, thinned } from './curve.ts';

const history: readonly EpochRecord[] = Array.from({ length: 5000 }, (_, index) => ({
  epoch: index + 1,
  train: { loss: index === 2500 ? 9 : 1 / (index + 1) },
  ...(index % 2 === 0 ? { validation: { loss: 2 } } : {}),
}));

test('a long curve is drawn with fewer points, all of them measured, its spikes and ends among them', () => {
  const points = pointsOf(history, 'train', 'loss');
  const drawn = thinned(points, 200);
  expect(drawn.length).toBeLessThanOrEqual(800);
  expect(drawn.every((point) => points.includes(point))).toBe(true);
  expect(drawn[0]).toEqual({ epoch: 1, value: 1 });
  expect(drawn.at(-1)).toEqual({ epoch: 5000, value: 1 / 5000 });
  expect(Math.max(...drawn.map(({ value }) => value))).toBe(9);
  const epochs = drawn.map(({ epoch }) => epoch);
  expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
});

test('an epoch without a measure of the part is no point, and neither is one that is not finite', () => {
  expect(pointsOf(history, 'validation', 'loss')).toHaveLength(2500);
  expect(pointsOf(history, 'train', 'accuracy')).toEqual([]);
  expect(pointsOf([{ epoch: 1, train: { loss: Number.NaN } }], 'train', 'loss')).toEqual([]);
});

test('the crosshair reads the record nearest to the pointer', () => {
  expect(nearest(history, 17.4)?.epoch).toBe(17);
  expect(nearest(history, 17.6)?.epoch).toBe(18);
  expect(nearest(history, -3)?.epoch).toBe(1);
  expect(nearest(history, 1e6)?.epoch).toBe(5000);
  expect(nearest([], 1)).toBeUndefined();
});
