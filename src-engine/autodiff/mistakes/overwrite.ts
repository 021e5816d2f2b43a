import { defineMistake } from './define.ts';

/** Source of the mistake's fame: https://github.com/karpathy/micrograd, where `+=` was once `=`. */
export const overwrite = defineMistake({
  id: 'overwrite',
  name: 'Overwrite instead of accumulate',
  summary: 'What a later branch brings replaces what the earlier ones brought, instead of being added to it.',
  rank: 20,
  flaw: {
    overwrites: true,
    because({ layout, leaving }, { order, contributions }, node) {
      const place = new Map(order.map((each, at) => [each, at]));
      const branches = leaving[node]!.toSorted(
        (a, b) => place.get(layout.edges[a]!.target)! - place.get(layout.edges[b]!.target)! || a - b,
      );
      const last = branches.at(-1);
      if (branches.length < 2 || last === undefined) return { cause: 'upstream' };
      return {
        cause: 'here',
        branches: branches.length,
        last: layout.nodes[layout.edges[last]!.target]!.id,
        kept: contributions[last]![0]!,
        lost: branches.slice(0, -1).reduce((sum, edge) => sum + contributions[edge]![0]!, 0),
      };
    },
  },
  answers(asked) {
    if (asked.kind !== 'total') return [];
    const { contribution, target } = asked.parts.at(-1)!;
    return [{ answer: contribution, facts: { through: target, lost: asked.answer - contribution } }];
  },
});
