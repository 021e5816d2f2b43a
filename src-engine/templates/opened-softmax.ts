import { defineTemplate } from './define.ts';
import { unitsOption } from './options.ts';
import { createPart, exampleValues } from './part.ts';

type Options = { readonly classes: number };

export const openedSoftmax = defineTemplate<Options>({
  id: 'opened-softmax',
  name: 'Opened softmax',
  category: 'layers',
  aliases: ['softmax gates', 'probabilities', 'exp over sum'],
  glyph: 'M3.5 13v-2M8 13V4M12.5 13V9M2 2.5h3M11 2.5h3',
  options: { classes: unitsOption(3, 'Scores that compete.') },
  fit: (options, [x]) => ({ ...options, classes: x?.at(-1) ?? options.classes }),
  counts: () => ({ parameters: 0, connections: 0 }),
  build({ classes }, { lead }) {
    const part = createPart();
    const z = part.leaf('z', 'input', exampleValues([...lead, classes]), { column: 0, row: 0 });
    const group = part.group(
      { id: 'softmax', label: 'softmax', collapsed: true, template: { name: 'opened-softmax', classes } },
      { column: 1, row: 0 },
    );
    const e = part.gate('e', 'exp', [z], { column: 1, row: 0, label: 'eᶻ', group });
    const s = part.gate('s', 'sum', [e], { column: 2, row: 1, label: 'Σ', group }, { dim: -1, keepdim: true });
    const p = part.gate('p', 'div', [e, s], { column: 3, row: 0, group });
    return { ...part, inputs: [z], output: p };
  },
  intuition: {
    lead: 'Scores, then powers, then shares.',
    more: 'Every exponential feeds its own share and the sum below all of them: raising one score lowers all the others.',
  },
  source: 'Bridle (1990); Stanford CS231n, "Linear classification: softmax"',
});
