import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlanLayout, RunResult } from '#engine';
import type { Clock } from '../platform/platform.ts';
import { breakpointAt } from './breakpoints.ts';
import type { DocumentStore } from './document-store.ts';
import type { RunStore } from './run-store.ts';
import { sameTopology } from './same-topology.ts';
import { type ShownNumbers, shownNumbers } from './shown.ts';
import { endOfRun, type Granularity, type Stop, stopsOf } from './stops.ts';
import { firstNotFinite, movedParameters, withUpdates } from './updates.ts';

export interface PlayerState {
  /** Stops of the current run at the chosen granularity; empty without a run. */
  readonly stops: readonly Stop[];
  /** Number of stops done: 0 = nothing computed, `stops.length` = all. */
  readonly position: number;
  readonly playing: boolean;
  /** Stops per second; the player writes it as `1×`. */
  readonly speed: number;
  readonly granularity: Granularity;
  /** η in w − η·∂L/∂w. */
  readonly rate: number;
  /** Training steps applied since the document was opened; undoing one takes it back. */
  readonly iteration: number;
  /** Nodes at which playing halts. Kept while the window is open. */
  readonly breakpoints: ReadonlySet<string>;
  /** The breakpoint that playing halted at; `null` once the player has moved. */
  readonly haltedAt: string | null;
}

export interface PlayerStore extends StoreApi<PlayerState> {
  seek(position: number): void;
  step(by: number): void;
  /** To the next or previous beginning of a phase. */
  stepPhase(direction: 1 | -1): void;
  play(): void;
  pause(): void;
  setSpeed(speed: number): void;
  setGranularity(granularity: Granularity): void;
  setRate(rate: number): void;
  /**
   * Writes all updates into the document as one edit and goes on to the next run: to its start when the updates were
   * being looked at, else the player stays where it is. `false` when a new value would not be finite.
   */
  applyUpdates(label: string): boolean;
  toggleBreakpoint(node: string): void;
  /** Asked before each move forward how far it may go; `null` lets all of them pass. */
  setHold(hold: Hold | null): void;
}

/** The position, from `from` to `to`, at which a move forward halts. */
type Hold = (from: number, to: number) => number;

export const SPEEDS: readonly number[] = [0.5, 1, 2, 4, 8];

/** Where the player stood when numbers last were known, so that it returns there when they are known again. */
interface Place {
  readonly layout: PlanLayout | null;
  readonly position: number;
  readonly atEnd: boolean;
}

const DEFAULT_RATE = 0.01;

const END: Place = { layout: null, position: 0, atEnd: true };

export interface PlayerStoreOptions {
  readonly run: RunStore;
  readonly document: DocumentStore;
  readonly clock: Clock;
}

