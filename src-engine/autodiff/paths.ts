import { edgeKey } from '../graph/graph.ts';
import type { RunResult } from '../run/result.ts';

/** One way from a node to another, and the product of the local derivatives along it. */
export interface Path {
  /** Indices into the layout's edges, from the source on. */
  readonly edges: readonly number[];
  /** ∂target/∂source through each edge. */
  readonly factors: readonly number[];
  readonly product: number;
}

/** All ways from a node to another: by the chain rule the derivative is the sum of their products. */
export interface PathSum {
  /** The first of them, edges in the layout's order. */
  readonly paths: readonly Path[];
  /** How many there are; it grows exponentially, and is exact up to 2⁵³. */
  readonly count: number;
  /** Sum of the products over all of them, whether listed or not. */
  readonly sum: number;
}

export interface PathOptions {
  /** Paths listed, at most. */
  readonly limit?: number;
  /** Nodes that a path may visit after its source: the inside of a merged gate. */
  readonly within?: Iterable<string>;
  /** The slot through which all paths leave the source. */
  readonly through?: { readonly target: string; readonly slot: number };
}

/**
 * The paths from one computed node to another. `null` when either is not computed, or when a number on the way is not a
 * single one: then the factors are matrices.
 */
export function findPaths(run: RunResult, from: string, to: string, options: PathOptions = {}): PathSum | null {
  const { layout } = run;
  const start = run.nodeIndex(from);
  const end = run.nodeIndex(to);
  if (start === undefined || end === undefined) return null;
  const allowed = options.within && new Set(options.within);
  const first = options.through && edgeKey(options.through.target, options.through.slot);

  const reached = descendantsOf(run, start);
  const counts = new Float64Array(layout.nodes.length); // paths from each node to `to`
  const sums = new Float64Array(layout.nodes.length);
  const factors = new Map<number, number>();
  const leaving = new Map<number, number[]>();
  counts[end] = 1;
  sums[end] = 1;
  // Edges are grouped by target in execution order: backwards, all that leaves a node comes before all that enters it.
  for (let edge = layout.edges.length - 1; edge >= 0; edge--) {
    const { source, target, slot } = layout.edges[edge]!;
    const { id } = layout.nodes[target]!;
    if (reached[source] === 0 || counts[target] === 0 || (allowed && !allowed.has(id))) continue;
    if (source === start && first !== undefined && first !== edgeKey(id, slot)) continue;
    const local = run.edge(id, slot)?.local;
    if (local?.data.length !== 1) return null;
    factors.set(edge, local.data[0]!);
    counts[source]! += counts[target]!;
    sums[source]! += local.data[0]! * sums[target]!;
    const others = leaving.get(source);
    if (others) others.push(edge);
    else leaving.set(source, [edge]);
  }
  return {
    paths: listPaths(start, end, leaving, factors, (edge) => layout.edges[edge]!.target, options.limit ?? 100),
    count: counts[start]!,
    sum: sums[start]!,
  };
}

/** Marks the nodes that depend on `start`, and the node itself. */
function descendantsOf({ layout }: RunResult, start: number): Uint8Array {
  const marks = new Uint8Array(layout.nodes.length);
  marks[start] = 1;
  for (const { source, target } of layout.edges) if (marks[source] === 1) marks[target] = 1;
  return marks;
}

/** Depth first on an explicit stack. `leaving` holds edges in descending order, and only those that lead to `end`. */
function listPaths(
  start: number,
  end: number,
  leaving: ReadonlyMap<number, readonly number[]>,
  factors: ReadonlyMap<number, number>,
  targetOf: (edge: number) => number,
  limit: number,
): Path[] {
  const paths: Path[] = [];
  const trail: number[] = []; // edges of the path at hand
  const untried: number[][] = [];
  const enter = (node: number) => {
    if (node === end) {
      const along = trail.map((edge) => factors.get(edge)!);
      paths.push({
        edges: [...trail],
        factors: along,
        product: along.reduce((product, factor) => product * factor, 1),
      });
    }
    untried.push(node === end ? [] : [...(leaving.get(node) ?? [])]);
  };
  enter(start);
  while (untried.length > 0 && paths.length < limit) {
    const edge = untried.at(-1)!.pop();
    if (edge === undefined) {
      untried.pop();
      trail.pop();
    } else {
      trail.push(edge);
      enter(targetOf(edge));
    }
  }
  return paths;
}
