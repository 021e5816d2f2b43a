import type { Phase, RunResult, TraceEvent } from '#engine';

/** A run's phases, and after them the step that training takes. */
export type StopPhase = Phase | 'update';

/** How far one step goes. Where each number is asked for before it is shown, every one is a stop of its own. */
export type Granularity = 'edge' | 'node' | 'number';

/** A place where the player halts: after the event with index `last`. */
export interface Stop {
  readonly phase: StopPhase;
  /** Events done at this stop, `first` to `last` inclusive; none at an update, which comes after all of them. */
  readonly first: number;
  readonly last: number;
  /** The parameter that an update moves. */
  readonly parameter?: string;
}

/**
 * By edge: every event is a stop, an accumulation joins the contribution that completes it. By node: in the backward
 * phase, all contributions a node sends are one stop. By number: as by edge, and the sum at a fork is a stop too.
 * After the backward phase comes one update for each of `parameters`.
 */
export function stopsOf(
  result: RunResult,
  granularity: Granularity,
  parameters: readonly string[] = [],
): readonly Stop[] {
  const stops: Stop[] = [];
  const { events } = result.trace;
  events.forEach((event, index) => {
    const before = stops.at(-1);
    if (before && joins(result, events, index, event, granularity))
      stops[stops.length - 1] = { ...before, last: index };
    else stops.push({ phase: event.phase, first: index, last: index });
  });
  for (const parameter of parameters)
    stops.push({ phase: 'update', first: events.length, last: events.length - 1, parameter });
  return stops;
}

/** Where the backward phase is complete and no update is done yet: as a document opens. */
export function endOfRun(stops: readonly Stop[]): number {
  const first = stops.findIndex(({ phase }) => phase === 'update');
  return first < 0 ? stops.length : first;
}

function joins(
  result: RunResult,
  events: readonly TraceEvent[],
  index: number,
  event: TraceEvent,
  granularity: Granularity,
): boolean {
  if (event.kind === 'accumulate')
    return granularity !== 'number' || result.branches(result.layout.nodes[event.node]!.id).length < 2;
  if (granularity !== 'node' || event.kind !== 'contribute') return false;
  const target = result.layout.edges[event.edge]!.target;
  for (let earlier = index - 1; earlier >= 0; earlier--) {
    const other = events[earlier]!;
    if (other.kind === 'accumulate') continue;
    return other.kind === 'contribute' && result.layout.edges[other.edge]!.target === target;
  }
  return false;
}