export function createPlayerStore({ run, document, clock }: PlayerStoreOptions): PlayerStore {
  const store = createStore<PlayerState>(() => ({
    stops: [],
    position: 0,
    playing: false,
    speed: 1,
    granularity: 'edge',
    rate: DEFAULT_RATE,
    iteration: 0,
    breakpoints: new Set<string>(),
    haltedAt: null,
  }));
  let place = END;
  let applied = new Set<number>(); // entries of the history that are training steps
  let timer: number | null = null;
  let hold: Hold | null = null;

  const moveTo = (position: number) => {
    const { stops, position: from } = store.getState();
    const wanted = Math.min(Math.max(0, Math.round(position)), stops.length);
    const clamped = hold && wanted > from ? hold(from, wanted) : wanted;
    if (stops.length > 0)
      place = { layout: run.getState().result?.layout ?? null, position: clamped, atEnd: clamped === endOfRun(stops) };
    store.setState({ position: clamped, haltedAt: null });
  };
  const allStops = (result: RunResult, granularity: Granularity) =>
    // While numbers are asked for one by one, nothing is moved.
    stopsOf(result, granularity, granularity === 'number' ? [] : movedParameters(document.getState().document, result));
  const countIterations = () => {
    const { entries, position } = document.history();
    const iteration = entries.slice(0, position).filter(({ id }) => applied.has(id)).length;
    if (iteration !== store.getState().iteration) store.setState({ iteration });
  };
  const pause = () => {
    if (timer !== null) clock.clearTimeout(timer);
    timer = null;
    if (store.getState().playing) store.setState({ playing: false });
  };
  const tick = () => {
    timer = clock.setTimeout(() => {
      const { position, stops } = store.getState();
      if (stops.length > 0) moveTo(position + 1);
      const breakpoint = breakpointAt(store.getState(), run.getState().result);
      if (breakpoint !== null && store.getState().position > position) {
        pause();
        store.setState({ haltedAt: breakpoint });
        return;
      }
      const held = store.getState().position === position;
      if (stops.length > 0 && (held || position + 1 >= stops.length)) pause();
      else tick();
    }, 1000 / store.getState().speed);
  };

  run.subscribe(({ result }, previous) => {
    if (result === previous.result) return;
    if (!result) {
      store.setState({ stops: [], position: 0 });
      return;
    }
    const stops = allStops(result, store.getState().granularity);
    const stays = !place.atEnd && place.layout !== null && sameTopology(place.layout, result.layout);
    if (!stays && store.getState().playing) pause();
    const position = stays ? Math.min(place.position, stops.length) : endOfRun(stops);
    store.setState({ stops });
    moveTo(position);
  });
  document.subscribe(({ opened }, previous) => {
    if (opened !== previous.opened) {
      pause();
      place = END;
      applied = new Set();
    }
    if (applied.size > 0 || store.getState().iteration > 0) countIterations();
  });

  return {
    ...store,
    seek(position) {
      pause();
      moveTo(position);
    },
    step(by) {
      pause();
      moveTo(store.getState().position + by);
    },
    stepPhase(direction) {
      pause();
      const { stops, position } = store.getState();
      const starts = [0, ...stops.keys(), stops.length].filter(
        (at) => at === 0 || at === stops.length || stops[at]!.phase !== stops[at - 1]!.phase,
      );
      const next = direction > 0 ? starts.find((at) => at > position) : starts.findLast((at) => at < position);
      if (next !== undefined) moveTo(next);
    },
    play() {
      const { stops, position, playing, haltedAt } = store.getState();
      if (playing || stops.length === 0) return;
      if (position >= stops.length || (position === endOfRun(stops) && haltedAt === null)) moveTo(0);
      store.setState({ playing: true });
      tick();
    },
    pause,
    setSpeed(speed) {
      store.setState({ speed });
      if (timer === null) return;
      clock.clearTimeout(timer);
      tick();
    },
    setGranularity(granularity) {
      const result = run.getState().result;
      if (granularity === store.getState().granularity) return;
      const { stops: before, position } = store.getState();
      const updates = Math.max(0, position - endOfRun(before));
      const done = eventsDone(store.getState());
      const stops = result ? allStops(result, granularity) : [];
      const reached = stops.filter(({ phase, last }) => phase !== 'update' && last < done).length;
      store.setState({ granularity, stops });
      moveTo(reached + updates);
    },
    setRate(rate) {
      store.setState({ rate });
    },
    applyUpdates(label) {
      const { stops, position, rate } = store.getState();
      const { result } = run.getState();
      const parameters = stops.flatMap(({ parameter }) => parameter ?? []);
      if (!result || parameters.length === 0 || position < endOfRun(stops)) return false;
      if (firstNotFinite(result, parameters, rate) !== null) return false;
      pause();
      if (position > endOfRun(stops)) moveTo(0);
      const before = document.history();
      document.edit(label, (current) => withUpdates(current, result, parameters, rate));
      const { entries, position: done } = document.history();
      const entry = entries[done - 1];
      if (entry && entry.id !== before.entries[before.position - 1]?.id) applied.add(entry.id);
      countIterations();
      return true;
    },
    toggleBreakpoint(node) {
      const breakpoints = new Set(store.getState().breakpoints);
      if (!breakpoints.delete(node)) breakpoints.add(node);
      store.setState({ breakpoints });
    },
    setHold(next) {
      hold = next;
    },
  };
}

/** Events done at the player's position. */
export function eventsDone({ stops, position }: PlayerState): number {
  return position === 0 ? 0 : (stops[position - 1]?.last ?? -1) + 1;
}

/** The numbers that stand at the player's position. */
export function shownAt(
  result: RunResult | null,
  { stops, position, rate }: Pick<PlayerState, 'stops' | 'position' | 'rate'>,
): ShownNumbers {
  const parameters = stops.slice(endOfRun(stops), position).flatMap(({ parameter }) => parameter ?? []);
  const done = position === 0 ? 0 : (stops[position - 1]?.last ?? -1) + 1;
  return parameters.length === 0 ? shownNumbers(result, done) : shownNumbers(result, done, { parameters, rate });
}
