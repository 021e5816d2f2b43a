import { exp } from '../kernels/math/exp.ts';
import { cos, sin } from '../kernels/math/sin-cos.ts';
import { choice } from '../ops/attributes.ts';
import { jitter, measured } from './dataset.ts';
import { defineGenerator } from './define.ts';
import { noise, PLANE, samples } from './options.ts';

const FORMS = {
  plane: (a: number, b: number) => (a + b) / 2,
  saddle: (a: number, b: number) => a * b,
  bowl: (a: number, b: number) => a * a + b * b - 0.5,
  hill: (a: number, b: number) => exp(-3 * (a * a + b * b)),
  waves: (a: number, b: number) => sin(3 * a) * cos(3 * b),
} as const;
type Form = keyof typeof FORMS;
const NAMES = Object.keys(FORMS) as Form[];

export const function2d = defineGenerator({
  id: 'function-2d',
  name: 'Function of two variables',
  category: 'functions',
  description: 'Points on a surface over the square from −1 to 1, drawn at random.',
  options: {
    form: choice(NAMES, { default: 'saddle', description: 'The surface.' }),
    samples: samples(400),
    noise: noise(0),
  },
  make({ form, samples: count, noise: deviation }, random) {
    const surface = FORMS[form];
    const features = Array.from({ length: count }, () => [2 * random.uniform() - 1, 2 * random.uniform() - 1]);
    const targets = features.map(([a, b]) => [jitter(surface(a!, b!), deviation, random)]);
    return measured({ featureNames: PLANE, features }, targets);
  },
});
