import { expect, test } from 'vitest';
import { wireSamples } from './wire-geometry.ts';
import { nearestOn, wiresCrossed, wireUnder } from './wire-hit.ts';

const wire = (key: string, y: number) => ({
  key,
  points: wireSamples({ x: 0, y }, { x: 400, y }),
  box: { x: 0, y, width: 400, height: 0 },
});
const straight = wire('b:0', 100);
const lower = wire('c:0', 300);

test('a gate whose middle is on a wire is over it, one well beside it is not', () => {
  expect(wireUnder({ x: 100, y: 60, width: 120, height: 88 }, [straight, lower])).toBe('b:0');
  expect(wireUnder({ x: 100, y: 160, width: 120, height: 88 }, [straight, lower])).toBeNull();
});

test('a stroke cuts the wires it crosses and no others', () => {
  const stroke = [
    { x: 150, y: 50 },
    { x: 152, y: 200 },
  ];
  expect(wiresCrossed(stroke, [straight, lower])).toEqual(['b:0']);
  expect(wiresCrossed([{ x: 150, y: 50 }], [straight])).toEqual([]);
});

test('a wire that is led through a point passes it, and its legs are counted there', () => {
  const points = wireSamples({ x: 0, y: 100 }, { x: 400, y: 100 }, [{ x: 160, y: 240 }]);
  expect(nearestOn(points, { x: 160, y: 240 }).distance).toBeLessThan(1e-9);
  expect(nearestOn(points, { x: 20, y: 102 }).leg).toBe(0);
  expect(nearestOn(points, { x: 390, y: 100 }).leg).toBe(1);
});
