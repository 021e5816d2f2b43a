import { integer } from '../ops/attributes.ts';
import { classified, jitter } from './dataset.ts';
import { defineGenerator } from './define.ts';
import { noise, numbered, PLANE, samples } from './options.ts';

export const checkerboard = defineGenerator({
  id: 'checkerboard',
  name: 'Checkerboard',
  category: 'points',
  description:
    'Fields of two colours on the square from −1 to 1; XOR with many samples where it has two fields a side.',
  options: {
    samples: samples(400),
    noise: noise(0),
    fields: integer({ default: 2, min: 2, max: 10, description: 'Fields along each side.' }),
  },
  make({ samples: count, noise: deviation, fields }, random) {
    const places = Array.from({ length: count }, () => [random.uniform(), random.uniform()] as const);
    const targets = places.map(([a, b]) => (Math.floor(a * fields) + Math.floor(b * fields)) % 2);
    const features = places.map(([a, b]) => [2 * a - 1, 2 * b - 1].map((x) => jitter(x, deviation, random)));
    return classified(numbered(2), { featureNames: PLANE, features }, targets);
  },
});
