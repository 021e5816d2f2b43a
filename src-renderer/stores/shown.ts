import type { EdgeNumbers, RunResult, Tensor, TraceEvent } from '#engine';
import { updatedValue } from './updates.ts';

/**
 * The numbers that stand at one stop of the player. What has not been computed by then is `null` and shown as a dash.
 * Every view reads numbers through this, so stepping back un-writes them everywhere at once.
 */
export interface ShownNumbers {
  readonly result: RunResult | null;
  /** Events done; the length of the trace when all are. */
  readonly done: number;
  /** The last event done (of those that are ticks: an accumulation counts with its contribution), or the last update. */
  readonly current: ShownEvent | null;
  /** Updates done after the events, with their rate. */
  readonly updates: ShownUpdates;
  value(node: string): Tensor | null;
  /** The value that an update gives a parameter; `null` before it. Until it is applied the run's own value stands. */
  updated(node: string): Tensor | null;
  /** The total, once all its contributions have arrived. */
  grad(node: string): Tensor | null;
  edge(target: string, slot: number): ShownEdge;
  /** The terms of the sum at a node that several edges leave, in order of arrival; each `null` until it arrives. */
  branches(node: string): readonly ShownBranch[];
  groupLocal(group: string, target: string, slot: number): Tensor | null;
}

/** An event of the run, or the update of a parameter after it; `node` is an index into the layout's nodes. */
export type ShownEvent = TraceEvent | { readonly kind: 'update'; readonly phase: 'update'; readonly node: number };

export interface ShownUpdates {
  readonly parameters: readonly string[];
  readonly rate: number;
}

export interface ShownEdge {
  readonly value: Tensor | null;
  /** Known from the moment the target has been computed. */
  readonly local: Tensor | null;
  readonly upstream: Tensor | null;
  readonly contribution: Tensor | null;
  readonly accumulated: Tensor | null;
}

export interface ShownBranch {
  readonly target: string;
  readonly slot: number;
  readonly contribution: Tensor | null;
}

const nothing: ShownEdge = { value: null, local: null, upstream: null, contribution: null, accumulated: null };

const noUpdates: ShownUpdates = { parameters: [], rate: 0 };

/** `done` = number of trace events that count as done. */
export function shownNumbers(result: RunResult | null, done: number, updates: ShownUpdates = noUpdates): ShownNumbers {
  const reached = (at: number | undefined) => at !== undefined && at >= 0 && at < done;
  const moved = new Map<string, Tensor | null>(updates.parameters.map((parameter) => [parameter, null]));
  const index = (id: string) => result?.nodeIndex(id) ?? -1;
  // Without an objective there is no backward pass, and nothing has a gradient, not even 0.
  const complete = result !== null && result.objective !== null && done >= result.trace.events.length;
  const value = (id: string) => (reached(result?.trace.computedAt[index(id)]) ? (result?.value(id) ?? null) : null);
  // A node that nothing flows back to has gradient 0 only once the backward pass is over.
  const grad = (id: string) => {
    const at = result?.trace.totalAt[index(id)];
    return reached(at) || (at === -1 && complete) ? (result?.grad(id) ?? null) : null;
  };
  const edge = (target: string, slot: number): ShownEdge => {
    const numbers: EdgeNumbers | null = result?.edge(target, slot) ?? null;
    const at = result?.edgeIndex(target, slot);
    const layout = at === undefined ? undefined : result?.layout.edges[at];
    if (!result || !numbers || !layout || at === undefined) return nothing;
    const source = result.layout.nodes[layout.source]!.id;
    const arrived = result.trace.contributedAt[at]!;
    return {
      value: value(source),
      local: value(target) ? numbers.local : null,
      upstream: grad(target),
      contribution: reached(arrived) || (arrived === -1 && complete) ? numbers.contribution : null,
      accumulated: grad(source),
    };
  };
  return {
    result,
    done,
    current: currentUpdate(result, updates) ?? currentEvent(result, done),
    updates,
    value,
    updated: (node) => {
      if (!result || !moved.has(node)) return null;
      const known = moved.get(node) ?? updatedValue(result, node, updates.rate);
      moved.set(node, known);
      return known;
    },
    grad,
    edge,
    branches: (node) =>
      (result?.branches(node) ?? []).map((at) => {
        const { target, slot } = result!.layout.edges[at]!;
        const id = result!.layout.nodes[target]!.id;
        return { target: id, slot, contribution: edge(id, slot).contribution };
      }),
    groupLocal: (group, target, slot) => (value(target) ? (result?.groupLocal(group, target, slot) ?? null) : null),
  };
}

function currentUpdate(result: RunResult | null, { parameters }: ShownUpdates): ShownEvent | null {
  const node = result?.nodeIndex(parameters.at(-1) ?? '');
  return node === undefined ? null : { kind: 'update', phase: 'update', node };
}

function currentEvent(result: RunResult | null, done: number): TraceEvent | null {
  for (let at = done - 1; at >= 0; at--) {
    const event = result?.trace.events[at];
    if (event && event.kind !== 'accumulate') return event;
  }
  return null;
}
