import type { Analysis } from '../graph/analyze.ts';
import type { Graph } from '../graph/graph.ts';
import type { TrackedNumbers } from './batch-program.ts';

/** Document indices of the nodes that the objective is computed from, itself among them. */
export function reachingObjective({ order, adjacency, objective, graph }: Analysis): ReadonlySet<string> {
  const reached = new Set([objective]);
  for (let at = order.length - 1; at >= 0; at--) {
    const index = order[at]!;
    if (!reached.has(index)) continue;
    for (let edge = adjacency.firstSlot[index]!; edge < adjacency.firstSlot[index + 1]!; edge++)
      reached.add(adjacency.source[edge]!);
  }
  return new Set(Array.from(reached, (index) => graph.nodes[index]!.id));
}

/** The slots that each node feeds. */
export function slotsByNode({
  nodes,
}: Graph): (node: string) => readonly { readonly op: string; readonly slot: number }[] {
  const fed = new Map<string, { op: string; slot: number }[]>();
  for (const { op, inputs } of nodes)
    inputs.forEach((input, slot) => {
      if (input === null) return;
      const list = fed.get(input);
      if (list) list.push({ op, slot });
      else fed.set(input, [{ op, slot }]);
    });
  return (node) => fed.get(node) ?? [];
}

/** Running statistics as they stand in the document, by node. */
export function trackedNumbers({ order, ops, attrs, shapes, adjacency, graph }: Analysis): TrackedNumbers {
  const found = new Map<string, Readonly<Record<string, number[]>>>();
  for (const index of order) {
    const tracked = ops[index]!.tracked;
    if (!tracked) continue;
    const inputs = adjacency.source.subarray(adjacency.firstSlot[index]!, adjacency.firstSlot[index + 1]!);
    found.set(
      graph.nodes[index]!.id,
      tracked.start(
        Array.from(inputs, (from) => shapes[from]!),
        attrs[index]!,
      ),
    );
  }
  return found;
}

export function copyOf(tracked: TrackedNumbers): Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> {
  return Object.fromEntries(
    Array.from(tracked, ([node, lists]) => [
      node,
      Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...list]])),
    ]),
  );
}
