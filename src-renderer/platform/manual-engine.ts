import { type EngineClient, type EngineEvents, evaluate, type Graph, type Problem, type RunResult } from '#engine';

/** The engine for tests: it takes requests and answers when told. */
export interface ManualEngine {
  readonly connect: (events: EngineEvents) => EngineClient;
  readonly requests: readonly EngineRequest[];
  /** Answers the newest run with real numbers, as of the version asked or of another. */
  answer(version?: number): RunResult;
  fail(problem: Problem): void;
  readonly events: () => EngineEvents;
}

interface EngineRequest {
  readonly type: 'run' | 'set-values' | 'check' | 'sweep';
  readonly version: number;
  readonly base?: number;
  readonly values?: readonly { readonly node: string; readonly value: unknown }[];
}

export function createManualEngine(): ManualEngine {
  const requests: EngineRequest[] = [];
  let events: EngineEvents | null = null;
  let graph: Graph | null = null;
  let newest = 0;
  const listening = () => {
    if (!events) throw new Error('Nobody is connected.');
    return events;
  };
  return {
    requests,
    events: listening,
    connect(listener) {
      events = listener;
      return {
        run(version, next) {
          [graph, newest] = [next, version];
          requests.push({ type: 'run', version });
        },
        setValues(version, base, values, next) {
          [graph, newest] = [next, version];
          requests.push({ type: 'set-values', version, base, values });
        },
        check(version) {
          requests.push({ type: 'check', version });
        },
        async sweep(version) {
          requests.push({ type: 'sweep', version });
          return [1, 2, 3];
        },
        dispose() {
          events = null;
        },
      };
    },
    answer(version = newest) {
      if (!graph) throw new Error('Nothing was asked.');
      const result = evaluate(graph);
      listening().onResult(version, result, 1);
      return result;
    },
    fail(problem) {
      listening().onFailure(newest, problem);
    },
  };
}
