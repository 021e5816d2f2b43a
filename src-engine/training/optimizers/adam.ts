import { defineOptimizer } from './define.ts';
import { type AdamOptions, adamOptions, adamTerms, adamUpdate } from './moments.ts';

export const adam = defineOptimizer<AdamOptions>({
  id: 'adam',
  name: 'Adam',
  options: adamOptions,
  state: ['m', 'v'],
  update: (call, parameters, gradients, [m, v], start, end) =>
    adamUpdate(call, parameters, gradients, m!, v!, start, end),
  explain: adamTerms,
  latex:
    'm \\leftarrow \\beta_1 m + (1 - \\beta_1) g,\\quad v \\leftarrow \\beta_2 v + (1 - \\beta_2) g^2,\\quad w \\leftarrow w - \\eta\\,\\frac{\\hat{m}}{\\sqrt{\\hat{v}} + \\varepsilon}',
  source: 'https://pytorch.org/docs/stable/generated/torch.optim.Adam.html; Kingma & Ba, arXiv:1412.6980',
});
