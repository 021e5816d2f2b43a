import { cos, sin } from '../kernels/math/sin-cos.ts';
import { number } from '../ops/attributes.ts';
import { classified, jitter } from './dataset.ts';
import { defineGenerator } from './define.ts';
import { classCount, groupOf, noise, numbered, PLANE, samples } from './options.ts';

export const spiral = defineGenerator({
  id: 'spiral',
  name: 'Spiral',
  category: 'points',
  description: 'Arms that wind around the middle and around one another.',
  options: {
    samples: samples(300),
    noise: noise(0.02),
    classes: classCount(2, 8),
    turns: number({ default: 1.25, min: 0.1, max: 4, description: 'How often an arm goes around.' }),
  },
  make({ samples: count, noise: deviation, classes, turns }, random) {
    const targets = Array.from({ length: count }, (_, index) => groupOf(index, classes));
    const arm = Math.ceil(count / classes);
    const features = targets.map((target, index) => {
      const along = (Math.floor(index / classes) + 1) / arm; // 0 in the middle, 1 at the end of the arm
      const angle = 2 * Math.PI * (turns * along + target / classes);
      return [jitter(along * sin(angle), deviation, random), jitter(along * cos(angle), deviation, random)];
    });
    return classified(numbered(classes), { featureNames: PLANE, features }, targets);
  },
});
