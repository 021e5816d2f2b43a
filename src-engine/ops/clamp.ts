import { number, optional } from './attributes.ts';
import { unary } from './elementwise.ts';
import { numberText } from './latex.ts';

type Attrs = { readonly min: number | null; readonly max: number | null };

export const clamp = unary<Attrs>({
  id: 'clamp',
  name: 'Clamp',
  category: 'functions',
  aliases: ['clip', 'limit', 'bound'],
  glyph: 'M2.5 3.5h11M2.5 12.5h11M5 10.5l6-5',
  attrs: {
    min: optional(number({ default: undefined, description: 'Lowest result; none when left out.' })),
    max: optional(number({ default: undefined, description: 'Highest result; none when left out.' })),
  },
  y: (x, { min, max }) => Math.min(Math.max(x, min ?? x), max ?? Number.POSITIVE_INFINITY),
  dydx: (x, _y, { min, max }) => (x >= (min ?? x) && x <= (max ?? x) ? 1 : 0),
  corners: ({ min, max }) => [
    ...(min === null ? [] : [{ at: min, left: 0, right: 1 }]),
    ...(max === null ? [] : [{ at: max, left: 1, right: 0 }]),
  ],
  selects: true,
  latex: {
    forward: ([x], { min, max }) => {
      const floored = min === null ? x! : `\\max\\left(${x}, ${numberText(min)}\\right)`;
      return max === null ? floored : `\\min\\left(${floored}, ${numberText(max)}\\right)`;
    },
    local: (_slot, [x], _y, { min, max }) => {
      const floor = min === null ? '' : `${numberText(min)} \\le `;
      const ceiling = max === null ? '' : ` \\le ${numberText(max)}`;
      return floor + ceiling === '' ? '1' : `\\left[${floor}${x}${ceiling}\\right]`;
    },
  },
  intuition: { lead: 'Clamp cuts off.', more: 'Between its bounds the gradient passes; beyond them nothing does.' },
  source: 'https://pytorch.org/docs/stable/generated/torch.clamp.html',
  testing: { attrs: [{ min: -1, max: 1 }, { min: 0 }, { max: 0.5 }, { min: 2, max: 1 }] },
});
