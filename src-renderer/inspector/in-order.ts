import type { GraphNode, RunResult } from '#engine';

/** The nodes as they are computed, so that the first may lead to the later ones. */
export function inOrder(nodes: readonly GraphNode[], result: RunResult | null): readonly GraphNode[] {
  const place = (node: GraphNode) => result?.nodeIndex(node.id) ?? Number.POSITIVE_INFINITY;
  return nodes.toSorted((a, b) => place(a) - place(b));
}
