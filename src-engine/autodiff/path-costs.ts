import type { RunResult } from '../run/result.ts';

/**
 * What the same derivatives cost in three orders of work. A multiplication is a local derivative times the number that
 * arrives over its wire, the 1 at the beginning included.
 */
export interface PathCosts {
  /** Paths from all sources together; it grows exponentially, and is exact up to 2⁵³. */
  readonly paths: number;
  /** Each path multiplied out on its own: the sum of their lengths. */
  readonly byPath: number;
  /** One pass for each source: every wire between it and the target once. */
  readonly forward: { readonly passes: number; readonly multiplications: number };
  /** One pass for all sources: every wire between any of them and the target once. */
  readonly reverse: { readonly passes: number; readonly multiplications: number };
}

/**
 * Costs of ∂`to`/∂source for each of the sources. Time O(sources × edges). `null` when a node is not computed or no
 * source leads to the target; sources that do not lead there cost nothing.
 */
export function pathCosts(run: RunResult, sources: readonly string[], to: string): PathCosts | null {
  const { nodes, edges } = run.layout;
  const end = run.nodeIndex(to);
  if (end === undefined) return null;
  const counts = new Float64Array(nodes.length); // paths from each node to `to`
  const lengths = new Float64Array(nodes.length); // their wires, together
  counts[end] = 1;
  // Edges are grouped by target in execution order: backwards, all that leaves a node comes before all that enters it.
  for (let edge = edges.length - 1; edge >= 0; edge--) {
    const { source, target } = edges[edge]!;
    counts[source]! += counts[target]!;
    lengths[source]! += lengths[target]! + counts[target]!;
  }
  const used = new Uint8Array(edges.length);
  const total = { paths: 0, byPath: 0, passes: 0, forward: 0 };
  for (const id of new Set(sources)) {
    const start = run.nodeIndex(id);
    if (start === undefined) return null;
    if (counts[start] === 0) continue;
    const reached = new Uint8Array(nodes.length);
    reached[start] = 1;
    edges.forEach(({ source, target }, edge) => {
      if (reached[source] === 0 || counts[target] === 0) return;
      reached[target] = 1;
      used[edge] = 1;
      total.forward++;
    });
    total.passes++;
    total.paths += counts[start]!;
    total.byPath += lengths[start]!;
  }
  if (total.passes === 0) return null;
  return {
    paths: total.paths,
    byPath: total.byPath,
    forward: { passes: total.passes, multiplications: total.forward },
    reverse: { passes: 1, multiplications: used.reduce((sum, each) => sum + each, 0) },
  };
}
