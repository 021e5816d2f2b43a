import { defineMistake } from './define.ts';

export const forgotBranch = defineMistake({
  id: 'forgot-branch',
  name: 'Forgot a branch',
  summary: 'The sum at a fork leaves out what one of the branches brings.',
  rank: 15,
  answers(asked) {
    if (asked.kind !== 'total') return [];
    return asked.parts.map(({ contribution, target }) => ({
      answer: asked.answer - contribution,
      facts: { through: target, part: contribution },
    }));
  },
});
