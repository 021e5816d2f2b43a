import type { Problem } from '../errors/fail.ts';
import { asProblem } from '../graph/node-problems.ts';
import type { Plan } from '../plan/plan.ts';
import type { NodeKinks } from './result.ts';

/** A node that turned out not to be computable at the current values: an op refused them. */
export interface NodeFailure {
  /** Index into the layout's nodes. */
  readonly node: number;
  readonly problem: Problem;
}

/** Uniform draws from [0, 1), one independent stream for each purpose; the same purpose gives the same stream. */
export type Streams = (purpose: string) => () => number;

const ONE = Float64Array.of(1);

/** Draws what is random, once for each step; forwards after it agree with one another. */
export function prepare({ ops, calls, layout }: Plan, streams: Streams): void {
  for (let node = 0; node < ops.length; node++)
    ops[node]!.prepare?.(calls[node]!, streams(`node ${layout.nodes[node]!.id}`));
}

/** Training steps drop units and use a batch's own statistics; evaluations do not. */
export function setTraining({ calls }: Plan, training: boolean): void {
  for (const call of calls) call.training = training;
}

/**
 * Fills all values from the leaves' values. Returns the nodes whose op refused its inputs; those that depend on them
 * are passed over, and their values mean nothing.
 */
export function forward(plan: Plan): readonly NodeFailure[] {
  const { computed, ops, calls } = plan;
  let at = 0;
  try {
    for (; at < computed.length; at++) {
      const node = computed[at]!;
      ops[node]!.forward(calls[node]!);
    }
    return [];
  } catch (error) {
    return forwardAround(plan, at, error);
  }
}

/** Goes on after the node at `at` failed. */
function forwardAround(
  { computed, ops, calls, layout, analysis, firstEdge, source }: Plan,
  at: number,
  error: unknown,
): NodeFailure[] {
  const failures: NodeFailure[] = [];
  const dead = new Uint8Array(ops.length);
  const fail = (node: number, cause: unknown) => {
    dead[node] = 1;
    const place = { node: layout.nodes[node]!.id, path: `nodes[${analysis.order[node]}]` };
    failures.push({ node, problem: asProblem(cause, place) });
  };
  fail(computed[at]!, error);
  for (let next = at + 1; next < computed.length; next++) {
    const node = computed[next]!;
    for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++) if (dead[source[edge]!]) dead[node] = 1;
    if (dead[node]) continue;
    try {
      ops[node]!.forward(calls[node]!);
    } catch (cause) {
      fail(node, cause);
    }
  }
  return failures;
}

/**
 * Fills gradients and contributions: ∂L/∂L = 1/n for an objective of n elements (L is their mean), then each node of the
 * backward order sums what arrived, in the order of the trace, and sends dy · ∂y/∂x through each of its slots.
 */
export function backward(plan: Plan): void {
  const { ops, calls, grads, contributions, firstEdge, firstArriving, arriving, backward: order } = plan;
  if (order.length === 0) return;
  const seeded = grads[order[0]!]!;
  seeded.fill(1 / seeded.length);
  for (let at = 0; at < order.length; at++) {
    const node = order[at]!;
    const dy = grads[node]!;
    const end = firstArriving[node + 1]!;
    for (let each = firstArriving[node]!, first = true; each < end; each++, first = false) {
      const part = contributions[arriving[each]!]!;
      if (first) for (let index = 0; index < dy.length; index++) dy[index] = part[index]!;
      else for (let index = 0; index < dy.length; index++) dy[index]! += part[index]!;
    }
    const op = ops[node]!;
    const call = calls[node]!;
    const start = firstEdge[node]!;
    for (let edge = start; edge < firstEdge[node + 1]!; edge++) op.vjp(call, edge - start, dy, contributions[edge]!);
  }
}

/** Fills the edges' local derivatives, where they exist. */
export function locals({ computed, ops, calls, locals: memory, firstEdge }: Plan): void {
  for (let at = 0; at < computed.length; at++) {
    const node = computed[at]!;
    const op = ops[node]!;
    const call = calls[node]!;
    const start = firstEdge[node]!;
    for (let edge = start; edge < firstEdge[node + 1]!; edge++) {
      const out = memory[edge]!;
      if (out === null) continue;
      if (op.local) op.local(call, edge - start, out);
      else op.vjp(call, edge - start, out.length === 1 ? ONE : new Float64Array(out.length).fill(1), out);
    }
  }
}

/** Nodes that sit at a point without derivative at the current values. */
export function kinks({ computed, ops, calls, layout }: Plan): NodeKinks[] {
  const found: NodeKinks[] = [];
  for (let at = 0; at < computed.length; at++) {
    const node = computed[at]!;
    const here = ops[node]!.kinks?.(calls[node]!);
    if (here && here.length > 0) found.push({ node: layout.nodes[node]!.id, kinks: here });
  }
  return found;
}
