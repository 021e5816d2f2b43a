import { describe, expect, it } from 'vitest';
import type { Stop } from '../stores/stops.ts';
import { bandsOf, drawnAsBar, positionAt } from './track-geometry.ts';

const stop = (phase: Stop['phase'], at: number): Stop => ({ phase, first: at, last: at });

describe('the track', () => {
  it('has a band for each phase that has stops', () => {
    const stops = [stop('forward', 0), stop('forward', 1), stop('loss', 2), stop('backward', 3)];
    expect(bandsOf(stops)).toEqual([
      { phase: 'forward', first: 0, count: 2, grow: 2 },
      { phase: 'loss', first: 2, count: 1, grow: 1 },
      { phase: 'backward', first: 3, count: 1, grow: 1 },
    ]);
    expect(bandsOf([])).toEqual([]);
  });

  it('keeps a tenth for a phase of few stops', () => {
    const stops = [...Array.from({ length: 99 }, (_, at) => stop('forward', at)), stop('loss', 99)];
    expect(bandsOf(stops)[1]?.grow).toBe(10);
  });

  it('merges ticks under 4 px into a bar', () => {
    expect(drawnAsBar(100, 399)).toBe(true);
    expect(drawnAsBar(100, 400)).toBe(false);
    expect(drawnAsBar(100, 0)).toBe(false);
  });

  it('finds the nearest tick, across the gap between bands, and the start at the far left', () => {
    const bands = [
      { first: 0, count: 4, left: 0, width: 400 },
      { first: 4, count: 2, left: 408, width: 200 },
    ];
    expect([-50, 10, 60, 140, 399, 404, 409, 500, 900].map((x) => positionAt(x, bands))).toEqual([
      0, 0, 1, 2, 4, 4, 5, 5, 6,
    ]);
  });
});
