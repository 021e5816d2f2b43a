import { unary } from './elementwise.ts';

export const relu = unary({
  id: 'relu',
  name: 'ReLU',
  category: 'activations',
  aliases: ['rectifier', 'rectified linear', 'max(0,x)'],
  glyph: 'M2 12.5h6l5.5-8',
  y: (x) => (x <= 0 ? 0 : x),
  dydx: (x) => (x <= 0 ? 0 : 1),
  corners: () => [{ at: 0, left: 0, right: 1 }],
  selects: true,
  latex: {
    forward: ([x]) => `\\max\\left(0, ${x}\\right)`,
    local: (_slot, [x]) => `\\left[${x} > 0\\right]`,
  },
  intuition: { lead: 'ReLU gates.', more: 'Above zero the gradient passes unchanged; at zero and below it stops.' },
  source: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.relu.html',
});
