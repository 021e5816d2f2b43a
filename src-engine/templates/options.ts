import { describeValue } from '../errors/describe.ts';
import { fail } from '../errors/fail.ts';
import { boolean, choice, integer, number } from '../ops/attributes.ts';
import type { AttributeRule, AttributeRules } from '../ops/define.ts';
import { ops } from '../ops/registry.ts';
import { initializers } from '../random/initializers/registry.ts';

/** Units of a layer, at most. */
export const MOST_UNITS = 65_536;
/** Layers of a network, at most; the first entry counts the features. */
export const MOST_SIZES = 129;
/** Parameters of a template, at most: 128 MB as float64. */
export const MOST_PARAMETERS = 2 ** 24;

/** Every activation that reads one input, and `linear` for none. */
const activations: readonly string[] = [
  'linear',
  ...ops.filter(({ category }) => category === 'activations').map(({ id }) => id),
];
export const outputActivations: readonly string[] = [...activations, 'softmax'];
const losses = ['none', 'mse_loss', 'l1_loss', 'binary_cross_entropy', 'cross_entropy'] as const;
export type LossChoice = (typeof losses)[number];

export const activationOption = (fallback: string): AttributeRule<string> =>
  choice(activations, { default: fallback, description: 'Function of each unit, applied to its weighted sum.' });

export const outputActivationOption = (fallback: string): AttributeRule<string> =>
  choice(outputActivations, { default: fallback, description: 'Function of the last layer.' });

export const lossOption = (fallback: LossChoice): AttributeRule<LossChoice> =>
  choice(losses, {
    default: fallback,
    description: 'What the output is compared by. Cross-entropies read the scores before sigmoid and softmax.',
  });

export const unitsOption = (fallback: number, description: string): AttributeRule<number> =>
  integer({ default: fallback, min: 1, max: MOST_UNITS, description });

export const biasOption = boolean({ default: true, description: 'Whether every unit adds a number of its own.' });

/** How parameters start. */
export type StartOptions = { readonly init: string; readonly scale: number; readonly seed: number };

export const startOptions = (init: string): AttributeRules<StartOptions> => ({
  init: choice([...initializers.keys()], { default: init, description: 'How the weights are drawn.' }),
  scale: number({
    default: 1,
    min: 0,
    max: 1e6,
    description: 'Half width of uniform weights, standard deviation of normal ones, factor of the others.',
  }),
  seed: integer({ default: 1, min: 0, description: 'Same seed, same weights.' }),
});

/** Features, then units of every layer. */
export function sizesOption(fallback: readonly number[], least: number): AttributeRule<readonly number[]> {
  return {
    default: fallback,
    description: 'Number of features, then the units of every layer.',
    schema: {
      type: 'array',
      items: { type: 'integer', minimum: 1, maximum: MOST_UNITS },
      minItems: least,
      maxItems: MOST_SIZES,
    },
    read(raw, path) {
      if (!Array.isArray(raw))
        return fail('document.type', { expected: 'a list of layer sizes', found: describeValue(raw) }, { path });
      if (raw.length < least || raw.length > MOST_SIZES)
        return fail(
          'document.out-of-range',
          { found: `${raw.length} sizes`, range: `from ${least} to ${MOST_SIZES}` },
          { path },
        );
      return raw.map((entry: unknown, index) => unitsOption(1, '').read(entry, `${path}[${index}]`));
    },
  };
}
