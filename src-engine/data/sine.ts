import { sin } from '../kernels/math/sin-cos.ts';
import { number } from '../ops/attributes.ts';
import { jitter, measured } from './dataset.ts';
import { defineGenerator } from './define.ts';
import { noise, samples } from './options.ts';

export const sine = defineGenerator({
  id: 'sine',
  name: 'Sine',
  category: 'functions',
  description: 'Points on a sine curve from −1 to 1, evenly spaced.',
  options: {
    samples: samples(100),
    noise: noise(0),
    periods: number({ default: 1, min: 0.1, max: 20, description: 'Periods between −1 and 1.' }),
  },
  make({ samples: count, noise: deviation, periods }, random) {
    const features = Array.from({ length: count }, (_, index) => [-1 + (2 * index) / (count - 1)]);
    const targets = features.map(([x]) => [jitter(sin(Math.PI * periods * x!), deviation, random)]);
    return measured({ featureNames: ['x'], features }, targets);
  },
});
