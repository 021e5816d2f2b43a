import type { StoreApi } from 'zustand/vanilla';
import type { Granularity, Stop } from './stops.ts';

export interface PlayerState {
  /** Stops of the current run at the chosen granularity; empty without a run. */
  readonly stops: readonly Stop[];
  /** Number of stops done: 0 = nothing computed, `stops.length` = all. */
  readonly position: number;
  readonly playing: boolean;
  /** Stops per second at 1×. */
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
