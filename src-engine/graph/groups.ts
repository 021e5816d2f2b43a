import { type Problem, problem } from '../errors/fail.ts';
import { type Adjacency, adjacencyOf } from './adjacency.ts';
import type { EdgeRef, Graph, Group } from './graph.ts';

/** What lies in a group and what crosses its border; nested groups count as inside. */
export interface GroupPorts {
  /** Ids of the nodes inside, in document order. */
  readonly members: readonly string[];
  /** Wires from outside to inside, in document order: the merged gate's inputs. */
  readonly inputs: readonly EdgeRef[];
  /** Wires from inside to outside. */
  readonly outputs: readonly EdgeRef[];
  /** Nodes inside whose value leaves: read outside, or the objective, or else the ends inside. */
  readonly sources: readonly string[];
  /** The only one of `sources`; `null` when there are several, and then there is no single derivative. */
  readonly output: string | null;
}

/** Levels of groups, at most. */
const MAX_DEPTH = 32;

/** The nesting of a graph's groups. A group on a cycle of groups, or below the deepest level, counts as lying in none. */
export interface GroupTree {
  readonly indexOf: ReadonlyMap<string, number>;
  /** Per group: index of the group around it, -1 at the top. */
  readonly parent: Int32Array;
  readonly cycles: readonly (readonly number[])[];
  readonly tooDeep: readonly number[];
}

export function groupTreeOf(groups: readonly Group[]): GroupTree {
  const indexOf = new Map<string, number>();
  groups.forEach(({ id }, index) => {
    if (!indexOf.has(id)) indexOf.set(id, index);
  });
  const parent = Int32Array.from(groups, ({ group }) => (group === undefined ? -1 : (indexOf.get(group) ?? -1)));
  const cycles: number[][] = [];
  const visit = new Int32Array(groups.length); // 0 not yet, else the walk that came by
  for (let start = 0; start < groups.length; start++) {
    let at = start;
    while (at >= 0 && visit[at] === 0) {
      visit[at] = start + 1;
      at = parent[at]!;
    }
    if (at < 0 || visit[at] !== start + 1) continue;
    const cycle = [at];
    for (let next = parent[at]!; next !== at; next = parent[next]!) cycle.push(next);
    cycles.push(cycle);
    for (const member of cycle) parent[member] = -1;
  }
  return { indexOf, parent, cycles, tooDeep: cutTooDeep(parent) };
}

/** Takes the groups below the deepest level out of those around them, and names them. */
function cutTooDeep(parent: Int32Array): number[] {
  const depth = new Int32Array(parent.length);
  const tooDeep: number[] = [];
  for (let start = 0; start < parent.length; start++) {
    const path: number[] = [];
    for (let at = start; at >= 0 && depth[at] === 0; at = parent[at]!) path.push(at);
    for (const group of path.reverse()) {
      const around = parent[group]!;
      depth[group] = around < 0 ? 1 : depth[around]! + 1;
      if (depth[group] <= MAX_DEPTH) continue;
      tooDeep.push(group);
      parent[group] = -1;
      depth[group] = 1;
    }
  }
  return tooDeep;
}

/** Problems: `document.duplicate-id`, `graph.unknown-group`, `graph.group-cycle`, `document.too-deep`. */
export function groupProblems(graph: Graph, tree: GroupTree = groupTreeOf(graph.groups)): Problem[] {
  const problems: Problem[] = [];
  graph.nodes.forEach(({ id, group }, index) => {
    if (group !== undefined && !tree.indexOf.has(group))
      problems.push(problem('graph.unknown-group', { id: group }, { path: `nodes[${index}].group`, node: id }));
  });
  graph.groups.forEach(({ id, group }, index) => {
    const first = tree.indexOf.get(id)!;
    if (first !== index)
      problems.push(
        problem('document.duplicate-id', { id, first: `groups[${first}]` }, { path: `groups[${index}].id` }),
      );
    if (group !== undefined && !tree.indexOf.has(group))
      problems.push(problem('graph.unknown-group', { id: group }, { path: `groups[${index}].group` }));
  });
  for (const cycle of tree.cycles) {
    const ids = cycle.map((index) => graph.groups[index]!.id);
    problems.push(problem('graph.group-cycle', { ids }, { path: `groups[${cycle[0]}].group` }));
  }
  for (const group of tree.tooDeep)
    problems.push(problem('document.too-deep', { limit: MAX_DEPTH }, { path: `groups[${group}].group` }));
  return problems;
}

/** Document indices of the nodes in each group, nested ones included. */
export function groupMembers(graph: Graph, tree: GroupTree = groupTreeOf(graph.groups)): number[][] {
  const members: number[][] = graph.groups.map(() => []);
  graph.nodes.forEach(({ group }, node) => {
    let at = group === undefined ? -1 : (tree.indexOf.get(group) ?? -1);
    for (; at >= 0; at = tree.parent[at]!) members[at]!.push(node);
  });
  return members;
}

/** What a group shows as a gate; `null` when there is no such group. */
export function groupPorts(graph: Graph, id: string, objective = graph.objective): GroupPorts | null {
  const tree = groupTreeOf(graph.groups);
  const group = tree.indexOf.get(id);
  if (group === undefined) return null;
  return namedPorts(graph, groupMembers(graph, tree)[group]!, adjacencyOf(graph), objective);
}

/** The same for nodes that are no group yet: what merging them would give. */
export function selectionPorts(graph: Graph, ids: readonly string[], objective = graph.objective): GroupPorts {
  const adjacency = adjacencyOf(graph);
  const members = new Set<number>();
  for (const id of ids) {
    const index = adjacency.indexOf.get(id);
    if (index !== undefined) members.add(index);
  }
  return namedPorts(
    graph,
    [...members].sort((a, b) => a - b),
    adjacency,
    objective,
  );
}

function namedPorts(
  { nodes }: Graph,
  members: readonly number[],
  adjacency: Adjacency,
  objective: string | undefined,
): GroupPorts {
  const { firstSlot, target, indexOf } = adjacency;
  const border = borderOf(members, adjacency, objective === undefined ? -1 : (indexOf.get(objective) ?? -1));
  const edge = (each: number): EdgeRef => ({
    target: nodes[target[each]!]!.id,
    slot: each - firstSlot[target[each]!]!,
  });
  const sources = border.sources.map((node) => nodes[node]!.id);
  return {
    members: members.map((node) => nodes[node]!.id),
    inputs: border.inputs.map(edge),
    outputs: border.outputs.map(edge),
    sources,
    output: sources.length === 1 ? sources[0]! : null,
  };
}

/** The border of a set of nodes, as document indices and edges of the adjacency; see {@link GroupPorts}. */
export function borderOf(members: readonly number[], adjacency: Adjacency, objective: number) {
  const { firstSlot, source, target, firstLeaving, leaving } = adjacency;
  const inside = new Set(members);
  const inputs: number[] = [];
  const outputs: number[] = [];
  const read: number[] = [];
  const ends: number[] = [];
  for (const node of members) {
    for (let edge = firstSlot[node]!; edge < firstSlot[node + 1]!; edge++)
      if (source[edge]! >= 0 && !inside.has(source[edge]!)) inputs.push(edge);
    const before = outputs.length;
    for (let at = firstLeaving[node]!; at < firstLeaving[node + 1]!; at++)
      if (!inside.has(target[leaving[at]!]!)) outputs.push(leaving[at]!);
    if (outputs.length > before || node === objective) read.push(node);
    else if (firstLeaving[node] === firstLeaving[node + 1]) ends.push(node);
  }
  return { inside, inputs, outputs, sources: read.length > 0 ? read : ends };
}
