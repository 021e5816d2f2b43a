import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '#engine';
import { eventsDone } from '../stores/player-store.ts';
import { type ShownNumbers, shownNumbers } from '../stores/shown.ts';
import type { Studio } from '../stores/studio.ts';

export interface NumbersState {
  readonly shown: ShownNumbers;
  /** The first problem of each node. */
  readonly problems: ReadonlyMap<string, Problem>;
}

export type NumbersStore = StoreApi<NumbersState>;

/**
 * The numbers that stand on the canvas, apart from React Flow's own data: a step or an edit repaints the gates and wires
 * whose text changes and nothing else. When the numbers of an edited document are not known yet, their going waits one
 * frame, since the new ones mostly come within it; no number outlives that frame.
 */
export function createNumbersStore(studio: Pick<Studio, 'run' | 'player' | 'platform'>): {
  readonly store: NumbersStore;
  connect(): () => void;
} {
  const { run, player, platform } = studio;
  const store = createStore<NumbersState>(() => ({
    shown: shownNumbers(run.getState().result, eventsDone(player.getState())),
    problems: firstProblems(run.getState().problems),
  }));

  const connect = () => {
    let frame: number | null = null;
    let known = run.getState().problems;
    const refresh = () => {
      if (frame !== null) platform.clock.cancelFrame(frame);
      frame = null;
      const { result, problems } = run.getState();
      const done = eventsDone(player.getState());
      const before = store.getState();
      const sameNumbers = before.shown.result === result && before.shown.done === done;
      if (sameNumbers && known === problems) return;
      store.setState({
        shown: sameNumbers ? before.shown : shownNumbers(result, done),
        problems: known === problems ? before.problems : firstProblems(problems),
      });
      known = problems;
    };
    const request = () => {
      if (run.getState().result) refresh();
      else frame ??= platform.clock.requestFrame(refresh);
    };
    const stops = [run.subscribe(request), player.subscribe(request)];
    refresh();
    return () => {
      if (frame !== null) platform.clock.cancelFrame(frame);
      for (const stop of stops) stop();
    };
  };
  return { store, connect };
}

function firstProblems(problems: readonly Problem[]): Map<string, Problem> {
  const byNode = new Map<string, Problem>();
  for (const problem of problems)
    if (problem.node !== undefined && !byNode.has(problem.node)) byNode.set(problem.node, problem);
  return byNode;
}
