import type { CheckReport } from '../autodiff/check-report.ts';
import type { Problem } from '../errors/fail.ts';
import type { Graph } from '../graph/graph.ts';
import type { RunResult } from '../run/result.ts';
import type { TensorLiteral } from '../tensor/literal.ts';
import type { DocumentVersion, Sweep } from './messages.ts';

/** What the window is told. Answers to states older than the latest request are dropped before they get here. */
export interface EngineEvents {
  onResult(version: DocumentVersion, result: RunResult, durationMs: number): void;
  onCheck(version: DocumentVersion, report: CheckReport): void;
  onFailure(version: DocumentVersion, problem: Problem): void;
  /** The worker died or hung and a new one took over; the last graph has been sent to it again. */
  onRestart(reason: 'crashed' | 'unresponsive'): void;
}

/** The window's end of the worker. One run is under way at a time; the latest request wins. */
export interface EngineClient {
  run(version: DocumentVersion, graph: Graph): void;
  /** Cheaper than `run` after edits that change values of leaves only; `base` is the version they are changes to. */
  setValues(
    version: DocumentVersion,
    base: DocumentVersion,
    values: readonly { readonly node: string; readonly value: TensorLiteral }[],
    graph: Graph,
  ): void;
  check(version: DocumentVersion): void;
  /** Resolves to the observed values, or `null` when the document changed meanwhile. */
  sweep(version: DocumentVersion, sweep: Sweep): Promise<readonly number[] | null>;
  dispose(): void;
}
