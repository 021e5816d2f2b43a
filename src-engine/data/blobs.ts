import { cos, sin } from '../kernels/math/sin-cos.ts';
import { number } from '../ops/attributes.ts';
import { classified, jitter } from './dataset.ts';
import { defineGenerator } from './define.ts';
import { classCount, groupOf, noise, numbered, PLANE, samples } from './options.ts';

export const blobs = defineGenerator({
  id: 'blobs',
  name: 'Blobs',
  category: 'points',
  description: 'One cloud for each class, their centres drawn around a circle.',
  options: {
    samples: samples(300),
    noise: noise(0.5),
    classes: classCount(3, 20),
    radius: number({ default: 2.5, min: 0.1, max: 20, description: 'Mean distance of the centres from 0.' }),
  },
  make({ samples: count, noise: deviation, classes, radius }, random) {
    const centres = Array.from({ length: classes }, (_, index) => {
      const angle = (2 * Math.PI * (index + 0.5 * random.uniform())) / classes;
      const away = radius * (0.75 + 0.5 * random.uniform());
      return [away * cos(angle), away * sin(angle)] as const;
    });
    const targets = Array.from({ length: count }, (_, index) => groupOf(index, classes));
    const features = targets.map((target) => centres[target]!.map((x) => jitter(x, deviation, random)));
    return classified(numbered(classes), { featureNames: PLANE, features }, targets);
  },
});
