import { fail } from '../errors/fail.ts';
import { type Shape, shapeText } from '../tensor/shape.ts';
import { number, numberList, optional } from './attributes.ts';
import { affineShape, normalization } from './normalization.ts';

type Attrs = {
  readonly eps: number;
  readonly momentum: number;
  readonly running_mean: readonly number[] | null;
  readonly running_var: readonly number[] | null;
};

export const batchNorm = normalization<Attrs>({
  id: 'batch_norm',
  name: 'Batch norm',
  aliases: ['batch normalization', 'bn'],
  glyph: 'M4 2.5v11M12 2.5v11M8 2.5v2l2 2-4 3 2 2v2',
  attrs: {
    eps: number({
      default: 1e-5,
      min: 0,
      description: 'Added to the variance, so that equal entries do not divide by zero.',
    }),
    momentum: number({
      default: 0.1,
      min: 0,
      max: 1,
      description:
        'Weight of a new batch in the running statistics: running ← (1 − momentum) · running + momentum · batch.',
    }),
    running_mean: optional(
      numberList({ default: undefined, description: 'Mean of each channel, used in evaluation.' }),
    ),
    running_var: optional(
      numberList({
        default: undefined,
        description: 'Variance of each channel (divided by count − 1), used in evaluation.',
      }),
    ),
  },

  axes: (x) => x.slice(0, -1).map((_, axis) => axis),
  fixed({ attrs, training }) {
    const { running_mean: mean, running_var: variance } = attrs;
    return training || mean === null || variance === null ? null : { mean, variance };
  },
  known: (attrs) => attrs.running_mean !== null,
  shape(x, attrs) {
    const shape = affineShape('batch_norm', x, 2);
    checkRunning(shape, attrs);
    return shape;
  },

  tracked: {
    start(x, attrs) {
      const channels = x[0]!.at(-1)!;
      return {
        running_mean: [...(attrs.running_mean ?? new Array<number>(channels).fill(0))],
        running_var: [...(attrs.running_var ?? new Array<number>(channels).fill(1))],
      };
    },
    /** A batch's variance counts as divided by count − 1; that of a single row is left out. */
    update({ attrs, x, scratch }, { running_mean: mean, running_var: variance }) {
      const channels = mean!.length;
      const count = x[0]!.data.length / channels;
      for (let channel = 0; channel < channels; channel++) {
        const batch = scratch[channel * 3]!;
        mean![channel] = (1 - attrs.momentum) * mean![channel]! + attrs.momentum * batch;
        if (count === 1) continue;
        const spread = (scratch[channel * 3 + 1]! * count) / (count - 1);
        variance![channel] = (1 - attrs.momentum) * variance![channel]! + attrs.momentum * spread;
      }
    },
  },

  intuition: {
    lead: 'Batch norm ties samples.',
    more: 'Each sample shifts the mean and spread that all others are measured by, so gradients mix across the batch.',
  },
  source:
    'https://pytorch.org/docs/stable/generated/torch.nn.functional.batch_norm.html; Ioffe & Szegedy, arXiv:1502.03167',
  testing: {
    domain: [[-3, 3]],
    shapes: [[[4, 3]], [[4, 3], [3], [3]], [[2, 3, 3], [3], [3]]],
    attrs: [{ eps: 0.1 }, { running_mean: [0.5, -1, 0], running_var: [1, 2, 0.5] }],
  },
});

/** Running statistics come in pairs, one number a channel. */
function checkRunning(x: Shape, { running_mean: mean, running_var: variance }: Attrs): void {
  const channels = x.at(-1)!;
  for (const list of [mean, variance]) {
    if (mean === null && variance === null) return;
    if (list?.length === channels) continue;
    const expected = `running_mean and running_var with ${channels} numbers each for ${shapeText(x)}`;
    fail('shape.mismatch', {
      op: 'batch_norm',
      expected,
      found: list === null ? 'only one of them' : `${list.length}`,
    });
  }
}
