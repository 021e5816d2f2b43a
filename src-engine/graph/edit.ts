import { fail } from '../errors/fail.ts';
import type { EdgeRef, Graph, GraphNode, Group, Point } from './graph.ts';

/*
 * Every edit takes a graph (or a document, which is one) and returns another. Records that it does not concern are the
 * same objects as before; an edit that changes nothing returns the graph itself. Ids that name nothing are passed over.
 */

/** Replaces the nodes for which `change` returns another record. */
export function mapNodes<G extends Graph>(graph: G, change: (node: GraphNode) => GraphNode): G {
  const nodes = mapped(graph.nodes, change);
  return nodes === graph.nodes ? graph : { ...graph, nodes };
}

export function mapGroups<G extends Graph>(graph: G, change: (group: Group) => Group): G {
  const groups = mapped(graph.groups, change);
  return groups === graph.groups ? graph : { ...graph, groups };
}

function mapped<T>(records: readonly T[], change: (record: T) => T): readonly T[] {
  let changed = false;
  const next = records.map((record) => {
    const after = change(record);
    changed ||= after !== record;
    return after;
  });
  return changed ? next : records;
}

/** Appends nodes and groups; their ids must be new ({@link withFreshIds}). Throws `document.duplicate-id`. */
export function addNodes<G extends Graph>(graph: G, nodes: readonly GraphNode[], groups: readonly Group[] = []): G {
  if (nodes.length === 0 && groups.length === 0) return graph;
  const taken = idsOf(graph);
  for (const { id } of [...nodes, ...groups]) {
    if (taken.has(id)) fail('document.duplicate-id', { id, first: `"${id}"` }, { node: id });
    taken.add(id);
  }
  return { ...graph, nodes: [...graph.nodes, ...nodes], groups: [...graph.groups, ...groups] };
}

/** What becomes of the slots that read a removed node: emptied, or wired to what the node itself read first. */
export type Healing = 'clear' | 'bridge';

/**
 * Removes nodes. Groups left without any node go with them, and so does the objective when it was one of them.
 * With `bridge`, x → a → y becomes x → y when a goes.
 */
export function removeNodes<G extends Graph>(graph: G, ids: Iterable<string>, healing: Healing = 'clear'): G {
  const gone = new Set(ids);
  const byId = new Map(graph.nodes.filter(({ id }) => gone.has(id)).map((node) => [node.id, node]));
  if (byId.size === 0) return graph;
  const replacement = (id: string): string | null => {
    const passed = new Set<string>(); // removed nodes may form a cycle
    for (let at: string | null = id; at !== null; ) {
      const node = byId.get(at);
      if (!node) return at;
      if (healing === 'clear' || passed.has(at)) return null;
      passed.add(at);
      at = node.inputs.find((input) => input !== null) ?? null;
    }
    return null;
  };
  const kept = graph.nodes.filter(({ id }) => !byId.has(id));
  const nodes = mapped(kept, (node) => {
    if (!node.inputs.some((input) => input !== null && byId.has(input))) return node;
    return {
      ...node,
      inputs: node.inputs.map((input) => (input !== null && byId.has(input) ? replacement(input) : input)),
    };
  });
  const { objective, ...rest } = graph;
  const groups = withoutEmptied(graph.groups, graph.nodes, nodes);
  return { ...rest, ...(objective !== undefined && !byId.has(objective) ? { objective } : {}), nodes, groups } as G;
}

/** The groups, less those that held a node before and hold none now. */
function withoutEmptied(
  groups: readonly Group[],
  before: readonly GraphNode[],
  now: readonly GraphNode[],
): readonly Group[] {
  const parent = new Map(groups.map(({ id, group }) => [id, group]));
  const holding = (nodes: readonly GraphNode[]) => {
    const found = new Set<string>();
    for (const node of nodes)
      for (let at = node.group; at !== undefined && !found.has(at); at = parent.get(at)) found.add(at);
    return found;
  };
  const held = holding(before);
  const holds = holding(now);
  const kept = groups.filter(({ id }) => holds.has(id) || !held.has(id));
  return kept.length === groups.length ? groups : kept;
}

/** Lets a slot read a node's output. Slots before it that the node does not have yet become empty ones. */
export function connect<G extends Graph>(graph: G, source: string, { target, slot }: EdgeRef): G {
  if (!graph.nodes.some(({ id }) => id === source)) return graph;
  return changeNode(graph, target, (node) => {
    if (node.inputs[slot] === source) return node;
    const inputs = [...node.inputs];
    while (inputs.length < slot) inputs.push(null);
    inputs[slot] = source;
    return { ...node, inputs };
  });
}

