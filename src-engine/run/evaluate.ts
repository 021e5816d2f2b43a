import { ChainruleError } from '../errors/fail.ts';
import type { Graph } from '../graph/graph.ts';
import { type RunResult, readRun } from './result.ts';
import { createSession, type Session, type SessionOptions } from './session.ts';

export interface EvaluateOptions extends SessionOptions {
  /** Throw the first problem as a ChainruleError instead of computing what can be computed. */
  readonly strict?: boolean;
}

/** One forward and backward pass over a graph, with everything a run reports. */
export function evaluate(graph: Graph, options: EvaluateOptions = {}): RunResult {
  const session = createSession(graph, options);
  const [first] = session.plan().problems;
  if (options.strict && first) throw new ChainruleError(first);
  return resultOf(session);
}

/** The session's last run. It reads the session's own memory: the next run overwrites it. */
export function resultOf(session: Session): RunResult {
  const { layout, memory, problems } = session.plan();
  return readRun(layout, memory, problems, session.kinks());
}

/** L: the objective's value, or the mean of its elements; `null` when there is no objective. */
export function objectiveValue(result: RunResult): number | null {
  const value = result.objective === null ? null : result.value(result.objective);
  if (!value) return null;
  let sum = 0;
  for (const each of value.data) sum += each;
  return sum / value.data.length;
}
