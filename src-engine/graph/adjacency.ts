import type { Graph } from './graph.ts';

/**
 * The wires of a graph as flat arrays over document indices, both ways. Slot k of node i is edge `firstSlot[i] + k`;
 * the edges that leave node i are `leaving[firstLeaving[i] … firstLeaving[i + 1] − 1]`, ascending.
 */
export interface Adjacency {
  /** Index of each id; the first of two nodes that share one. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly firstSlot: Int32Array;
  /** Per edge: the node it comes from, -1 for an empty slot or an id that names no node. */
  readonly source: Int32Array;
  /** Per edge: the node it enters. */
  readonly target: Int32Array;
  readonly firstLeaving: Int32Array;
  readonly leaving: Int32Array;
}

export function adjacencyOf({ nodes }: Graph): Adjacency {
  const indexOf = new Map<string, number>();
  const firstSlot = new Int32Array(nodes.length + 1);
  nodes.forEach((node, index) => {
    if (!indexOf.has(node.id)) indexOf.set(node.id, index);
    firstSlot[index + 1] = firstSlot[index]! + node.inputs.length;
  });

  const edges = firstSlot[nodes.length]!;
  const source = new Int32Array(edges);
  const target = new Int32Array(edges);
  const firstLeaving = new Int32Array(nodes.length + 1);
  let edge = 0;
  nodes.forEach((node, index) => {
    for (const input of node.inputs) {
      const from = input === null ? -1 : (indexOf.get(input) ?? -1);
      source[edge] = from;
      target[edge] = index;
      if (from >= 0) firstLeaving[from + 1]!++;
      edge++;
    }
  });
  for (let index = 0; index < nodes.length; index++) firstLeaving[index + 1]! += firstLeaving[index]!;

  const leaving = new Int32Array(firstLeaving[nodes.length]!);
  const next = firstLeaving.slice();
  for (let each = 0; each < edges; each++) {
    const from = source[each]!;
    if (from >= 0) leaving[next[from]!++] = each;
  }
  return { indexOf, firstSlot, source, target, firstLeaving, leaving };
}
