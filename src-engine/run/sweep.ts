import type { Plan } from '../plan/plan.ts';
import { forward } from './executor.ts';
import { lossOf, perturbation } from './perturb.ts';

/**
 * The first element of node `observe` (of the objective the mean, which is what is differentiated) while element `index` of node `vary` runs over `at`; NaN where an op refuses the
 * values or either node is not computed. The plan is left as it was found.
 */
export function sweepValues(plan: Plan, vary: string, index: number, observe: string, at: readonly number[]): number[] {
  const moved = plan.indexOf.get(vary);
  const observed = plan.indexOf.get(observe);
  const data = moved === undefined ? undefined : plan.calls[moved]!.y.data;
  if (moved === undefined || observed === undefined || data?.[index] === undefined) return at.map(() => Number.NaN);
  const around = perturbation(plan);
  const nodes = around.downstream(moved, observed);
  const before = data[index];
  const seen = plan.calls[observed]!.y.data;
  const values = at.map((value) => {
    data[index] = value;
    if (!around.recompute(nodes)) return Number.NaN;
    return observed === plan.layout.objective ? lossOf(plan) : seen[0]!;
  });
  data[index] = before;
  around.restore(nodes);
  if (nodes.length > 0) forward(plan); // what ops keep besides their values stands as before
  return values;
}
