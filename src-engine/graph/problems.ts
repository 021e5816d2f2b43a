import type { Problem } from '../errors/fail.ts';
import { opTable } from '../ops/registry.ts';
import { analyze } from './analyze.ts';
import type { Graph } from './graph.ts';
import type { OpTable } from './node-problems.ts';

/** All that is wrong with a graph, in the order of {@link Analysis.problems}. */
export function graphProblems(graph: Graph, table: OpTable = opTable): readonly Problem[] {
  return analyze(graph, table).problems;
}
