import { type Problem, problem } from '../errors/fail.ts';
import type { Attributes, OpDefinition } from '../ops/define.ts';
import type { Shape } from '../tensor/shape.ts';
import { type Adjacency, adjacencyOf } from './adjacency.ts';
import type { Graph } from './graph.ts';
import { type GroupTree, groupProblems, groupTreeOf } from './groups.ts';
import { inferShape, type OpTable, readAttributes, wiringProblems } from './node-problems.ts';
import { objectiveOf } from './objective.ts';
import { orderOf } from './order.ts';

/** A graph checked, sorted and typed. All indices are document indices. */
export interface Analysis {
  readonly graph: Graph;
  readonly adjacency: Adjacency;
  readonly groups: GroupTree;
  /** The nodes that can be computed, sources first, document order among equals. */
  readonly order: readonly number[];
  /** Per node; present for those in `order`. */
  readonly ops: readonly (OpDefinition | undefined)[];
  readonly attrs: readonly (Attributes | undefined)[];
  readonly shapes: readonly (Shape | undefined)[];
  /** The node to differentiate if it can be computed, else -1. */
  readonly objective: number;
  /**
   * Everything that is wrong: the nodes in document order, cycles, groups, the objective, and then, with
   * `graph.upstream`, the nodes that are sound but wait for one that is not.
   */
  readonly problems: readonly Problem[];
}

/**
 * Finds all that is wrong with a graph, and what can be computed all the same. `failed` holds nodes, by document index,
 * that turned out not to be computable while running. Near-linear in nodes and edges.
 */
export function analyze(graph: Graph, table: OpTable, failed: ReadonlyMap<number, Problem> = new Map()): Analysis {
  const adjacency = adjacencyOf(graph);
  const { firstSlot, source, target, firstLeaving, leaving, indexOf } = adjacency;
  const { nodes } = graph;
  const ops = nodes.map(({ op }) => table.get(op));
  const attrs = new Array<Attributes | undefined>(nodes.length).fill(undefined);
  const shapes = new Array<Shape | undefined>(nodes.length).fill(undefined);
  const own = new Map<number, Problem[]>();
  const blame = new Int32Array(nodes.length).fill(-1); // per node: the one whose problem stops it, perhaps itself

  nodes.forEach((node, index) => {
    const op = ops[index];
    const found = wiringProblems(node, index, op, table, indexOf);
    const failure = failed.get(index);
    if (failure) found.push(failure);
    if (op) {
      const read = readAttributes(node, index, op);
      for (const each of read.problems) found.push(each);
      attrs[index] = read.attrs;
    }
    if (found.length === 0) return;
    own.set(index, found);
    blame[index] = index;
  });

  const { order: sorted, cycles } = orderOf(graph, adjacency);
  const order: number[] = [];
  for (const index of sorted) {
    const inputs: Shape[] = [];
    for (let edge = firstSlot[index]!; edge < firstSlot[index + 1]!; edge++) {
      const from = source[edge]!;
      if (from < 0) continue;
      if (blame[from]! >= 0 && blame[index]! < 0) blame[index] = blame[from]!;
      inputs.push(shapes[from] ?? []);
    }
    if (blame[index]! >= 0) continue;
    const inferred = inferShape(nodes[index]!, index, ops[index]!, inputs, attrs[index]!);
    if ('shape' in inferred) {
      shapes[index] = inferred.shape;
      order.push(index);
    } else {
      own.set(index, [inferred.problem]);
      blame[index] = index;
    }
  }

  const onCycle = new Uint8Array(nodes.length);
  const cycleProblems = cycles.map((cycle) => {
    for (const index of cycle) onCycle[index] = 1;
    const first = cycle[0]!;
    const place = { path: `nodes[${first}].inputs`, node: nodes[first]!.id };
    return problem('graph.cycle', { ids: cycle.map((index) => nodes[index]!.id) }, place);
  });
  const queue = cycles.flat();
  for (const cycle of cycles) for (const index of cycle) if (blame[index]! < 0) blame[index] = cycle[0]!;
  for (let head = 0; head < queue.length; head++) {
    const index = queue[head]!;
    for (let at = firstLeaving[index]!; at < firstLeaving[index + 1]!; at++) {
      const next = target[leaving[at]!]!;
      if (blame[next]! >= 0) continue;
      blame[next] = blame[index]!;
      queue.push(next);
    }
  }

  const groups = groupTreeOf(graph.groups);
  const choice = objectiveOf(graph, adjacency, ops, (index) => blame[index]! < 0);
  const waiting: Problem[] = [];
  nodes.forEach((node, index) => {
    const cause = blame[index]!;
    if (cause < 0 || own.has(index) || onCycle[index]) return;
    const facts = { node: node.id, cause: nodes[cause]!.id };
    waiting.push(problem('graph.upstream', facts, { path: `nodes[${index}]`, node: node.id }));
  });
  return {
    graph,
    adjacency,
    groups,
    order,
    ops,
    attrs,
    shapes,
    objective: choice.node >= 0 && blame[choice.node]! < 0 ? choice.node : -1,
    problems: [
      ...[...own].sort(([a], [b]) => a - b).flatMap(([, found]) => found),
      ...cycleProblems,
      ...groupProblems(graph, groups),
      ...(choice.problem ? [choice.problem] : []),
      ...waiting,
    ],
  };
}
