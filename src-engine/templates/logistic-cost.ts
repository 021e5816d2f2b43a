import { defineTemplate } from './define.ts';
import { createPart } from './part.ts';

export const logisticCost = defineTemplate({
  id: 'logistic-cost',
  name: 'Logistic cost',
  category: 'layers',
  aliases: ['logistic regression', 'log loss gates', 'binary cross-entropy gates'],
  glyph: 'M2.5 3c.3 6 2 9.5 11 9.5M13.5 3c-.3 6-2 9.5-11 9.5',
  options: {},
  counts: () => ({ parameters: 1, connections: 1 }),
  build() {
    const part = createPart();
    const x = part.leaf('x', 'input', 1, { column: 0, row: 0 });
    const y = part.leaf('y', 'input', 1, { column: 0, row: 1 });
    const group = part.group(
      { id: 'cost', label: 'cost', collapsed: true, template: { name: 'logistic-cost' } },
      { column: 1, row: 0 },
    );
    const sigmoid = part.group(
      { id: 'sigmoid', label: 'σ', group, collapsed: false, template: { name: 'opened-sigmoid' } },
      { column: 3, row: 0 },
    );
    const gate = (
      name: string,
      op: string,
      inputs: readonly string[],
      column: number,
      row: number,
      label = name,
      inside = group,
    ) => part.gate(name, op, inputs, { column: column + 1, row, label, group: inside });
    const w = part.leaf('w', 'parameter', 0.5, { column: 1, row: 1, group });
    const z = gate('z', 'mul', [w, x], 1, 0);
    const one = part.leaf('one', 'constant', 1, { column: 4, row: 2, label: '1', group });
    const n = gate('n', 'neg', [z], 2, 0, '−z', sigmoid);
    const e = gate('e', 'exp', [n], 3, 0, 'e', sigmoid);
    const s = gate('s', 'add', [e, one], 4, 0, '1 + e', sigmoid);
    const h = gate('h', 'reciprocal', [s], 5, 0, 'h', sigmoid);
    const lnh = gate('lnh', 'log', [h], 6, 0, 'ln h');
    const q = gate('q', 'sub', [one, h], 6, 1, '1 − h');
    const r = gate('r', 'sub', [one, y], 6, 2, '1 − y');
    const u = gate('u', 'mul', [y, lnh], 7, 0, 'y ln h');
    const lnq = gate('lnq', 'log', [q], 7, 1, 'ln(1 − h)');
    const v = gate('v', 'mul', [r, lnq], 8, 1, '(1 − y) ln(1 − h)');
    const a = gate('a', 'add', [u, v], 9, 0);
    const cost = gate('E', 'neg', [a], 10, 0);
    return { ...part, inputs: [x, y], output: cost, objective: cost };
  },
  intuition: {
    lead: 'Everything cancels to (h − y)·x.',
    more: 'The 1/h of the logarithm meets the h(1 − h) of the sigmoid: what is left is the miss times the input.',
  },
  source: 'Bishop, Pattern Recognition and Machine Learning (2006), 4.3.2',
});
