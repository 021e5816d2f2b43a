import { defineMistake } from './define.ts';

export const countedTwice = defineMistake({
  id: 'counted-twice',
  name: 'Counted twice',
  summary: 'A branch is added once more than there are wires.',
  rank: 25,
  answers(asked) {
    switch (asked.kind) {
      case 'total':
        return asked.parts.map(({ contribution, target }) => ({
          answer: asked.answer + contribution,
          facts: { through: target, part: contribution },
        }));
      case 'contribution': {
        const { answer, together, source, target } = asked;
        const both = { answer: together, variant: 'slots', facts: { source, target, together } };
        return [...(together === answer ? [] : [both]), { answer: 2 * answer, variant: 'doubled', facts: {} }];
      }
      default:
        return [];
    }
  },
});
