import type { Plan } from '../plan/plan.ts';

/**
 * Fills the merged gates' derivatives: a backward pass from each group's output, seeded with 1 and kept inside its
 * border, so that each is the sum over the paths inside of the products of their local derivatives.
 */
export function groupLocals({ groups, ops, calls }: Plan): void {
  for (const { seed, steps } of groups) {
    seed.fill(1);
    for (const { node, slot, dy, dx, sum } of steps) {
      ops[node]!.vjp(calls[node]!, slot, dy, dx);
      if (sum) for (let index = 0; index < sum.length; index++) sum[index]! += dx[index]!;
    }
  }
}
