import type { Analysis } from '../graph/analyze.ts';
import { MinHeap } from '../graph/min-heap.ts';
import type { OpDefinition } from '../ops/define.ts';
import { sizeOf } from '../tensor/shape.ts';
import { type GroupSketch, sketchGroups } from './group-program.ts';
import type { EdgeLayout, GroupLayout, NodeLayout, PlanLayout } from './layout.ts';

/** A layout and what is derived on the way to it. Indices are those of the layout. */
export interface LaidOut {
  readonly layout: PlanLayout;
  readonly firstEdge: Int32Array;
  readonly source: Int32Array;
  readonly groups: readonly GroupSketch[];
}

/**
 * Gives every number its place: values, then gradients, contributions, local derivatives, group derivatives, each in
 * execution order. An edge has a local derivative where it is one number per element of the source: for elementwise ops
 * whose output has as many elements as the source (no broadcasting of it), and for any op between single numbers.
 */
export function layOut(analysis: Analysis): LaidOut {
  const { graph, adjacency, order, ops, shapes } = analysis;
  const count = order.length;
  const planIndex = new Int32Array(graph.nodes.length).fill(-1);
  order.forEach((documentIndex, index) => {
    planIndex[documentIndex] = index;
  });
  const firstEdge = new Int32Array(count + 1);
  order.forEach((documentIndex, index) => {
    firstEdge[index + 1] = firstEdge[index]! + graph.nodes[documentIndex]!.inputs.length;
  });
  const edgeCount = firstEdge[count]!;
  const source = new Int32Array(edgeCount);
  const sizes = new Float64Array(count);
  const value = new Float64Array(count); // offsets beyond 2^31 are refused later, but have to be counted
  let size = 0;
  order.forEach((documentIndex, index) => {
    value[index] = size;
    sizes[index] = sizeOf(shapes[documentIndex]!);
    size += sizes[index]!;
    const first = adjacency.firstSlot[documentIndex]!;
    for (let edge = firstEdge[index]!; edge < firstEdge[index + 1]!; edge++)
      source[edge] = planIndex[adjacency.source[first + edge - firstEdge[index]!]!]!;
  });

  const objective = analysis.objective < 0 ? -1 : planIndex[analysis.objective]!;
  const { backward, reaches } = backwardOrder(objective, order, planIndex, firstEdge, source);
  const valuesSize = size;
  const nodes: NodeLayout[] = order.map((documentIndex, index) => ({
    id: graph.nodes[documentIndex]!.id,
    op: ops[documentIndex]!.id,
    shape: shapes[documentIndex]!,
    value: value[index]!,
    grad: valuesSize + value[index]!,
    reachesObjective: reaches[index] === 1,
  }));
  size += valuesSize;

  const contribution = new Float64Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    contribution[edge] = size;
    size += sizes[source[edge]!]!;
  }
  const edges: EdgeLayout[] = [];
  order.forEach((documentIndex, target) => {
    for (let edge = firstEdge[target]!; edge < firstEdge[target + 1]!; edge++) {
      const from = source[edge]!;
      let local = -1;
      if (isOneToOne(ops[documentIndex]!, sizes[from]!, sizes[target]!)) {
        local = size;
        size += sizes[from]!;
      }
      edges.push({ source: from, target, slot: edge - firstEdge[target]!, local, contribution: contribution[edge]! });
    }
  });

  const sketches = sketchGroups(analysis, planIndex, firstEdge, source, sizes);
  const groups: GroupLayout[] = sketches.map((sketch) => ({
    id: sketch.id,
    output: sketch.output,
    edges: sketch.entering.map(({ edge, hasLocal }) => {
      const local = hasLocal ? size : -1;
      if (hasLocal) size += sizes[source[edge]!]!;
      return { edge, local };
    }),
  }));
  return {
    layout: { objective, nodes, edges, groups, backward, size },
    firstEdge,
    source,
    groups: sketches,
  };
}

/** Whether the derivative of an op's output by one input is one number per element. */
function isOneToOne(op: OpDefinition, sourceSize: number, targetSize: number): boolean {
  return sourceSize === targetSize && (op.elementwise || targetSize === 1);
}

/**
 * Kahn's algorithm from the objective against the edges: a node is visited once all contributions to it have arrived,
 * the smallest document index first.
 */
function backwardOrder(
  objective: number,
  order: readonly number[],
  planIndex: Int32Array,
  firstEdge: Int32Array,
  source: Int32Array,
): { readonly backward: number[]; readonly reaches: Uint8Array } {
  const reaches = new Uint8Array(order.length);
  if (objective < 0) return { backward: [], reaches };
  const pending = new Int32Array(order.length);
  reaches[objective] = 1;
  for (let node = objective; node >= 0; node--) {
    if (reaches[node] === 0) continue;
    for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++) {
      reaches[source[edge]!] = 1;
      pending[source[edge]!]!++;
    }
  }
  const ready = new MinHeap(order.length);
  const backward: number[] = [];
  ready.push(order[objective]!);
  while (ready.size > 0) {
    const node = planIndex[ready.pop()]!;
    backward.push(node);
    for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++)
      if (--pending[source[edge]!]! === 0) ready.push(order[source[edge]!]!);
  }
  return { backward, reaches };
}
