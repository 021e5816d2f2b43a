import type { Plan } from '../plan/plan.ts';
import { forward } from '../run/executor.ts';
import { perturbation } from '../run/perturb.ts';
import type { CheckReport, GradientComparison } from './check-report.ts';
import { compareSlope, isWorse } from './compare.ts';
import { type Moved, moveInput, moveNode, type Surroundings, surroundingsOf } from './moved.ts';
import { probesOf } from './probes.ts';

export interface CheckOptions {
  /** Uniform draws from [0, 1), a stream of the check's own. */
  readonly uniform: () => number;
  /** Largest error that passes. */
  readonly tolerance?: number;
  /** Tensors up to this many elements are tried element by element; of larger ones as many, and some directions. */
  readonly elements?: number;
  /** Bound on the work, in numbers gone through; where all would take more, gradients are left out at random. */
  readonly work?: number;
}

/** Numbers gone through between two pauses: well below a millisecond for cheap ops. */
const PAUSE = 20_000;

/** A gradient to check, and how to move what it belongs to; `null` where L does not depend on it. */
interface Item {
  readonly of: GradientComparison['of'];
  readonly gradient: Float64Array;
  readonly move: (() => Moved) | null;
}

/**
 * Compares the gradient of every node and the contribution of every edge with central differences: the one value, or
 * the one input, is moved to both sides, and what depends on it is computed anew. It pauses (yields) often; at a pause
 * all values stand as they were, and after the last step the plan is as it was found.
 * The plan must have run forward and backward.
 */
export function* checkGradients(plan: Plan, options: CheckOptions): Generator<void, CheckReport, void> {
  const { uniform, tolerance = 1e-6, elements = 32, work = 3e7 } = options;
  const comparisons: GradientComparison[] = [];
  let skipped = 0;
  if (plan.layout.objective >= 0) {
    const surroundings = surroundingsOf(plan, perturbation(plan));
    const chance = work / workOf(surroundings, elements);
    let sincePause = 0;
    for (const { of, gradient, move } of itemsOf(surroundings)) {
      if (chance < 1 && uniform() >= chance) {
        skipped++;
        continue;
      }
      if (!move) {
        comparisons.push({ of, index: 0, analytic: 0, numeric: 0, error: 0, verdict: 'match' });
        continue;
      }
      const target = move();
      let result: GradientComparison | null = null;
      for (const probe of probesOf(target, gradient, elements, uniform)) {
        const compared = { of, ...compareSlope(probe, tolerance) };
        if (result === null || isWorse(compared, result)) result = compared;
        sincePause += 2 * target.cost;
        if (sincePause < PAUSE) continue;
        sincePause = 0;
        yield;
      }
      if (result) comparisons.push(result);
    }
    forward(plan); // what ops keep besides their values stands as before
  }
  return reportOf(comparisons, skipped);
}

/** The same in one go. */
export function checkAtOnce(plan: Plan, options: CheckOptions): CheckReport {
  const steps = checkGradients(plan, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function* itemsOf(surroundings: Surroundings): Generator<Item, void, void> {
  const { layout, firstEdge, ops, grads, contributions } = surroundings.plan;
  for (let node = 0; node < layout.nodes.length; node++) {
    const { id, reachesObjective } = layout.nodes[node]!;
    for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++) {
      const slot = edge - firstEdge[node]!;
      const move = reachesObjective ? () => moveInput(surroundings, node, slot) : null;
      yield { of: { target: id, slot }, gradient: contributions[edge]!, move };
    }
    if (ops[node]!.leaf === 'constant' || node === layout.objective) continue;
    const move = reachesObjective ? () => moveNode(surroundings, node) : null;
    yield { of: { node: id }, gradient: grads[node]!, move };
  }
}

/** Numbers that checking everything goes through, at most. */
function workOf({ plan, costs }: Surroundings, elements: number): number {
  const { layout, calls } = plan;
  let work = 1;
  let behind = 0; // cost of all nodes after this one
  for (let node = layout.objective; node >= 0; node--) {
    if (!layout.nodes[node]!.reachesObjective) continue;
    work += 2 * Math.min(elements, calls[node]!.y.data.length) * behind;
    behind += costs[node]!;
    for (const { data } of calls[node]!.x) work += 2 * Math.min(elements, data.length) * behind;
  }
  return work;
}

function reportOf(comparisons: readonly GradientComparison[], skipped: number): CheckReport {
  let matched = 0;
  let worst = 0;
  let ok = true;
  for (const { verdict, error } of comparisons) {
    if (verdict === 'match') matched++;
    if (verdict === 'differs') ok = false;
    if (verdict === 'match' || verdict === 'differs') worst = Math.max(worst, error);
  }
  return { comparisons, matched, total: comparisons.length, skipped, worst, ok };
}
