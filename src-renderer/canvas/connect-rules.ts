import { type EdgeRef, type Graph, type Problem, wouldCreateCycle } from '#engine';
import { GROW_HANDLE, portOf } from './gate-data.ts';
import type { VisibleGate, VisibleGraph } from './visible-graph.ts';

/** Ends of a wire as drawn: gates and their handles. */
export interface DrawnEnds {
  readonly source: string;
  readonly sourceHandle: string | null;
  readonly target: string;
  readonly targetHandle: string | null;
}

/** Ends of a wire in the document. */
export interface WireEnds {
  readonly source: string;
  readonly to: EdgeRef;
}

export type Refusal =
  | { readonly why: 'self'; readonly nodes: readonly string[] }
  /** The nodes that would form it, each reading the one before, the first reading the last. */
  | { readonly why: 'cycle'; readonly nodes: readonly string[] }
  | { readonly why: 'shape'; readonly nodes: readonly string[]; readonly problem: Problem };

/** Which nodes and slot of the document the drawn ends stand for; `null` when a gate or port is gone. */
export function wireEnds(ends: DrawnEnds, { gates }: VisibleGraph): WireEnds | null {
  const source = outputNode(
    gates.find(({ id }) => id === ends.source),
    ends.sourceHandle,
  );
  const to = inputSlot(
    gates.find(({ id }) => id === ends.target),
    ends.targetHandle,
  );
  return source === null || to === null ? null : { source, to };
}

export function outputNode(gate: VisibleGate | undefined, handle: string | null): string | null {
  if (!gate) return null;
  if (gate.kind === 'node') return gate.id;
  const port = portOf(handle);
  return gate.outputs[port?.port ?? 0] ?? null;
}

export function inputSlot(gate: VisibleGate | undefined, handle: string | null): EdgeRef | null {
  if (!gate) return null;
  if (gate.kind === 'node' && handle === GROW_HANDLE) return { target: gate.id, slot: gate.node.inputs.length };
  const port = portOf(handle);
  if (port?.kind !== 'input') return null;
  return gate.kind === 'node' ? { target: gate.id, slot: port.port } : (gate.inputs[port.port] ?? null);
}

/**
 * Why a wire may not be drawn; `null` when it may. A slot that is taken is no reason: its wire gives way.
 * `shapeProblem` answers what the target would have to say about the shapes; it is asked last, being the dearest.
 */
export function refusalOf(
  graph: Graph,
  { source, to }: WireEnds,
  shapeProblem: (ends: WireEnds) => Problem | null,
): Refusal | null {
  if (source === to.target) return { why: 'self', nodes: [source] };
  const cycle = wouldCreateCycle(graph, source, to.target);
  if (cycle) return { why: 'cycle', nodes: cycle };
  const problem = shapeProblem({ source, to });
  return problem ? { why: 'shape', nodes: [to.target], problem } : null;
}
