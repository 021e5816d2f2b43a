import type { Phase, RunResult, TraceEvent } from '#engine';

/** How far one step goes. */
export type Granularity = 'edge' | 'node';

/** A place where the player halts: after the event with index `last`. */
export interface Stop {
  readonly phase: Phase;
  /** Events done at this stop, `first` to `last` inclusive. */
  readonly first: number;
  readonly last: number;
}

/**
 * By edge: every event is a stop, an accumulation joins the contribution that completes it. By node: in the backward
 * phase, all contributions a node sends are one stop.
 */
export function stopsOf(result: RunResult, granularity: Granularity): readonly Stop[] {
  const stops: Stop[] = [];
  const { events } = result.trace;
  events.forEach((event, index) => {
    const before = stops.at(-1);
    if (before && joins(result, events, index, event, granularity))
      stops[stops.length - 1] = { ...before, last: index };
    else stops.push({ phase: event.phase, first: index, last: index });
  });
  return stops;
}

function joins(
  result: RunResult,
  events: readonly TraceEvent[],
  index: number,
  event: TraceEvent,
  granularity: Granularity,
): boolean {
  if (event.kind === 'accumulate') return true;
  if (granularity === 'edge' || event.kind !== 'contribute') return false;
  const target = result.layout.edges[event.edge]!.target;
  for (let earlier = index - 1; earlier >= 0; earlier--) {
    const other = events[earlier]!;
    if (other.kind === 'accumulate') continue;
    return other.kind === 'contribute' && result.layout.edges[other.edge]!.target === target;
  }
  return false;
}
