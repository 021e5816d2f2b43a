import type { Shape } from '../tensor/shape.ts';

/**
 * Where the numbers of a plan lie in its one block of memory (float64). It is plain data and changes only with the
 * topology or a shape, so a run sends it once and then only the block.
 */
export interface PlanLayout {
  /** Node differentiated, as an index into `nodes`; -1 when the graph has none that can be computed. */
  readonly objective: number;
  /** The nodes that can be computed, in execution order: topological, document order among equals. */
  readonly nodes: readonly NodeLayout[];
  /** Their edges, grouped by target in execution order, slots ascending. */
  readonly edges: readonly EdgeLayout[];
  readonly groups: readonly GroupLayout[];
  /** Indices into `nodes` in the order in which the backward pass visits them, the objective first. */
  readonly backward: readonly number[];
  /** Numbers in the block. */
  readonly size: number;
}

export interface NodeLayout {
  readonly id: string;
  readonly op: string;
  readonly shape: Shape;
  /** Offset of the value. */
  readonly value: number;
  /** Offset of ∂L/∂node, same shape; zeros where the node does not reach the objective. */
  readonly grad: number;
  /** Whether the objective depends on it. */
  readonly reachesObjective: boolean;
}

export interface EdgeLayout {
  /** Indices into `nodes`. */
  readonly source: number;
  readonly target: number;
  readonly slot: number;
  /** Offset of ∂target/∂source through this slot in the source's shape, or -1 where only a symbolic rule describes it. */
  readonly local: number;
  /** Offset of upstream · local, in the source's shape. */
  readonly contribution: number;
}

/** A merged gate's derivatives, one for each edge that enters it. */
export interface GroupLayout {
  readonly id: string;
  /** Index of the one node whose value leaves the group; -1 when several do, and then there is no single derivative. */
  readonly output: number;
  readonly edges: readonly {
    /** Index into `edges`. */
    readonly edge: number;
    /** Offset of ∂output/∂source through this edge in the source's shape, or -1 where it is no elementwise derivative. */
    readonly local: number;
  }[];
}
