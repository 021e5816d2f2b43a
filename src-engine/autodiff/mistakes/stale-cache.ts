import { defineMistake } from './define.ts';

export const staleCache = defineMistake({
  id: 'stale-cache',
  name: 'Stale cache',
  summary: 'The backward pass multiplies by values kept from an earlier forward pass.',
  rank: 60,
  flaw: {
    send: (pass, edge, dy) => pass.sendStale(edge, dy),
    because({ layout, stale }) {
      if (!stale) return { cause: 'upstream' };
      return { cause: 'here', changed: layout.nodes[stale.node]!.id, before: stale.before, now: stale.now };
    },
  },
});
