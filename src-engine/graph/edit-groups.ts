import { fail } from '../errors/fail.ts';
import { mapGroups, mapNodes } from './edit.ts';
import type { Graph, Group } from './graph.ts';
import { groupTreeOf } from './groups.ts';

/**
 * Merges nodes and groups into a new group. It lies in the group that all of them lie in; members of members come along.
 * Throws `document.duplicate-id`.
 */
export function mergeIntoGroup<G extends Graph>(graph: G, group: Group, members: Iterable<string>): G {
  const chosen = new Set(members);
  if (graph.groups.some(({ id }) => id === group.id) || graph.nodes.some(({ id }) => id === group.id))
    fail('document.duplicate-id', { id: group.id, first: `"${group.id}"` });
  const around = commonGroup(graph, chosen);
  const { group: _, ...own } = group;
  const merged: Group = around === undefined ? own : { ...own, group: around };
  const outermost = outermostOf(graph, chosen);
  const inside = <T extends { readonly id: string }>(record: T): T =>
    outermost.has(record.id) ? { ...record, group: group.id } : record;
  const next = mapGroups(
    mapNodes(graph, (node) => inside(node)),
    (each) => inside(each),
  );
  return { ...next, groups: [...next.groups, merged] };
}

/** Takes a group apart: what it held lies in the group around it. */
export function ungroup<G extends Graph>(graph: G, id: string): G {
  const gone = graph.groups.find((group) => group.id === id);
  if (!gone) return graph;
  const freed = <T extends { readonly group?: string }>(record: T): T =>
    record.group === id ? putInto(record, gone.group === id ? undefined : gone.group) : record;
  const next = mapGroups(
    mapNodes(graph, (node) => freed(node)),
    (each) => freed(each),
  );
  return { ...next, groups: next.groups.filter((group) => group.id !== id) };
}

/**
 * Moves nodes and groups into a group, or out of all with `undefined`.
 * Throws `graph.group-cycle` where a group would come to lie in itself, `graph.unknown-group`.
 */
export function moveIntoGroup<G extends Graph>(graph: G, members: Iterable<string>, group: string | undefined): G {
  const chosen = new Set(members);
  if (group !== undefined) {
    const { indexOf, parent } = groupTreeOf(graph.groups);
    const start = indexOf.get(group);
    if (start === undefined) return fail('graph.unknown-group', { id: group });
    const path: string[] = [];
    for (let at = start; at >= 0; at = parent[at]!) {
      path.push(graph.groups[at]!.id);
      if (chosen.has(graph.groups[at]!.id)) fail('graph.group-cycle', { ids: path });
    }
  }
  const moved = <T extends { readonly id: string; readonly group?: string }>(record: T): T =>
    chosen.has(record.id) ? putInto(record, group) : record;
  return mapGroups(
    mapNodes(graph, (node) => moved(node)),
    (each) => moved(each),
  );
}

/** Shows a group as one gate, or opens it. */
export function setCollapsed<G extends Graph>(graph: G, id: string, collapsed: boolean): G {
  return mapGroups(graph, (group) =>
    group.id === id && (group.collapsed ?? false) !== collapsed ? { ...group, collapsed } : group,
  );
}

function putInto<T extends { readonly group?: string }>(record: T, group: string | undefined): T {
  if (record.group === group) return record;
  const { group: _, ...rest } = record;
  return (group === undefined ? rest : { ...record, group }) as T;
}

/** The innermost group that holds all the chosen nodes and groups without being one of them. */
function commonGroup(graph: Graph, chosen: ReadonlySet<string>): string | undefined {
  const { indexOf, parent } = groupTreeOf(graph.groups);
  const chainOf = (group: string | undefined) => {
    const chain: string[] = [];
    for (let at = group === undefined ? -1 : (indexOf.get(group) ?? -1); at >= 0; at = parent[at]!) {
      const { id } = graph.groups[at]!;
      if (!chosen.has(id)) chain.unshift(id);
    }
    return chain;
  };
  let common: string[] | null = null; // outermost first
  for (const { id, group } of [...graph.nodes, ...graph.groups]) {
    if (!chosen.has(id)) continue;
    const chain = chainOf(group);
    if (common === null) common = chain;
    else {
      const fork: number = common.findIndex((each, depth) => chain[depth] !== each);
      if (fork >= 0) common = common.slice(0, fork);
    }
  }
  return common?.at(-1);
}

/** The chosen that do not lie in a chosen group. */
function outermostOf(graph: Graph, chosen: ReadonlySet<string>): Set<string> {
  const { indexOf, parent } = groupTreeOf(graph.groups);
  const outermost = new Set<string>();
  for (const { id, group } of [...graph.nodes, ...graph.groups]) {
    if (!chosen.has(id)) continue;
    let at = group === undefined ? -1 : (indexOf.get(group) ?? -1);
    while (at >= 0 && !chosen.has(graph.groups[at]!.id)) at = parent[at]!;
    if (at < 0) outermost.add(id);
  }
  return outermost;
}
