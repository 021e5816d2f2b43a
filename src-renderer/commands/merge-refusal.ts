import { type Graph, selectionPorts } from '#engine';

/** Why nodes do not merge into one gate, with the nodes to name. */
export interface MergeRefusal {
  readonly why: 'refused.mergeOutputs' | 'refused.mergeApart' | 'refused.mergeLoop';
  readonly nodes: readonly string[];
}

/**
 * A merged gate is connected, has one output, and nothing it computes comes back to it from outside. `null` when the nodes
 * can be merged. `objective` counts as read from outside.
 */
export function mergeRefusal(graph: Graph, ids: readonly string[], objective: string | undefined): MergeRefusal | null {
  const members = new Set(ids);
  if (members.size > 1 && !isConnected(graph, members)) return { why: 'refused.mergeApart', nodes: ids };
  const { output, sources } = selectionPorts(graph, ids, objective);
  if (output === null && sources.length > 1) return { why: 'refused.mergeOutputs', nodes: sources };
  const between = comesBackThrough(graph, members);
  return between === null ? null : { why: 'refused.mergeLoop', nodes: [between] };
}

/** Whether the members hang together by wires among themselves. */
function isConnected({ nodes }: Graph, members: ReadonlySet<string>): boolean {
  const neighbours = new Map([...members].map((id) => [id, new Set<string>()]));
  for (const { id, inputs } of nodes)
    for (const input of inputs)
      if (input !== null && members.has(id) && members.has(input)) {
        neighbours.get(id)?.add(input);
        neighbours.get(input)?.add(id);
      }
  const [first] = members;
  const reached = new Set(first === undefined ? [] : [first]);
  for (const id of reached) for (const next of neighbours.get(id) ?? []) reached.add(next);
  return reached.size === members.size;
}

/** A node outside that reads the members, directly or not, and that a member reads. */
function comesBackThrough({ nodes }: Graph, members: ReadonlySet<string>): string | null {
  const readers = new Map<string, string[]>();
  for (const { id, inputs } of nodes)
    for (const input of inputs) if (input !== null) readers.set(input, [...(readers.get(input) ?? []), id]);
  const downstream = new Set<string>();
  for (const id of members)
    for (const reader of readers.get(id) ?? []) if (!members.has(reader)) downstream.add(reader);
  for (const id of downstream)
    for (const reader of readers.get(id) ?? []) {
      if (members.has(reader)) return id;
      downstream.add(reader);
    }
  return null;
}
