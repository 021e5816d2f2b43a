import { defineMistake } from './define.ts';
import type { Pass } from './flaw.ts';

/** Depth first from the objective, each node sending as soon as the first branch reaches it. */
function depthFirst({ layout, incoming }: Pass): readonly number[] {
  const order: number[] = [];
  const visited = new Set<number>();
  const open = [layout.objective];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (visited.has(node)) continue;
    visited.add(node);
    order.push(node);
    for (const edge of incoming[node]!.toReversed()) open.push(layout.edges[edge]!.source);
  }
  return order;
}

export const wrongOrder = defineMistake({
  id: 'wrong-order',
  name: 'Wrong visit order',
  summary: 'A node sends its gradient on as soon as one branch has arrived, and what arrives later goes no further.',
  rank: 60,
  flaw: {
    order: depthFirst,
    because(pass, { sent, grads, order }, node) {
      const { layout, incoming } = pass;
      const early = order.find(
        (each) =>
          incoming[each]!.length > 0 &&
          sent[each]!.some((entry, index) => entry !== grads[each]![index]) &&
          each !== node,
      );
      if (early === undefined) return { cause: 'upstream' };
      return { cause: 'here', early: layout.nodes[early]!.id, partial: sent[early]![0]!, total: grads[early]![0]! };
    },
  },
});
