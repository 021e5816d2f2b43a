import { type Adjacency, adjacencyOf } from './adjacency.ts';
import type { Graph } from './graph.ts';
import { MinHeap } from './min-heap.ts';

/** Document indices of a graph's nodes, sorted. */
export interface GraphOrder {
  /** Sources before targets, document order among those that are free to go: a sorted document keeps its order. */
  readonly order: readonly number[];
  /** One shortest cycle of each knot of cycles, along the wires, from its node that comes first in the document. */
  readonly cycles: readonly (readonly number[])[];
}

/**
 * Kahn's algorithm with the smallest document index first. Nodes on cycles, and those that wait for them, are in no
 * order. O((nodes + edges) log nodes), without recursion.
 */
export function orderOf(graph: Graph, adjacency: Adjacency = adjacencyOf(graph)): GraphOrder {
  const count = graph.nodes.length;
  const { firstSlot, source, target, firstLeaving, leaving } = adjacency;
  const waiting = new Int32Array(count);
  const ready = new MinHeap(count);
  for (let node = 0; node < count; node++) {
    for (let edge = firstSlot[node]!; edge < firstSlot[node + 1]!; edge++) if (source[edge]! >= 0) waiting[node]!++;
    if (waiting[node] === 0) ready.push(node);
  }
  const order: number[] = [];
  while (ready.size > 0) {
    const node = ready.pop();
    order.push(node);
    for (let at = firstLeaving[node]!; at < firstLeaving[node + 1]!; at++) {
      const next = target[leaving[at]!]!;
      if (--waiting[next]! === 0) ready.push(next);
    }
  }
  return { order, cycles: order.length === count ? [] : cyclesAmong(adjacency, waiting) };
}

/** One cycle per strongly connected component of the nodes that still wait. */
function cyclesAmong(adjacency: Adjacency, waiting: Int32Array): number[][] {
  const component = componentsOf(adjacency, waiting);
  const cycles: number[][] = [];
  const seen = new Set<number>();
  for (let node = 0; node < waiting.length; node++) {
    if (waiting[node]! === 0 || seen.has(component[node]!)) continue;
    seen.add(component[node]!);
    const cycle = shortestPath(adjacency, node, node, (other) => component[other] === component[node]);
    if (cycle) cycles.push(cycle);
  }
  return cycles;
}

/** Tarjan's strongly connected components of the waiting nodes, on an explicit stack; -1 for the others. */
function componentsOf({ firstLeaving, leaving, target }: Adjacency, waiting: Int32Array): Int32Array {
  const count = waiting.length;
  const component = new Int32Array(count).fill(-1);
  const found = new Int32Array(count).fill(-1); // when the search met the node
  const low = new Int32Array(count); // earliest node known to be reachable within the stack
  const cursor = firstLeaving.slice(0, count);
  const stack: number[] = [];
  const path: number[] = [];
  let clock = 0;
  let components = 0;
  for (let root = 0; root < count; root++) {
    if (waiting[root]! === 0 || found[root]! >= 0) continue;
    path.push(root);
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      if (found[node]! < 0) {
        found[node] = low[node] = clock++;
        stack.push(node);
      }
      if (cursor[node]! < firstLeaving[node + 1]!) {
        const next = target[leaving[cursor[node]!++]!]!;
        if (found[next]! < 0) path.push(next);
        else if (component[next]! < 0) low[node] = Math.min(low[node]!, found[next]!);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node] !== found[node]) continue;
      for (let member = -1; member !== node; ) {
        member = stack.pop()!;
        component[member] = components;
      }
      components++;
    }
  }
  return component;
}

/**
 * Nodes along a shortest path from `from` up to, but not including, `to`; at least one wire long, so that a path from a
 * node to itself is a cycle. `null` when there is none.
 */
function shortestPath(
  { firstLeaving, leaving, target }: Adjacency,
  from: number,
  to: number,
  allowed: (node: number) => boolean,
): number[] | null {
  const parent = new Map<number, number>();
  const queue = [from];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]!;
    for (let at = firstLeaving[node]!; at < firstLeaving[node + 1]!; at++) {
      const next = target[leaving[at]!]!;
      if (next === to) {
        const path = [node];
        for (let back = node; back !== from; ) {
          back = parent.get(back)!;
          path.push(back);
        }
        return path.reverse();
      }
      if (next === from || parent.has(next) || !allowed(next)) continue;
      parent.set(next, node);
      queue.push(next);
    }
  }
  return null;
}

/**
 * The cycle that a wire from `source` into `target` would close: the ids from `target` along the wires to `source`.
 * `null` when it closes none. A node wired to itself is a cycle of one.
 */
export function wouldCreateCycle(graph: Graph, source: string, target: string): readonly string[] | null {
  if (source === target) return [source];
  const adjacency = adjacencyOf(graph);
  const from = adjacency.indexOf.get(target);
  const to = adjacency.indexOf.get(source);
  if (from === undefined || to === undefined) return null;
  const path = shortestPath(adjacency, from, to, () => true);
  return path && [...path.map((index) => graph.nodes[index]!.id), source];
}
