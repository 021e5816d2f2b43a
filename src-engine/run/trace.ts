import type { PlanLayout } from '../plan/layout.ts';

export type Phase = 'forward' | 'loss' | 'backward';

/** A primitive event; indices point into the layout's nodes and edges. */
export type TraceEvent =
  | { readonly kind: 'compute'; readonly phase: 'forward' | 'loss'; readonly node: number }
  | { readonly kind: 'seed'; readonly phase: 'backward'; readonly node: number }
  | { readonly kind: 'contribute'; readonly phase: 'backward'; readonly edge: number }
  /** All contributions to the node have arrived: its total stands. Follows the last of them. */
  | { readonly kind: 'accumulate'; readonly phase: 'backward'; readonly node: number };

/**
 * What a run does, event by event, and when each number comes to stand. It follows from the layout alone; the numbers
 * are read from the run's memory.
 */
export interface Trace {
  readonly events: readonly TraceEvent[];
  /** Per node: the event after which its value stands. */
  readonly computedAt: Int32Array;
  /** Per node: the event after which its total gradient stands; -1 when no event sets it (it is 0 then). */
  readonly totalAt: Int32Array;
  /** Per edge: the event after which its contribution stands; -1 when nothing flows back along it. */
  readonly contributedAt: Int32Array;
  /** First event of each phase; the length of `events` when it has none. */
  readonly phaseStart: Readonly<Record<Phase, number>>;
}

/**
 * The forward events in execution order, the objective and what reads it, the seed, then for each visited node its slots
 * in order, each contribution followed by `accumulate` once it is the source's last.
 */
export function traceOf(layout: PlanLayout): Trace {
  const events: TraceEvent[] = [];
  const computedAt = new Int32Array(layout.nodes.length).fill(-1);
  const totalAt = new Int32Array(layout.nodes.length).fill(-1);
  const contributedAt = new Int32Array(layout.edges.length).fill(-1);

  const compute = (node: number, phase: 'forward' | 'loss') => {
    computedAt[node] = events.length;
    events.push({ kind: 'compute', phase, node });
  };
  const late = dependentsOf(layout, layout.objective);
  for (let node = 0; node < layout.nodes.length; node++) if (!late[node]) compute(node, 'forward');
  const loss = events.length;
  for (let node = 0; node < layout.nodes.length; node++) if (late[node]) compute(node, 'loss');

  const backward = events.length;
  if (layout.objective >= 0) {
    totalAt[layout.objective] = events.length;
    events.push({ kind: 'seed', phase: 'backward', node: layout.objective });
  }
  const incoming = edgesByTarget(layout);
  const pending = new Int32Array(layout.nodes.length); // contributions still to arrive
  for (const { source, target } of layout.edges) if (layout.nodes[target]!.reachesObjective) pending[source]!++;
  for (const target of layout.backward) {
    for (const edge of incoming[target]!) {
      contributedAt[edge] = events.length;
      events.push({ kind: 'contribute', phase: 'backward', edge });
      const source = layout.edges[edge]!.source;
      pending[source]!--;
      if (pending[source] === 0) {
        totalAt[source] = events.length;
        events.push({ kind: 'accumulate', phase: 'backward', node: source });
      }
    }
  }
  return { events, computedAt, totalAt, contributedAt, phaseStart: { forward: 0, loss, backward } };
}

/** Marks a node and all that depend on it. */
function dependentsOf({ nodes, edges }: PlanLayout, start: number): Uint8Array {
  const marks = new Uint8Array(nodes.length);
  if (start >= 0) marks[start] = 1;
  for (const { source, target } of edges) if (marks[source] === 1) marks[target] = 1;
  return marks;
}

function edgesByTarget(layout: PlanLayout): number[][] {
  const incoming: number[][] = layout.nodes.map(() => []);
  layout.edges.forEach((edge, index) => {
    incoming[edge.target]!.push(index);
  });
  return incoming;
}
