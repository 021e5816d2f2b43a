import { unary } from './elementwise.ts';

export const sign = unary({
  id: 'sign',
  name: 'Sign',
  category: 'functions',
  aliases: ['signum', 'sgn', 'step'],
  glyph: 'M2.5 12.5H8V3.5h5.5',
  y: (x) => (x > 0 ? 1 : x < 0 ? -1 : x === 0 ? 0 : Number.NaN),
  dydx: () => 0,
  corners: () => [{ at: 0, left: Number.POSITIVE_INFINITY, right: Number.POSITIVE_INFINITY }],
  latex: {
    forward: ([x]) => `\\operatorname{sgn}\\left(${x}\\right)`,
    local: () => '0',
  },
  intuition: {
    lead: 'Sign blocks.',
    more: 'It is flat on both sides, so no gradient comes through and nothing behind it learns.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.sign.html',
});
