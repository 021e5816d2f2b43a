import type { ShownNumbers } from '../stores/shown.ts';

/** Node that the last event was about: computed, seeded, sending its gradient back, or moved; `null` when all is done. */
export function currentNode(shown: ShownNumbers): string | null {
  const { current, result } = shown;
  if (!current || !result || isComplete(shown)) return null;
  if (current.kind === 'contribute') return result.layout.nodes[result.layout.edges[current.edge]!.target]!.id;
  return result.layout.nodes[current.node]?.id ?? null;
}

/** The wire that the last event sent something along, as target and slot. */
export function currentWire(shown: ShownNumbers): { readonly target: string; readonly slot: number } | null {
  const { current, result } = shown;
  if (current?.kind !== 'contribute' || !result || isComplete(shown)) return null;
  const { target, slot } = result.layout.edges[current.edge]!;
  return { target: result.layout.nodes[target]!.id, slot };
}

/** Whether every event is done: nothing is current then, so that a finished graph stands in its own colours. */
function isComplete({ result, done, current }: ShownNumbers): boolean {
  return result !== null && done >= result.trace.events.length && current?.kind !== 'update';
}
