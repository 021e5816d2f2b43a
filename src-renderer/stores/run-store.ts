import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  ChainruleDocument,
  CheckReport,
  EngineClient,
  EngineEvents,
  Graph,
  Problem,
  RunResult,
  Sweep,
} from '#engine';
import type { Clock } from '../platform/platform.ts';
import type { DocumentStore } from './document-store.ts';
import { graphChange } from './graph-change.ts';

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
  /** Lets another run stand for each result (the same numbers in another order of events); `null` shows them as they are. */
  setView(view: ((result: RunResult) => RunResult) | null): void;
  dispose(): void;
}

const CHECK_DELAY_MS = 150;

export interface RunStoreOptions {
  readonly document: DocumentStore;
  readonly clock: Clock;
  readonly connect: (events: EngineEvents) => EngineClient;
  readonly onRestart: (reason: 'crashed' | 'unresponsive') => void;
}

export function createRunStore({ document, clock, connect, onRestart }: RunStoreOptions): RunStore {
  const store = createStore<RunState>(() => ({
    result: null,
    problems: [],
    status: 'running',
    check: null,
    durationMs: null,
  }));
  let sent = document.getState().document;
  let requested = document.getState().version;
  let frame: number | null = null;
  let checkTimer: number | null = null;
  let view: ((result: RunResult) => RunResult) | null = null;
  let found: RunResult | null = null; // the last result as it came

  /** Old numbers may stay on screen for one frame, so that an answer within it does not flicker; then they are gone. */
  const expire = () => {
    if (frame !== null) return;
    frame = clock.requestFrame(() => {
      frame = clock.requestFrame(() => {
        frame = null;
        if (store.getState().status === 'running') store.setState({ result: null, problems: [] });
      });
    });
  };
  const keep = () => {
    if (frame !== null) clock.cancelFrame(frame);
    frame = null;
  };
  const cancelCheck = () => {
    if (checkTimer !== null) clock.clearTimeout(checkTimer);
    checkTimer = null;
  };

  const client = connect({
    onResult(version, result, durationMs) {
      if (version !== requested) return;
      keep();
      // An empty graph has nothing to differentiate: that is a beginning, not a problem.
      const problems = sent.nodes.length === 0 ? [] : result.problems;
      found = result;
      store.setState({ result: view?.(result) ?? result, problems, status: 'ready', check: null, durationMs });
      cancelCheck();
      checkTimer = clock.setTimeout(() => {
        checkTimer = null;
        client.check(version);
      }, CHECK_DELAY_MS);
    },
    onCheck(version, check) {
      if (version === requested && store.getState().result) store.setState({ check });
    },
    onFailure(version, problem) {
      if (version !== requested) return;
      keep();
      cancelCheck();
      store.setState({ result: null, problems: [problem], status: 'failed', check: null, durationMs: null });
    },
    onRestart,
  });

  const request = (next: ChainruleDocument, version: number) => {
    const change = graphChange(sent, next);
    sent = next;
    if (change.kind === 'none') return;
    const base = requested;
    requested = version;
    cancelCheck();
    store.setState({ status: 'running', check: null });
    expire();
    const graph = graphOf(next);
    if (change.kind === 'values') client.setValues(version, base, change.values, graph);
    else client.run(version, graph);
  };
  const unsubscribe = document.subscribe((state, previous) => {
    if (state.version !== previous.version) request(state.document, state.version);
  });
  client.run(requested, graphOf(sent));

  return {
    ...store,
    async sweep(sweep) {
      const version = requested;
      const values = await client.sweep(version, sweep);
      return version === requested ? values : null;
    },
    setView(next) {
      view = next;
      const { result } = store.getState();
      if (result && found) store.setState({ result: view?.(found) ?? found });
    },
    dispose() {
      unsubscribe();
      keep();
      cancelCheck();
      client.dispose();
    },
  };
}

/** The part of a document that the engine runs; nothing else is copied to the worker. */
function graphOf({ nodes, groups, objective }: ChainruleDocument): Graph {
  return objective === undefined ? { nodes, groups } : { nodes, groups, objective };
}
