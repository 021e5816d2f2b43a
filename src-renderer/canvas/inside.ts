import type { Graph, GraphNode, Group } from '#engine';

export interface InsideView {
  readonly graph: Graph;
  /** Nodes outside that wires of the inside come from or go to. */
  readonly boundary: ReadonlySet<string>;
}

/**
 * The inside of a group as a graph of its own: its nodes and groups, with the nodes outside that they are wired to, of which
 * only those wires remain. `null` when there is no such group.
 */
export function insideOf({ nodes, groups, objective }: Graph, id: string): InsideView | null {
  if (!groups.some((group) => group.id === id)) return null;
  const inner = innerGroups(groups, id);
  const isInside = ({ group }: { readonly group?: string }) =>
    group === id || (group !== undefined && inner.has(group));
  const members = new Set(nodes.filter(isInside).map((node) => node.id));
  const sources = new Set<string>();
  for (const node of nodes)
    if (members.has(node.id))
      for (const input of node.inputs) if (input !== null && !members.has(input)) sources.add(input);
  const kept: GraphNode[] = [];
  const boundary = new Set<string>();
  for (const node of nodes) {
    if (members.has(node.id)) kept.push(atTop(node, id));
    else {
      const reads = node.inputs.some((input) => input !== null && members.has(input));
      if (!reads && !sources.has(node.id)) continue;
      boundary.add(node.id);
      const { group: _, ...rest } = node;
      kept.push({ ...rest, inputs: node.inputs.map((input) => (input !== null && members.has(input) ? input : null)) });
    }
  }
  return {
    graph: {
      nodes: kept,
      groups: groups.filter((group) => group.id !== id && isInside(group)).map((group) => atTop(group, id)),
      ...(objective === undefined ? {} : { objective }),
    },
    boundary,
  };
}

/** Groups around one, from the outermost to itself. */
export function pathTo(groups: readonly Group[], id: string): readonly Group[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const path: Group[] = [];
  for (let at = byId.get(id); at && !path.includes(at); at = byId.get(at.group ?? '')) path.unshift(at);
  return path;
}

function innerGroups(groups: readonly Group[], id: string): ReadonlySet<string> {
  const inner = new Set<string>();
  for (let before = -1; before !== inner.size; ) {
    before = inner.size;
    for (const group of groups)
      if (group.group === id || (group.group !== undefined && inner.has(group.group))) inner.add(group.id);
  }
  inner.delete(id);
  return inner;
}

function atTop<T extends { readonly group?: string }>(record: T, id: string): T {
  if (record.group !== id) return record;
  const { group: _, ...rest } = record;
  return rest as T;
}