/** Empties a slot. */
export function disconnect<G extends Graph>(graph: G, { target, slot }: EdgeRef): G {
  return changeNode(graph, target, (node) =>
    (node.inputs[slot] ?? null) === null ? node : { ...node, inputs: node.inputs.with(slot, null) },
  );
}

/** Appends an empty slot, for ops that take any number of inputs. */
export function addSlot<G extends Graph>(graph: G, id: string): G {
  return changeNode(graph, id, (node) => ({ ...node, inputs: [...node.inputs, null] }));
}

/** Removes a slot with what it reads; those behind it move up. */
export function removeSlot<G extends Graph>(graph: G, { target, slot }: EdgeRef): G {
  return changeNode(graph, target, (node) =>
    slot < node.inputs.length ? { ...node, inputs: node.inputs.toSpliced(slot, 1) } : node,
  );
}

/** Places nodes and groups. */
export function place<G extends Graph>(graph: G, positions: ReadonlyMap<string, Point>): G {
  const moved = <T extends { readonly id: string; readonly position?: Point }>(record: T): T => {
    const position = positions.get(record.id);
    if (!position || (position.x === record.position?.x && position.y === record.position?.y)) return record;
    return { ...record, position };
  };
  return mapGroups(
    mapNodes(graph, (node) => moved(node)),
    (group) => moved(group),
  );
}

/** Changes one setting; `undefined` gives it back to the op's default. */
export function setAttribute<G extends Graph>(graph: G, id: string, key: string, value: unknown): G {
  return changeNode(graph, id, (node) => {
    if (node.attrs[key] === value && (value !== undefined || !Object.hasOwn(node.attrs, key))) return node;
    const { [key]: _, ...others } = node.attrs;
    return { ...node, attrs: value === undefined ? others : { ...node.attrs, [key]: value } };
  });
}

/** Changes what people read on a node or a group; `undefined` takes the label away. */
export function setLabel<G extends Graph>(graph: G, id: string, label: string | undefined): G {
  const labelled = <T extends { readonly id: string; readonly label?: string }>(record: T): T => {
    if (record.id !== id || record.label === label) return record;
    const { label: _, ...rest } = record;
    return (label === undefined ? rest : { ...record, label }) as T;
  };
  return mapGroups(
    mapNodes(graph, (node) => labelled(node)),
    (group) => labelled(group),
  );
}

/** Names the node to differentiate; `undefined` leaves it to the rules for documents that name none. */
export function setObjective<G extends Graph>(graph: G, id: string | undefined): G {
  if (graph.objective === id) return graph;
  const { objective: _, ...rest } = graph;
  return (id === undefined ? rest : { ...graph, objective: id }) as G;
}

/**
 * Gives a node or a group another id, wherever the graph names it.
 * Throws `document.id` and `document.duplicate-id`.
 */
export function rename<G extends Graph>(graph: G, from: string, to: string): G {
  const taken = idsOf(graph);
  if (from === to || !taken.has(from)) return graph;
  if (!/^[A-Za-z_][A-Za-z0-9_.-]{0,127}$/.test(to)) fail('document.id', { found: JSON.stringify(to) });
  if (taken.has(to)) fail('document.duplicate-id', { id: to, first: `"${to}"` });
  const renamed = <T extends { readonly id: string; readonly group?: string }>(record: T): T => {
    const own = record.id === from ? { id: to } : {};
    const around = record.group === from ? { group: to } : {};
    return record.id === from || record.group === from ? { ...record, ...own, ...around } : record;
  };
  const next = mapGroups(
    mapNodes(graph, (node) => {
      const own = renamed(node);
      if (!own.inputs.includes(from)) return own;
      return { ...own, inputs: own.inputs.map((input) => (input === from ? to : input)) };
    }),
    (group) => renamed(group),
  );
  return next.objective === from ? { ...next, objective: to } : next;
}

export function changeNode<G extends Graph>(graph: G, id: string, change: (node: GraphNode) => GraphNode): G {
  return mapNodes(graph, (node) => (node.id === id ? change(node) : node));
}

function idsOf({ nodes, groups }: Graph): Set<string> {
  return new Set([...nodes.map(({ id }) => id), ...groups.map(({ id }) => id)]);
}
