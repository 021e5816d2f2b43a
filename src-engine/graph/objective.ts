import { type Problem, problem } from '../errors/fail.ts';
import type { OpDefinition } from '../ops/define.ts';
import type { Adjacency } from './adjacency.ts';
import type { Graph } from './graph.ts';

export interface ObjectiveChoice {
  /** Document index of the node to differentiate, -1 when there is none. It may be one that cannot be computed. */
  readonly node: number;
  readonly problem: Problem | null;
}

/**
 * The node named by the document, or else the only loss among the ends of the graph, or else its only end, or else its
 * only loss. An end is a node that computes something which nobody reads. Where that leaves several, those that cannot
 * be computed yet (a gate just placed) are passed over.
 * Problems: `graph.unknown-objective`, `graph.several-objectives`, `graph.no-objective`.
 */
export function objectiveOf(
  graph: Graph,
  { indexOf, firstLeaving }: Adjacency,
  ops: readonly (OpDefinition | undefined)[],
  computable: (node: number) => boolean,
): ObjectiveChoice {
  if (graph.objective !== undefined) {
    const named = indexOf.get(graph.objective);
    if (named !== undefined) return { node: named, problem: null };
    return {
      node: -1,
      problem: problem('graph.unknown-objective', { id: graph.objective }, { path: 'objective' }),
    };
  }
  const losses: number[] = [];
  const ends: number[] = [];
  const endingLosses: number[] = [];
  graph.nodes.forEach((_, node) => {
    const op = ops[node];
    if (op?.leaf) return;
    const loss = op?.category === 'loss';
    const end = firstLeaving[node] === firstLeaving[node + 1];
    if (loss) losses.push(node);
    if (end) ends.push(node);
    if (loss && end) endingLosses.push(node);
  });

  for (const candidates of [endingLosses, ends, losses])
    if (candidates.length === 1) return { node: candidates[0]!, problem: null };
  const several = endingLosses.length > 0 ? endingLosses : ends;
  const able = several.filter(computable);
  if (able.length === 1) return { node: able[0]!, problem: null };
  if (able.length > 1) {
    const ids = able.map((node) => graph.nodes[node]!.id);
    return { node: -1, problem: problem('graph.several-objectives', { ids }, { path: 'objective' }) };
  }
  // Without any end every node lies on a cycle, which is reported as such.
  const empty = graph.nodes.every((_, node) => ops[node]?.leaf);
  return { node: -1, problem: empty ? problem('graph.no-objective', {}, { path: 'objective' }) : null };
}
