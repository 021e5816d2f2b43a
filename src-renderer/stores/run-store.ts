import type { StoreApi } from 'zustand/vanilla';
import type { CheckReport, Problem, RunResult, Sweep } from '#engine';

export interface RunState {
  /** Numbers of the document as it stands; `null` while they are not known: views show a dash then, never an old number. */
  readonly result: RunResult | null;
  /** Problems of the document as it stands: those of the last run, or the one that stopped it. */
  readonly problems: readonly Problem[];
  readonly status: 'running' | 'ready' | 'failed';
  /** Comparison with central differences, of `result`; `null` while it is under way. */
  readonly check: CheckReport | null;
  /** Last run's time in the engine, milliseconds. */
  readonly durationMs: number | null;
}

/** Runs the document in the worker after every change and holds the numbers of the current version only. */
export interface RunStore extends StoreApi<RunState> {
  /** For plots; `null` when the document changed meanwhile. */
  sweep(sweep: Sweep): Promise<readonly number[] | null>;
  dispose(): void;
}
