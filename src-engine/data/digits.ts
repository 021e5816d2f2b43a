import { cos, sin } from '../kernels/math/sin-cos.ts';
import { integer, number } from '../ops/attributes.ts';
import type { Random } from '../random/create-random.ts';
import { classified } from './dataset.ts';
import { defineGenerator } from './define.ts';
import { DIGITS, type Stroke } from './digit-strokes.ts';
import { groupOf, noise, numbered, samples } from './options.ts';

const ARC_POINTS = 16;

/** The strokes of each digit as polylines. */
const LINES: readonly (readonly Stroke[])[] = DIGITS.map((strokes) =>
  strokes.map((stroke) => {
    if (!('arc' in stroke)) return stroke;
    const [cx, cy, rx, ry, from, to] = stroke.arc;
    return Array.from({ length: ARC_POINTS + 1 }, (_, index) => {
      const angle = (Math.PI / 4) * (from + ((to - from) * index) / ARC_POINTS);
      return [cx + rx * cos(angle), cy + ry * sin(angle)] as const;
    });
  }),
);

export const digits = defineGenerator({
  id: 'digits',
  name: 'Drawn digits',
  category: 'pictures',
  description: 'The digits 0 to 9 as strokes, each time a little turned, slanted, moved and of another width.',
  options: {
    samples: samples(1000),
    size: integer({ default: 12, min: 6, max: 32, description: 'Pixels along each side.' }),
    variation: number({ default: 1, min: 0, max: 2, description: 'How much the drawings differ.' }),
    noise: noise(0.05),
  },
  make({ samples: count, size, variation, noise: deviation }, random) {
    const targets = Array.from({ length: count }, (_, index) => groupOf(index, 10));
    const features = targets.map((digit) => draw(LINES[digit]!, size, variation, deviation, random));
    const featureNames = Array.from(
      { length: size * size },
      (_, pixel) => `${Math.floor(pixel / size)},${pixel % size}`,
    );
    return classified(numbered(10), { featureNames, features, targetNames: ['digit'], picture: [size, size] }, targets);
  },
});

/** One picture, row by row: 1 on a stroke, 0 away from it, between them within a pixel of its edge. */
function draw(lines: readonly Stroke[], size: number, variation: number, deviation: number, random: Random): number[] {
  const around = (amount: number) => variation * amount * (2 * random.uniform() - 1);
  const angle = around(0.25);
  const [slant, wide, high] = [around(0.25), 1 + around(0.15), 1 + around(0.12)];
  const [right, down] = [around(0.08), around(0.08)];
  const half = 0.055 + around(0.02);
  const [c, s] = [cos(angle), sin(angle)];
  const moved = lines.map((line) =>
    line.map(([px, py]) => {
      const x = (px - 0.5 + slant * (0.5 - py)) * wide;
      const y = (py - 0.5) * high;
      return [0.5 + right + c * x - s * y, 0.5 + down + s * x + c * y] as const;
    }),
  );
  const pixels: number[] = [];
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const away = distanceTo(moved, (column + 0.5) / size, (row + 0.5) / size);
      const ink = Math.min(1, Math.max(0, (half - away) * size + 0.5));
      pixels.push(Math.min(1, Math.max(0, ink + deviation * random.normal())));
    }
  return pixels;
}

function distanceTo(lines: readonly Stroke[], x: number, y: number): number {
  let nearest = 4;
  for (const line of lines)
    for (let at = 1; at < line.length; at++) {
      const [ax, ay] = line[at - 1]!;
      const [dx, dy] = [line[at]![0] - ax, line[at]![1] - ay];
      const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
      const [ex, ey] = [x - ax - along * dx, y - ay - along * dy];
      nearest = Math.min(nearest, ex * ex + ey * ey);
    }
  return Math.sqrt(nearest);
}
