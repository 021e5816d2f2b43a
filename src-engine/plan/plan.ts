import type { Problem } from '../errors/fail.ts';
import type { Analysis } from '../graph/analyze.ts';
import type { Attributes, OpCall, OpDefinition } from '../ops/define.ts';
import type { GroupProgram } from './group-program.ts';
import type { PlanLayout } from './layout.ts';

/** A call whose settings and mode may be exchanged between runs; its memory never is. */
export type BoundCall = Omit<OpCall<Attributes>, 'attrs' | 'training'> & { attrs: Attributes; training: boolean };

/**
 * A graph made ready to run: flat arrays over the layout's nodes and edges, every call bound to its memory. Values may
 * change between runs; nothing else does.
 */
export interface Plan {
  readonly analysis: Analysis;
  readonly layout: PlanLayout;
  /** Whether a node was left out because its op refused the values at hand. */
  readonly refusedValues: boolean;
  /** What keeps nodes from being computed, and what else is wrong with the graph. */
  readonly problems: readonly Problem[];
  /** The layout's block, and behind it what only the executor uses: the ops' scratch memory and groups' gradients. */
  readonly memory: Float64Array;
  /** Per node: offset of its scratch memory, in execution order like the values; one more entry for the end. */
  readonly scratch: Float64Array;

  /** Index of each node by its id. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly ops: readonly OpDefinition[];
  readonly calls: readonly BoundCall[];
  readonly grads: readonly Float64Array[];
  /** Per edge. */
  readonly contributions: readonly Float64Array[];
  /** Per edge; `null` where there is no elementwise derivative. */
  readonly locals: readonly (Float64Array | null)[];

  /** Nodes that compute (all but leaves), in execution order. */
  readonly computed: Int32Array;
  /** The edges into node i are `firstEdge[i] … firstEdge[i + 1] − 1`. */
  readonly firstEdge: Int32Array;
  /** Per edge: the node it comes from. */
  readonly source: Int32Array;
  /** The layout's backward order. */
  readonly backward: Int32Array;
  /** The edges whose contributions node i sums: `arriving[firstArriving[i] … firstArriving[i + 1] − 1]`, as they arrive. */
  readonly firstArriving: Int32Array;
  readonly arriving: Int32Array;
  readonly groups: readonly GroupProgram[];
}
