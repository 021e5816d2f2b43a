import { type Problem, problem } from '../errors/fail.ts';
import { type Analysis, analyze } from '../graph/analyze.ts';
import type { Graph } from '../graph/graph.ts';
import type { OpTable } from '../graph/node-problems.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { bindGroup, groupMemory } from './group-program.ts';
import { layOut } from './layout-of.ts';
import type { BoundCall, Plan } from './plan.ts';

/** Bytes of memory a plan may take unless another limit is given: what a browser tab survives. */
export const DEFAULT_MEMORY_LIMIT = 1.5e9;

export interface CompileOptions {
  /** Bytes. */
  readonly memoryLimit?: number;
  /** Nodes, by document index, that turned out not to be computable while running. */
  readonly failed?: ReadonlyMap<number, Problem>;
}

/**
 * Graph → plan. What cannot be computed, and what waits for it, is left out and reported in `problems`; the rest is
 * ready to run, its leaves filled. A plan that needs more than the memory limit is empty and reports `run.too-large`;
 * nothing is allocated for it.
 */
export function compile(graph: Graph, table: OpTable, options: CompileOptions = {}): Plan {
  const analysis = analyze(graph, table, options.failed);
  const limit = options.memoryLimit ?? DEFAULT_MEMORY_LIMIT;
  const laidOut = layOut(analysis);
  const { layout } = laidOut;
  const ops = analysis.order.map((index) => analysis.ops[index]!);

  // Behind the layout: each op's scratch memory, then room for one group's pass at a time.
  const scratch = new Float64Array(ops.length + 1);
  scratch[0] = layout.size;
  analysis.order.forEach((index, node) => {
    const op = ops[node]!;
    const size = op.scratch ? op.scratch(inputShapes(analysis, index), analysis.attrs[index]!) : 0;
    scratch[node + 1] = scratch[node]! + size;
  });
  const workspaceStart = scratch[ops.length]!;
  const workspaceSize = laidOut.groups.reduce((most, group) => Math.max(most, groupMemory(group, layout.nodes)), 0);
  const bytes = (workspaceStart + workspaceSize) * Float64Array.BYTES_PER_ELEMENT;
  if (bytes > limit) {
    const refusal = problem('run.too-large', { bytes, limit });
    const { objective: _, ...rest } = analysis;
    const nothing: Analysis = { ...rest, order: [], objective: -1, problems: [refusal, ...analysis.problems] };
    return bind(nothing, layOut(nothing), new Float64Array(1), 0, 0, false);
  }
  return bind(analysis, laidOut, scratch, workspaceStart, workspaceSize, (options.failed?.size ?? 0) > 0);
}

const inputShapes = ({ adjacency, shapes }: Analysis, index: number) =>
  Array.from(
    adjacency.source.subarray(adjacency.firstSlot[index]!, adjacency.firstSlot[index + 1]!),
    (from) => shapes[from]!,
  );

function bind(
  analysis: Analysis,
  { layout, firstEdge, source, groups }: ReturnType<typeof layOut>,
  scratch: Float64Array,
  workspaceStart: number,
  workspaceSize: number,
  refusedValues: boolean,
): Plan {
  const memory = new Float64Array(workspaceStart + workspaceSize);
  // Not `subarray`, which takes several times as long.
  const view = (offset: number, size: number) => new Float64Array(memory.buffer, offset * 8, size);
  const ops = analysis.order.map((index) => analysis.ops[index]!);
  const sizes = layout.nodes.map(({ shape }) => sizeOf(shape));
  const values: Tensor[] = layout.nodes.map(({ shape, value }, node) => ({ shape, data: view(value, sizes[node]!) }));
  const noScratch = new Float64Array(0);
  const calls: BoundCall[] = analysis.order.map((index, node) => {
    const x: Tensor[] = [];
    for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++) x.push(values[source[edge]!]!);
    const used = scratch[node + 1]! - scratch[node]!;
    return {
      attrs: analysis.attrs[index]!,
      x,
      y: values[node]!,
      scratch: used > 0 ? view(scratch[node]!, used) : noScratch,
      training: false,
    };
  });
  const computed: number[] = [];
  ops.forEach((op, node) => {
    if (op.leaf) op.forward(calls[node]!);
    else computed.push(node);
  });
  const workspace = view(workspaceStart, workspaceSize);
  return {
    analysis,
    layout,
    refusedValues,
    problems: analysis.problems,
    memory,
    scratch,
    indexOf: new Map(layout.nodes.map(({ id }, node) => [id, node])),
    ops,
    calls,
    grads: layout.nodes.map(({ grad }, node) => view(grad, sizes[node]!)),
    contributions: layout.edges.map(({ contribution, source: from }) => view(contribution, sizes[from]!)),
    locals: layout.edges.map(({ local, source: from }) => (local < 0 ? null : view(local, sizes[from]!))),
    computed: Int32Array.from(computed),
    firstEdge,
    source,
    backward: Int32Array.from(layout.backward),
    ...arrivals(layout.nodes.length, layout.backward, firstEdge, source),
    groups: groups
      .map((sketch, group) =>
        bindGroup(sketch, layout.groups[group]!, layout.nodes, firstEdge, source, memory, workspace),
      )
      .filter((program) => program !== null),
  };
}

/** Per node, the edges that contribute to its gradient in the order of the trace. */
function arrivals(count: number, backward: readonly number[], firstEdge: Int32Array, source: Int32Array) {
  const firstArriving = new Int32Array(count + 1);
  const each = (visit: (edge: number) => void) => {
    for (const node of backward) for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++) visit(edge);
  };
  each((edge) => firstArriving[source[edge]! + 1]!++);
  for (let node = 0; node < count; node++) firstArriving[node + 1]! += firstArriving[node]!;
  const arriving = new Int32Array(firstArriving[count]!);
  const next = firstArriving.slice();
  each((edge) => {
    arriving[next[source[edge]!]!++] = edge;
  });
  return { firstArriving, arriving };
}
