import { eventsDoneAt, parseStop } from '../lesson-format/stop.ts';
import type { DocumentStore } from './document-store.ts';
import type { PlayerStore } from './player-store.ts';
import type { RunStore } from './run-store.ts';

/** Sends the player to places named by numbers (`value h`), as soon as these numbers are known. */
export interface StopSeeker {
  seek(stop: string): void;
  forget(): void;
}

export interface StopSeekerOptions {
  readonly document: DocumentStore;
  readonly run: RunStore;
  readonly player: PlayerStore;
}

export function createStopSeeker({ document, run, player }: StopSeekerOptions): StopSeeker {
  let pending: { readonly stop: string; readonly version: number } | null = null;
  const seek = (stop: string) => {
    const { result, status } = run.getState();
    pending = { stop, version: document.getState().version };
    if (!result || status !== 'ready') return;
    pending = null;
    const { place } = parseStop(stop);
    const done = place ? eventsDoneAt(place, result) : null;
    if (done !== null) player.seek(player.getState().stops.filter(({ first }) => first < done).length);
  };
  run.subscribe(({ result, status }) => {
    if (!pending || !result || status !== 'ready') return;
    if (pending.version === document.getState().version) seek(pending.stop);
    else pending = null;
  });
  return {
    seek,
    forget() {
      pending = null;
    },
  };
}
