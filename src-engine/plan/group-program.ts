import type { Analysis } from '../graph/analyze.ts';
import { borderOf, groupMembers } from '../graph/groups.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { GroupLayout, NodeLayout } from './layout.ts';

/** One merged gate, as far as the topology decides: which derivatives it has and which nodes they run through. */
export interface GroupSketch {
  readonly id: string;
  /** The layout's node whose value leaves, -1 when several do or it cannot be computed. */
  readonly output: number;
  /** Edges that enter, in the layout's order, and whether the output has an elementwise derivative by each. */
  readonly entering: readonly { readonly edge: number; readonly hasLocal: boolean }[];
  /** Nodes inside between an entering edge with a derivative and the output, targets before sources; the output first. */
  readonly through: readonly number[];
}

/** A vector-Jacobian product on the way from a group's output to the edges that enter it. */
interface GroupStep {
  readonly node: number;
  readonly slot: number;
  readonly dy: Float64Array;
  readonly dx: Float64Array;
  /** Where `dx` is added when something has arrived there before; `null` where it simply stays. */
  readonly sum: Float64Array | null;
}

/** A merged gate's backward pass inside its border, seeded with 1. */
export interface GroupProgram {
  readonly seed: Float64Array;
  readonly steps: readonly GroupStep[];
}

/**
 * The derivative of a group's output by an entering edge is one number per element where both are single numbers, or
 * where everything between them is elementwise and of the source's size.
 */
export function sketchGroups(
  analysis: Analysis,
  planIndex: Int32Array,
  firstEdge: Int32Array,
  source: Int32Array,
  sizes: Float64Array,
): GroupSketch[] {
  const { graph, adjacency, groups: tree, order, ops } = analysis;
  const members = groupMembers(graph, tree);
  const sketches: GroupSketch[] = [];
  graph.groups.forEach(({ id }, group) => {
    if (tree.indexOf.get(id) !== group) return; // a second group of that name
    const border = borderOf(members[group]!, adjacency, analysis.objective);
    const output = border.sources.length === 1 ? planIndex[border.sources[0]!]! : -1;
    const inside = members[group]!.map((node) => planIndex[node]!)
      .filter((node) => node >= 0)
      .sort((a, b) => b - a);
    const isInside = new Set(inside);

    // Nodes inside that reach the output, and whether one element of theirs means one element of the output.
    const reaches = new Map<number, boolean>();
    if (output >= 0) reaches.set(output, true);
    for (const node of inside) {
      const before = reaches.get(node);
      if (before === undefined) continue;
      const pure = before && ops[order[node]!]!.elementwise && sizes[node] === sizes[output];
      reaches.set(node, pure);
      for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++) {
        const from = source[edge]!;
        if (isInside.has(from)) reaches.set(from, (reaches.get(from) ?? true) && pure);
      }
    }

    const entering: { edge: number; hasLocal: boolean }[] = [];
    const wanted = new Set<number>(); // nodes inside on the way to an edge with a derivative
    for (const node of inside.toReversed()) {
      const pure = reaches.get(node);
      for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++) {
        const from = source[edge]!;
        if (isInside.has(from)) {
          if (wanted.has(from) && pure !== undefined) wanted.add(node);
          continue;
        }
        const hasLocal = output >= 0 && sizes[from] === sizes[output] && (sizes[from] === 1 || pure !== false);
        entering.push({ edge, hasLocal });
        if (hasLocal && pure !== undefined) wanted.add(node);
      }
    }
    sketches.push({ id, output, entering, through: inside.filter((node) => wanted.has(node)) });
  });
  return sketches;
}

/** Numbers of memory that a group's pass needs besides the derivatives themselves. */
export function groupMemory({ through }: GroupSketch, nodes: readonly NodeLayout[]): number {
  let size = 0;
  let largest = 0;
  for (const node of through) {
    const own = sizeOf(nodes[node]!.shape);
    size += own;
    largest = Math.max(largest, own);
  }
  return size + largest;
}

/** Binds a group's pass to its memory: `workspace` is shared with other groups, one after the other. */
export function bindGroup(
  sketch: GroupSketch,
  locals: GroupLayout,
  nodes: readonly NodeLayout[],
  firstEdge: Int32Array,
  source: Int32Array,
  memory: Float64Array,
  workspace: Float64Array,
): GroupProgram | null {
  if (sketch.through.length === 0) return null;
  let used = 0;
  const grads = new Map<number, Float64Array>();
  for (const node of sketch.through) {
    const size = sizeOf(nodes[node]!.shape);
    grads.set(node, workspace.subarray(used, used + size));
    used += size;
  }
  const local = new Map(locals.edges.map((each) => [each.edge, each.local]));
  const arrived = new Set<number>();
  const steps: GroupStep[] = [];
  for (const node of sketch.through) {
    const dy = grads.get(node)!;
    for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++) {
      const slot = edge - firstEdge[node]!;
      const from = source[edge]!;
      const size = sizeOf(nodes[from]!.shape);
      const offset = local.get(edge);
      const inner = grads.get(from);
      if (offset !== undefined) {
        if (offset >= 0) steps.push({ node, slot, dy, dx: memory.subarray(offset, offset + size), sum: null });
      } else if (inner && arrived.has(from)) {
        steps.push({ node, slot, dy, dx: workspace.subarray(used, used + size), sum: inner });
      } else if (inner) {
        arrived.add(from);
        steps.push({ node, slot, dy, dx: inner, sum: null });
      }
    }
  }
  return { seed: grads.get(sketch.output)!, steps };
}
