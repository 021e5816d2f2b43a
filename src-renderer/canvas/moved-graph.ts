import type { Graph, GraphNode } from '#engine';
import type { VisibleGate, VisibleGraph } from './visible-graph.ts';

/** What a drag changes: places of nodes that are gates of their own, nothing else. `null` for every other change. */
export function movedGraph(
  before: Graph,
  after: Graph,
  visible: VisibleGraph,
): { readonly visible: VisibleGraph; readonly moved: readonly VisibleGate[] } | null {
  if (before.groups !== after.groups || before.objective !== after.objective) return null;
  if (before.nodes.length !== after.nodes.length) return null;
  const changed = new Map<string, GraphNode>();
  for (let index = 0; index < after.nodes.length; index++) {
    const [old, node] = [before.nodes[index]!, after.nodes[index]!];
    if (old === node) continue;
    if (!onlyMoved(old, node) || visible.gateOf.get(node.id) !== node.id) return null;
    changed.set(node.id, node);
  }
  const moved: VisibleGate[] = [];
  const gates = visible.gates.map((gate) => {
    const node = changed.get(gate.id);
    if (!node) return gate;
    const next: VisibleGate = { kind: 'node', id: gate.id, node };
    moved.push(next);
    return next;
  });
  return { visible: { ...visible, gates }, moved };
}

function onlyMoved(before: GraphNode, after: GraphNode): boolean {
  return (
    before.id === after.id &&
    before.op === after.op &&
    before.attrs === after.attrs &&
    before.inputs === after.inputs &&
    before.label === after.label &&
    before.group === after.group
  );
}
