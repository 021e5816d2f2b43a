import type { Problem } from '../errors/fail.ts';
import { edgeKey } from '../graph/graph.ts';
import type { Kink } from '../ops/define.ts';
import type { PlanLayout } from '../plan/layout.ts';
import { memo } from '../tensor/memo.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Trace, traceOf } from './trace.ts';

/** The five numbers of an edge u→v, each a tensor of u's shape but for `upstream`, which has v's. */
export interface EdgeNumbers {
  readonly value: Tensor;
  /** ∂v/∂u through this slot; `null` where it is no elementwise derivative. */
  readonly local: Tensor | null;
  /** ∂L/∂v. */
  readonly upstream: Tensor;
  /** upstream · local: what this edge adds to ∂L/∂u. */
  readonly contribution: Tensor;
  /** ∂L/∂u: the sum over all edges that leave u. */
  readonly accumulated: Tensor;
}

export interface NodeKinks {
  readonly node: string;
  readonly kinks: readonly Kink[];
}

/** What one forward and backward pass found, readable by node id and edge. */
export interface RunResult {
  readonly layout: PlanLayout;
  readonly trace: Trace;
  /** What kept some nodes from being computed; the others ran. */
  readonly problems: readonly Problem[];
  /** Nodes that sit at a point without derivative, where a convention was used. */
  readonly kinks: readonly NodeKinks[];
  /** Index into `layout.nodes`; `undefined` for a node that was not computed. */
  nodeIndex(id: string): number | undefined;
  /** Index into `layout.edges`. */
  edgeIndex(target: string, slot: number): number | undefined;
  /** Id of the node differentiated. */
  readonly objective: string | null;
  value(id: string): Tensor | null;
  grad(id: string): Tensor | null;
  edge(target: string, slot: number): EdgeNumbers | null;
  /** Edges leaving a node along which a gradient returns, in the order in which their contributions arrive. */
  branches(id: string): readonly number[];
  /** Derivative of a merged gate's output by what enters through the edge; `null` where there is none. */
  groupLocal(group: string, target: string, slot: number): Tensor | null;
}

const tensorAt = (memory: Float64Array, offset: number, shape: Shape): Tensor => ({
  shape,
  data: memory.subarray(offset, offset + sizeOf(shape)),
});

/** What follows from a layout alone: made once, however often it runs. */
const indexesOf = memo((layout: PlanLayout) => {
  const trace = traceOf(layout);
  const branches: number[][] = layout.nodes.map(() => []);
  for (const event of trace.events)
    if (event.kind === 'contribute') branches[layout.edges[event.edge]!.source]!.push(event.edge);
  return {
    trace,
    branches,
    nodes: new Map(layout.nodes.map((node, index) => [node.id, index])),
    edges: new Map(layout.edges.map((edge, index) => [edgeKey(layout.nodes[edge.target]!.id, edge.slot), index])),
    groups: new Map(layout.groups.map((group) => [group.id, group])),
  };
});

/** Reads a run's block of memory through its layout. Views, not copies. */
export function readRun(
  layout: PlanLayout,
  memory: Float64Array,
  problems: readonly Problem[],
  kinks: readonly NodeKinks[],
): RunResult {
  const { nodes, edges, groups, trace, branches } = indexesOf(layout);
  const nodeTensor = (id: string, part: 'value' | 'grad') => {
    const node = layout.nodes[nodes.get(id) ?? -1];
    return node ? tensorAt(memory, node[part], node.shape) : null;
  };
  return {
    layout,
    trace,
    problems,
    kinks,
    objective: layout.nodes[layout.objective]?.id ?? null,
    nodeIndex: (id) => nodes.get(id),
    edgeIndex: (target, slot) => edges.get(edgeKey(target, slot)),
    value: (id) => nodeTensor(id, 'value'),
    grad: (id) => nodeTensor(id, 'grad'),
    branches: (id) => branches[nodes.get(id) ?? -1] ?? [],
    edge(target, slot) {
      const edge = layout.edges[edges.get(edgeKey(target, slot)) ?? -1];
      if (!edge) return null;
      const from = layout.nodes[edge.source]!;
      const to = layout.nodes[edge.target]!;
      return {
        value: tensorAt(memory, from.value, from.shape),
        local: edge.local < 0 ? null : tensorAt(memory, edge.local, from.shape),
        upstream: tensorAt(memory, to.grad, to.shape),
        contribution: tensorAt(memory, edge.contribution, from.shape),
        accumulated: tensorAt(memory, from.grad, from.shape),
      };
    },
    groupLocal(id, target, slot) {
      const entry = groups.get(id)?.edges.find(({ edge }) => edge === edges.get(edgeKey(target, slot)));
      if (!entry || entry.local < 0) return null;
      const source = layout.nodes[layout.edges[entry.edge]!.source]!;
      return tensorAt(memory, entry.local, source.shape);
    },
  };
}
