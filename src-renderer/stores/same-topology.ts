import type { PlanLayout } from '#engine';

/** Whether the events of both layouts are the same: the same nodes in the same order, the same edges. */
export function sameTopology(a: PlanLayout, b: PlanLayout): boolean {
  if (a === b) return true;
  return (
    a.objective === b.objective &&
    a.nodes.length === b.nodes.length &&
    a.edges.length === b.edges.length &&
    a.nodes.every((node, index) => node.id === b.nodes[index]!.id) &&
    a.edges.every((edge, index) => {
      const other = b.edges[index]!;
      return edge.source === other.source && edge.target === other.target && edge.slot === other.slot;
    })
  );
}
