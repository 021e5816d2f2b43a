import {
  largest,
  type ReductionAttrs,
  type ReductionGroup,
  reduction,
  reductionAttrs,
  reductionLatex,
  reductionTrials,
} from './reduction.ts';

export const amax = reduction<ReductionAttrs>({
  id: 'amax',
  name: 'Max over axis',
  aliases: ['maximum', 'max pool', 'largest'],
  glyph: 'M3.5 13V9.5M8 13V6M12.5 13V8M8 2.5v.1',
  attrs: reductionAttrs,

  value: largest,
  gradient(group, dx, dy, y) {
    const { x, start, inner } = group;
    const share = dy / ties(group, y);
    for (let r = 0; r < inner.length; r++) dx[start + inner[r]!] = x[start + inner[r]!] === y ? share : 0;
  },
  kinks(group, y, within) {
    const { x, start, inner } = group;
    const rivals = Array.from(inner, (offset) => start + offset).filter((index) => y - x[index]! <= within);
    if (rivals.length < 2) return [];
    const share = 1 / ties(group, y);
    return rivals.map((index) => ({ slot: 0, index, left: 0, right: 1, used: x[index] === y ? share : 0 }));
  },

  latex: {
    forward: ([x], attrs) => reductionLatex('max', x!, attrs),
    local: (_slot, [x], y) => `\\bar{y}\\,\\frac{[${x} = ${y}]}{\\textstyle\\sum [${x} = ${y}]}`,
  },
  intuition: {
    lead: 'Max routes.',
    more: 'Only the largest entry decides, so it alone receives the gradient; entries that tie share it evenly.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.amax.html',
  testing: { domain: [[-3, 3]], ...reductionTrials },
});

function ties({ x, start, inner }: ReductionGroup, y: number): number {
  let count = 0;
  for (let r = 0; r < inner.length; r++) if (x[start + inner[r]!] === y) count++;
  return count;
}
