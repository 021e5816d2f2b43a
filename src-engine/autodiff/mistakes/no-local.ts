import { defineMistake } from './define.ts';

export const noLocal = defineMistake({
  id: 'no-local',
  name: 'No local derivative',
  summary: 'The gradient from above is passed on as it is, without the gate’s own derivative.',
  rank: 12,
  answers(asked) {
    if (asked.kind !== 'contribution') return [];
    const { local, upstream, target } = asked;
    return [{ answer: upstream, facts: { local, upstream, target } }];
  },
});
