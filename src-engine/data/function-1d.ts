import { exp } from '../kernels/math/exp.ts';
import { sin } from '../kernels/math/sin-cos.ts';
import { choice } from '../ops/attributes.ts';
import { jitter, measured } from './dataset.ts';
import { defineGenerator } from './define.ts';
import { noise, samples } from './options.ts';

const FORMS = {
  step: (x: number) => (x < 0 ? -1 : 1),
  abs: (x: number) => Math.abs(x),
  square: (x: number) => x * x,
  cubic: (x: number) => 2 * x * x * x - x,
  bump: (x: number) => exp(-8 * x * x),
  wave: (x: number) => sin(8 * x) * exp(-x),
} as const;
type Form = keyof typeof FORMS;
const NAMES = Object.keys(FORMS) as Form[];

export const function1d = defineGenerator({
  id: 'function-1d',
  name: 'Function of one variable',
  category: 'functions',
  description: 'Points on a curve from −1 to 1, evenly spaced.',
  options: {
    form: choice(NAMES, { default: 'cubic', description: 'The curve.' }),
    samples: samples(100),
    noise: noise(0),
  },
  make({ form, samples: count, noise: deviation }, random) {
    const curve = FORMS[form];
    const features = Array.from({ length: count }, (_, index) => [-1 + (2 * index) / (count - 1)]);
    const targets = features.map(([x]) => [jitter(curve(x!), deviation, random)]);
    return measured({ featureNames: ['x'], features }, targets);
  },
});
