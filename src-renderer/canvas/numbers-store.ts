import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '#engine';
import { eventsDone, shownAt } from '../stores/player-store.ts';
import { type ShownNumbers, shownNumbers } from '../stores/shown.ts';
import type { Studio } from '../stores/studio.ts';

interface NumbersState {
  readonly shown: ShownNumbers;
  /** The numbers of a pass broken on purpose at the same event; `null` when none is. */
  readonly wrong: ShownNumbers | null;
  /** The first problem of each node. */
  readonly problems: ReadonlyMap<string, Problem>;
}

export type NumbersStore = StoreApi<NumbersState>;

/**
 * The numbers that stand on the canvas, apart from React Flow's own data: a step or an edit repaints the gates and wires
 * whose text changes and nothing else. When the numbers of an edited document are not known yet, their going waits one
 * frame, since the new ones mostly come within it; no number outlives that frame.
 */
export function createNumbersStore(studio: Pick<Studio, 'run' | 'player' | 'broken' | 'platform'>): {
  readonly store: NumbersStore;
  connect(): () => void;
} {
  const { run, player, broken, platform } = studio;
  const wrongNumbers = (done: number) => {
    const pass = run.getState().result && broken.getState().broken;
    return pass ? shownNumbers(pass.wrong, done) : null;
  };
  const store = createStore<NumbersState>(() => ({
    shown: shownAt(run.getState().result, player.getState()),
    wrong: wrongNumbers(eventsDone(player.getState())),
    problems: firstProblems(run.getState().problems),
  }));

  const connect = () => {
    let frame: number | null = null;
    let known = run.getState().problems;
    const refresh = () => {
      if (frame !== null) platform.clock.cancelFrame(frame);
      frame = null;
      const { result, problems } = run.getState();
      const shown = shownAt(result, player.getState());
      const { done } = shown;
      const before = store.getState();
      const sameNumbers = stand(before.shown) === stand(shown) && before.shown.result === result;
      const pass = result ? broken.getState().broken : null;
      const sameWrong = (before.wrong?.result ?? null) === (pass?.wrong ?? null) && before.shown.done === done;
      if (sameNumbers && sameWrong && known === problems) return;
      store.setState({
        shown: sameNumbers ? before.shown : shown,
        wrong: sameWrong ? before.wrong : wrongNumbers(done),
        problems: known === problems ? before.problems : firstProblems(problems),
      });
      known = problems;
    };
    const request = () => {
      if (run.getState().result) refresh();
      else frame ??= platform.clock.requestFrame(refresh);
    };
    const stops = [run.subscribe(request), player.subscribe(request), broken.subscribe(request)];
    refresh();
    return () => {
      if (frame !== null) platform.clock.cancelFrame(frame);
      for (const stop of stops) stop();
    };
  };
  return { store, connect };
}

/** What decides which of a run's numbers are shown. */
const stand = ({ done, updates }: ShownNumbers) => `${done} ${updates.parameters.length} ${updates.rate}`;

function firstProblems(problems: readonly Problem[]): Map<string, Problem> {
  const byNode = new Map<string, Problem>();
  for (const problem of problems)
    if (problem.node !== undefined && !byNode.has(problem.node)) byNode.set(problem.node, problem);
  return byNode;
}
