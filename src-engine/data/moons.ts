import { cos, sin } from '../kernels/math/sin-cos.ts';
import { classified, jitter } from './dataset.ts';
import { defineGenerator } from './define.ts';
import { groupOf, noise, numbered, PLANE, samples } from './options.ts';

export const moons = defineGenerator({
  id: 'moons',
  name: 'Moons',
  category: 'points',
  description: 'Two half circles that reach into one another.',
  options: { samples: samples(200), noise: noise(0.1) },
  make({ samples: count, noise: deviation }, random) {
    const targets = Array.from({ length: count }, (_, index) => groupOf(index, 2));
    const features = targets.map((target) => {
      const angle = Math.PI * random.uniform();
      const [x, y] = target === 0 ? [cos(angle), sin(angle)] : [1 - cos(angle), 0.5 - sin(angle)];
      return [jitter(x, deviation, random), jitter(y, deviation, random)];
    });
    return classified(numbered(2), { featureNames: PLANE, features }, targets);
  },
});
