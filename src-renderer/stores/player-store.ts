import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlanLayout } from '#engine';
import type { Clock } from '../platform/platform.ts';
import type { DocumentStore } from './document-store.ts';
import type { RunStore } from './run-store.ts';
import { type Granularity, type Stop, stopsOf } from './stops.ts';

export interface PlayerState {
  /** Stops of the current run at the chosen granularity; empty without a run. */
  readonly stops: readonly Stop[];
  /** Number of stops done: 0 = nothing computed, `stops.length` = all. */
  readonly position: number;
  readonly playing: boolean;
  /** Stops per second; the player writes it as `1×`. */
  readonly speed: number;
  readonly granularity: Granularity;
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
}

export const SPEEDS: readonly number[] = [0.5, 1, 2, 4, 8];

/** Where the player stood when numbers last were known, so that it returns there when they are known again. */
interface Place {
  readonly layout: PlanLayout | null;
  readonly position: number;
  readonly atEnd: boolean;
}

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
  }));
  let place = END;
  let timer: number | null = null;

  const moveTo = (position: number) => {
    const { stops } = store.getState();
    const clamped = Math.min(Math.max(0, Math.round(position)), stops.length);
    if (stops.length > 0)
      place = { layout: run.getState().result?.layout ?? null, position: clamped, atEnd: clamped === stops.length };
    store.setState({ position: clamped });
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
      if (stops.length > 0 && position + 1 >= stops.length) pause();
      else tick();
    }, 1000 / store.getState().speed);
  };

  run.subscribe(({ result }, previous) => {
    if (result === previous.result) return;
    if (!result) {
      store.setState({ stops: [], position: 0 });
      return;
    }
    const stops = stopsOf(result, store.getState().granularity);
    const stays = !place.atEnd && place.layout !== null && sameTopology(place.layout, result.layout);
    if (!stays && store.getState().playing) pause();
    const position = stays ? Math.min(place.position, stops.length) : stops.length;
    store.setState({ stops });
    moveTo(position);
  });
  document.subscribe(({ opened }, previous) => {
    if (opened === previous.opened) return;
    pause();
    place = END;
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
      const { stops, position, playing } = store.getState();
      if (playing || stops.length === 0) return;
      if (position >= stops.length) moveTo(0);
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
      const done = eventsDone(store.getState());
      const stops = result ? stopsOf(result, granularity) : [];
      store.setState({ granularity, stops });
      moveTo(stops.filter((stop) => stop.last < done).length);
    },
  };
}

/** Whether the events of both layouts are the same: the same nodes in the same order, the same edges. */
function sameTopology(a: PlanLayout, b: PlanLayout): boolean {
  if (a === b) return true;
  return (
    a.objective === b.objective &&
    a.nodes.length === b.nodes.length &&
    a.edges.length === b.edges.length &&
    a.nodes.every((node, index) => node.id === b.nodes[index]!.id) &&
    a.edges.every((edge, index) => {
      const other = b.edges[index]!;
      return edge.source === other.source && edge.target === other.target && edge.slot === other.slot;
    })
  );
}

/** Events done at the player's position. */
export function eventsDone({ stops, position }: PlayerState): number {
  return position === 0 ? 0 : (stops[position - 1]?.last ?? -1) + 1;
}
