import { number } from '../../ops/attributes.ts';
import { defineOptimizer } from './define.ts';
import { type AdamOptions, adamOptions, adamTerms, adamUpdate } from './moments.ts';

type Options = AdamOptions & { readonly weightDecay: number };

export const adamw = defineOptimizer<Options>({
  id: 'adamw',
  name: 'AdamW',
  options: {
    ...adamOptions,
    weightDecay: number({
      default: 0.01,
      min: 0,
      description: 'Share of a weight, times the learning rate, taken off before each step.',
    }),
  },
  state: ['m', 'v'],
  /** w ← w(1 − ηλ), then as Adam. Parameters with `"decay": false` are not taken off. */
  update(call, parameters, gradients, [m, v], start, end) {
    if (call.decay) {
      const kept = 1 - call.rate * call.options.weightDecay;
      for (let index = start; index < end; index++) parameters[index]! *= kept;
    }
    adamUpdate(call, parameters, gradients, m!, v!, start, end);
  },
  explain: adamTerms,
  latex:
    'w \\leftarrow (1 - \\eta\\lambda)\\,w,\\quad w \\leftarrow w - \\eta\\,\\frac{\\hat{m}}{\\sqrt{\\hat{v}} + \\varepsilon}',
  source: 'https://pytorch.org/docs/stable/generated/torch.optim.AdamW.html; Loshchilov & Hutter, arXiv:1711.05101',
});
