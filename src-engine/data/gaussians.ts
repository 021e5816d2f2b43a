import { number } from '../ops/attributes.ts';
import { classified, jitter } from './dataset.ts';
import { defineGenerator } from './define.ts';
import { groupOf, noise, numbered, PLANE, samples } from './options.ts';

export const gaussians = defineGenerator({
  id: 'gaussians',
  name: 'Two Gaussians',
  category: 'points',
  description: 'Two clouds on a diagonal; a straight line separates them as well as can be.',
  options: {
    samples: samples(200),
    noise: noise(1),
    distance: number({ default: 2, min: 0, max: 10, description: 'Of each centre from 0, along both axes.' }),
  },
  make({ samples: count, noise: deviation, distance }, random) {
    const targets = Array.from({ length: count }, (_, index) => groupOf(index, 2));
    const features = targets.map((target) => {
      const centre = target === 0 ? -distance : distance;
      return [jitter(centre, deviation, random), jitter(centre, deviation, random)];
    });
    return classified(numbered(2), { featureNames: PLANE, features }, targets);
  },
});
