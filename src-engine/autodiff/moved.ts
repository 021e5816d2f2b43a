import type { BoundCall, Plan } from '../plan/plan.ts';
import { lossOf, type Perturbation } from '../run/perturb.ts';
import type { Met } from './compare.ts';

/** What the checks of one plan share. */
export interface Surroundings {
  readonly plan: Plan;
  readonly around: Perturbation;
  /** Per node: inputs that sit at a kink. */
  readonly kinked: ReadonlyMap<number, readonly { readonly slot: number; readonly index: number }[]>;
  /** Per node: Σ |value · gradient|, which bounds what rounding of the value does to L. */
  readonly magnitudes: Float64Array;
  /** Per node: numbers its op goes through. */
  readonly costs: Float64Array;
}

/** A tensor in the graph that can be moved, with all that depends on it. */
export interface Moved {
  readonly data: Float64Array;
  /** L with the tensor as it stands now; NaN where an op refuses it. All but the tensor itself is put back. */
  loss(met: Met): number;
  /** Error that rounding leaves in L. */
  readonly rounding: number;
  /** Numbers gone through for each evaluation. */
  readonly cost: number;
}

const EPSILON = Number.EPSILON;

export function surroundingsOf(plan: Plan, around: Perturbation): Surroundings {
  const { ops, calls, grads } = plan;
  const kinked = new Map<number, readonly { readonly slot: number; readonly index: number }[]>();
  const magnitudes = new Float64Array(ops.length);
  const costs = new Float64Array(ops.length);
  ops.forEach((op, node) => {
    const { x, y } = calls[node]!;
    const kinks = op.kinks?.(calls[node]!) ?? [];
    if (kinks.length > 0) kinked.set(node, kinks);
    const grad = grads[node]!;
    for (let index = 0; index < grad.length; index++) magnitudes[node]! += Math.abs(y.data[index]! * grad[index]!);
    let cost = y.data.length;
    for (const { data } of x) cost = Math.max(cost, data.length);
    // A matrix product [m, k]·[k, n] goes through m·k·n = √(mk · kn · mn) numbers.
    if (!op.elementwise && x.length === 2)
      cost = Math.max(cost, Math.sqrt(x[0]!.data.length * x[1]!.data.length * y.data.length));
    costs[node] = cost;
  });
  return { plan, around, kinked, magnitudes, costs };
}

/** A node's value, moved under everything that reads it. */
export function moveNode(given: Surroundings, node: number): Moved {
  const { plan, around } = given;
  return moved(given, plan.calls[node]!.y.data, around.downstream(node, plan.layout.objective), null);
}

/** What one slot reads, moved under that slot alone. */
export function moveInput(given: Surroundings, node: number, slot: number): Moved {
  const { plan, around } = given;
  const call = plan.calls[node]!;
  const shadow = { shape: call.x[slot]!.shape, data: call.x[slot]!.data.slice() };
  const own = { node, slot, call: { ...call, x: call.x.with(slot, shadow) } };
  return moved(given, shadow.data, around.downstream(node, plan.layout.objective), own);
}

function moved(
  { plan, around, kinked, magnitudes, costs }: Surroundings,
  data: Float64Array,
  nodes: Int32Array,
  own: { readonly node: number; readonly slot: number; readonly call: BoundCall } | null,
): Moved {
  const { ops, calls, layout, firstEdge, source } = plan;
  const before = own && kinked.has(own.node) ? data.slice() : null;
  const kinkedNodes = nodes.filter((node) => kinked.has(node));

  const hasMovedKink = () => {
    for (const node of kinkedNodes)
      for (const { slot, index } of kinked.get(node)!) {
        const from = source[firstEdge[node]! + slot]!;
        if (calls[node]!.x[slot]!.data[index] !== around.baseline[layout.nodes[from]!.value + index]) return true;
      }
    if (!own || !before) return false;
    return kinked.get(own.node)!.some(({ slot, index }) => slot === own.slot && data[index] !== before[index]);
  };

  let cost = own ? costs[own.node]! : 0;
  let magnitude = own ? magnitudes[own.node]! : 0;
  for (const node of nodes) {
    cost += costs[node]!;
    magnitude += magnitudes[node]!;
  }
  return {
    data,
    cost,
    rounding: Number.isFinite(magnitude) ? 4 * EPSILON * magnitude : 0,
    loss(met) {
      let loss = Number.NaN;
      try {
        if (own) ops[own.node]!.forward(own.call);
        if (around.recompute(nodes)) loss = lossOf(plan);
        else met.refusal = true;
      } catch {
        met.refusal = true;
      }
      if (!met.kink && (kinkedNodes.length > 0 || before)) met.kink = hasMovedKink();
      if (own) around.restoreNode(own.node);
      around.restore(nodes);
      return loss;
    },
  };
}
