import { defineMistake } from './define.ts';

export const noUpstream = defineMistake({
  id: 'no-upstream',
  name: 'No upstream gradient',
  summary: 'Each wire sends its local derivative back, without the gradient that arrived from above.',
  rank: 10,
  flaw: {
    send: (pass, edge, dy) => pass.send(edge, new Float64Array(dy.length).fill(1)),
    because({ layout, leaving, grads }, { contributions }, node) {
      const edge = leaving[node]!.find((each) => grads[layout.edges[each]!.target]!.some((entry) => entry !== 1));
      if (edge === undefined) return { cause: 'upstream' };
      const { target } = layout.edges[edge]!;
      return {
        cause: 'here',
        through: layout.nodes[target]!.id,
        local: contributions[edge]![0]!,
        upstream: grads[target]![0]!,
      };
    },
  },
  answers(asked) {
    if (asked.kind !== 'contribution') return [];
    return [{ answer: asked.local, facts: { local: asked.local, upstream: asked.upstream, target: asked.target } }];
  },
});
