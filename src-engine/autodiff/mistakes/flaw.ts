import type { PlanLayout } from '../../plan/layout.ts';

/** Numbers and node ids by the names that sentences use. */
export type Facts = Readonly<Record<string, number | string>>;

/** A backward pass as a flaw may see it: the layout, the right numbers, and each gate's own vector-Jacobian product. */
export interface Pass {
  readonly layout: PlanLayout;
  /** Edges into each node, slots ascending. */
  readonly incoming: readonly (readonly number[])[];
  /** Edges that leave each node and lead to the objective. */
  readonly leaving: readonly (readonly number[])[];
  /** Whether the node's gradient is kept between passes: that of leaves which are not constants. */
  readonly keepsGrad: (node: number) => boolean;
  /** Right totals, per node. */
  readonly grads: readonly Float64Array[];
  /** What the edge sends back when `dy` arrives at its target: a new array in the source's shape. */
  send(edge: number, dy: Float64Array): Float64Array;
  /** The same with the values of an earlier forward pass. */
  sendStale(edge: number, dy: Float64Array): Float64Array;
  /** What the earlier forward pass differs in; `null` when it does not. */
  readonly stale: { readonly node: number; readonly before: number; readonly now: number } | null;
}

/** A mistake made throughout a backward pass: whatever is left out is done right. */
export interface Flaw {
  /** Order in which nodes send what they have; each once. */
  order?(pass: Pass): readonly number[];
  /** What stands in a node's gradient before the pass; 0 when `null`. */
  start?(pass: Pass, node: number): Float64Array | null;
  send?(pass: Pass, edge: number, dy: Float64Array): Float64Array;
  /** Replaces what arrived before, instead of being added. */
  readonly overwrites?: boolean;
  /** Why the node's total is wrong, for the sentence about it. */
  because(pass: Pass, wrong: WrongNumbers, node: number): Facts;
}

/** What a flawed pass leaves. */
export interface WrongNumbers {
  readonly order: readonly number[];
  readonly grads: readonly Float64Array[];
  /** Per edge; zeros along those that nothing flows back along. */
  readonly contributions: readonly Float64Array[];
  /** Per node: what it had when it sent, `null` when it never did. */
  readonly sent: readonly (Float64Array | null)[];
}
