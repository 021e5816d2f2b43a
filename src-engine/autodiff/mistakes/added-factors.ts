import { defineMistake } from './define.ts';

export const addedFactors = defineMistake({
  id: 'added-factors',
  name: 'Sum and product confused',
  summary: 'Along a path derivatives multiply and at a fork they add; here it was the other way round.',
  rank: 40,
  answers(asked) {
    if (asked.kind === 'contribution') {
      const { local, upstream } = asked;
      return [{ answer: local + upstream, facts: { local, upstream } }];
    }
    if (asked.kind !== 'total') return [];
    const product = asked.parts.reduce((so, { contribution }) => so * contribution, 1);
    return [
      { answer: product, variant: 'multiplied', facts: {} },
      { answer: asked.answer / asked.parts.length, variant: 'mean', facts: { branches: asked.parts.length } },
    ];
  },
});
