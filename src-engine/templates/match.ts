import type { Graph, GraphNode } from '../graph/graph.ts';
import { groupTreeOf } from '../graph/groups.ts';
import type { TemplatePart } from './define.ts';

/** Which node and group of a graph stands for which of a template's part. */
export interface PartMatch {
  /** Part name → node id. Of nodes outside the group those that were found. */
  readonly nodes: ReadonlyMap<string, string>;
  /** Part name → group id. */
  readonly groups: ReadonlyMap<string, string>;
}

/**
 * Finds a template's part again in the group that was made from it: its nodes in their order, with the same ops and
 * wires. Names, values, settings and places may have changed. `null` where gates were added, removed or rewired.
 */
export function matchPart(graph: Graph, group: string, part: TemplatePart): PartMatch | null {
  const inside = membersOf(graph, group);
  const expected = part.nodes.filter((node) => node.group !== undefined);
  if (inside.length !== expected.length) return null;
  const nodes = new Map(expected.map(({ id }, index) => [id, inside[index]!.id]));
  const outside = new Set(part.nodes.filter((node) => node.group === undefined).map(({ id }) => id));

  for (const [index, node] of expected.entries()) {
    const found = inside[index]!;
    if (found.op !== node.op || found.inputs.length !== node.inputs.length) return null;
    for (const [slot, input] of node.inputs.entries()) {
      const actual = found.inputs[slot]!;
      if (outside.has(input!) && !nodes.has(input!) && actual !== null) nodes.set(input!, actual);
      if (nodes.get(input!) !== actual && !(actual === null && outside.has(input!))) return null;
    }
  }
  addReaders(graph, part, nodes);
  return { nodes, groups: groupsOf(graph, group, part, nodes) };
}

/** Nodes in a group and in the groups inside it, in document order. */
export function membersOf({ nodes, groups }: Graph, group: string): readonly GraphNode[] {
  const { indexOf, parent } = groupTreeOf(groups);
  const root = indexOf.get(group);
  const holds = groups.map((_, start) => {
    let at = start;
    while (at >= 0 && at !== root) at = parent[at]!;
    return at === root;
  });
  return nodes.filter((node) => node.group !== undefined && holds[indexOf.get(node.group) ?? -1]);
}

/** The part's nodes behind the group (its loss), where one reads what it should, and the leaves they bring. */
function addReaders(graph: Graph, part: TemplatePart, nodes: Map<string, string>): void {
  for (const { id, op, inputs } of part.nodes) {
    if (nodes.has(id) || inputs.length === 0) continue;
    const known = inputs.findIndex((input) => nodes.has(input!));
    const found = graph.nodes.find(
      (node) => node.op === op && known >= 0 && node.inputs[known] === nodes.get(inputs[known]!),
    );
    if (!found) continue;
    nodes.set(id, found.id);
    for (const [slot, input] of inputs.entries()) {
      const actual = found.inputs[slot] ?? null;
      if (actual !== null && !nodes.has(input!)) nodes.set(input!, actual);
    }
  }
}

/** A part's group is the one that holds the node, or the group, that it holds first. */
function groupsOf(
  graph: Graph,
  group: string,
  part: TemplatePart,
  nodes: ReadonlyMap<string, string>,
): Map<string, string> {
  const around = new Map([...graph.nodes, ...graph.groups].map((each) => [each.id, each.group]));
  const found = new Map<string, string>([[part.groups[0]!.id, group]]);
  for (const each of part.groups.slice(1).toReversed()) {
    const node = part.nodes.find((member) => member.group === each.id);
    const child = part.groups.find((member) => member.group === each.id);
    const actual = node ? nodes.get(node.id) : child ? found.get(child.id) : undefined;
    const holder = actual === undefined ? undefined : around.get(actual);
    if (holder !== undefined && holder !== group && ![...found.values()].includes(holder)) found.set(each.id, holder);
  }
  return found;
}
