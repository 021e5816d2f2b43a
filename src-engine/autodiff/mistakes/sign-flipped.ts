import { defineMistake } from './define.ts';

export const signFlipped = defineMistake({
  id: 'sign-flipped',
  name: 'Sign flipped',
  summary: 'The size is right; the sign is the other one.',
  rank: 30,
  answers(asked) {
    const whole = { answer: -asked.answer, facts: {} };
    if (asked.kind !== 'total') return [whole];
    // One branch taken with the wrong sign.
    const branches = asked.parts.map(({ contribution, target }) => ({
      answer: asked.answer - 2 * contribution,
      variant: 'branch',
      facts: { through: target, part: contribution },
    }));
    return [whole, ...branches];
  },
});
