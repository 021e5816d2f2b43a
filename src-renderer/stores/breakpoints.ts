import type { RunResult } from '#engine';
import type { Stop } from './stops.ts';

interface Halting {
  readonly stops: readonly Stop[];
  readonly position: number;
  readonly breakpoints: ReadonlySet<string>;
}

/** The breakpoint that the stop just done is about: a node that was computed, seeded, moved, or received a contribution. */
export function breakpointAt({ stops, position, breakpoints }: Halting, result: RunResult | null): string | null {
  const stop = stops[position - 1];
  if (!stop || !result || breakpoints.size === 0) return null;
  if (stop.parameter !== undefined) return breakpoints.has(stop.parameter) ? stop.parameter : null;
  const { layout, trace } = result;
  for (const event of trace.events.slice(stop.first, stop.last + 1)) {
    const node = event.kind === 'contribute' ? layout.edges[event.edge]!.source : event.node;
    const id = layout.nodes[node]?.id ?? '';
    if (breakpoints.has(id)) return id;
  }
  return null;
}
