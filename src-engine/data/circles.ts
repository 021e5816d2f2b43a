import { cos, sin } from '../kernels/math/sin-cos.ts';
import { number } from '../ops/attributes.ts';
import { classified, jitter } from './dataset.ts';
import { defineGenerator } from './define.ts';
import { groupOf, noise, numbered, PLANE, samples } from './options.ts';

export const circles = defineGenerator({
  id: 'circles',
  name: 'Circles',
  category: 'points',
  description: 'A ring around a smaller one; class 1 is the inner.',
  options: {
    samples: samples(200),
    noise: noise(0.1),
    factor: number({
      default: 0.5,
      min: 0.05,
      max: 0.95,
      description: 'Radius of the inner ring; the outer one has 1.',
    }),
  },
  make({ samples: count, noise: deviation, factor }, random) {
    const targets = Array.from({ length: count }, (_, index) => groupOf(index, 2));
    const features = targets.map((target) => {
      const angle = 2 * Math.PI * random.uniform();
      const radius = target === 0 ? 1 : factor;
      return [jitter(radius * cos(angle), deviation, random), jitter(radius * sin(angle), deviation, random)];
    });
    return classified(numbered(2), { featureNames: PLANE, features }, targets);
  },
});
