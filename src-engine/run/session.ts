import type { Problem } from '../errors/fail.ts';
import type { Graph, GraphNode } from '../graph/graph.ts';
import type { OpTable } from '../graph/node-problems.ts';
import { opTable } from '../ops/registry.ts';
import { compile } from '../plan/compile.ts';
import type { Plan } from '../plan/plan.ts';
import type { TensorLiteral } from '../tensor/literal.ts';
import { sameShape } from '../tensor/shape.ts';
import { backward, forward, kinks, locals, prepare, type Streams, setTraining } from './executor.ts';
import { groupLocals } from './group-locals.ts';
import type { NodeKinks } from './result.ts';

export interface SessionOptions {
  /** The registry's ops when left out. */
  readonly table?: OpTable;
  /** Whether runs are training steps; evaluations when left out. */
  readonly training?: boolean;
  /** Where random ops draw from; they are not drawn when left out. */
  readonly streams?: Streams;
  /** Bytes of memory a plan may take. */
  readonly memoryLimit?: number;
}

/** A new value for a leaf. */
export interface LeafValue {
  readonly node: string;
  readonly value: TensorLiteral;
}

/** A graph that is run again and again: it is planned once and planned anew only when a shape changes. */
export interface Session {
  /** The graph with all values set since. */
  graph(): Graph;
  /** The current plan; its memory holds the last run. */
  plan(): Plan;
  kinks(): readonly NodeKinks[];
  /** Exchanges the graph and runs it, forward and backward. */
  load(graph: Graph): void;
  /** Changes leaves' values and runs again. Values that cannot be read become problems of the new run. */
  setValues(values: readonly LeafValue[]): void;
}

export function createSession(first: Graph, options: SessionOptions = {}): Session {
  let graph = first;
  let unwritten = new Map<string, TensorLiteral>(); // values the plan has and the graph has not
  let plan = settle(graph, options);
  let found = finish(plan);

  const current = () => {
    if (unwritten.size > 0) {
      graph = withValues(graph, unwritten);
      unwritten = new Map();
    }
    return graph;
  };
  const replan = () => {
    plan = settle(current(), options);
  };
  return {
    graph: current,
    plan: () => plan,
    kinks: () => found,
    load(next) {
      graph = next;
      unwritten = new Map();
      replan();
      found = finish(plan);
    },
    setValues(values) {
      let fits = true;

      for (const { node, value } of values) {
        unwritten.set(node, value);
        fits &&= writeLeaf(plan, node, value);
      }
      if (plan.refusedValues || !fits || forward(plan).length > 0) replan();
      found = finish(plan);
    },
  };
}

/** Compiles and runs forward; nodes whose op refuses the values are left out of the plan, with their dependents. */
function settle(graph: Graph, { table = opTable, training = false, streams, memoryLimit }: SessionOptions): Plan {
  const failed = new Map<number, Problem>();
  for (;;) {
    const plan = compile(graph, table, { failed, ...(memoryLimit === undefined ? {} : { memoryLimit }) });
    setTraining(plan, training);
    if (streams) prepare(plan, streams);
    const failures = forward(plan);
    if (failures.length === 0) return plan;
    for (const { node, problem } of failures) failed.set(plan.analysis.order[node]!, problem);
  }
}

function finish(plan: Plan): NodeKinks[] {
  backward(plan);
  locals(plan);
  groupLocals(plan);
  return kinks(plan);
}

/** Whether the value fits the plan as it stands; if so it is in place. */
function writeLeaf(plan: Plan, id: string, value: TensorLiteral): boolean {
  const { calls, ops, layout, indexOf } = plan;
  const node = indexOf.get(id);
  if (node === undefined) return false;
  const op = ops[node]!;
  const rule = op.attrs['value'];
  if (!op.leaf || !rule) return false;
  try {
    const attrs = { ...calls[node]!.attrs, value: rule.read(value, '') };
    if (!sameShape(op.shape([], attrs), layout.nodes[node]!.shape)) return false;
    calls[node]!.attrs = attrs;
    op.forward(calls[node]!);
    return true;
  } catch {
    return false; // planning anew says what is wrong with it
  }
}

function withValues(graph: Graph, values: ReadonlyMap<string, TensorLiteral>): Graph {
  const nodes = graph.nodes.map((node): GraphNode => {
    const value = values.get(node.id);
    return value === undefined ? node : { ...node, attrs: { ...node.attrs, value } };
  });
  return { ...graph, nodes };
}
