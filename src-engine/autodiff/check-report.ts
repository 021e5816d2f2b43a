/** What became of one gradient's comparison with central differences. */
export interface GradientComparison {
  /** A node's total, or one edge's contribution. */
  readonly of: { readonly node: string } | { readonly target: string; readonly slot: number };
  /**
   * The element that differs most (flat index), and both numbers there; -1 where they are slopes along a random
   * direction, for tensors too large to try every element.
   */
  readonly index: number;
  readonly analytic: number;
  readonly numeric: number;
  /** |analytic − numeric| / max(1, |analytic|, |numeric|). */
  readonly error: number;
  /**
   * `match` within tolerance, or nearer than float64 can tell; `differs` beyond it; `kink` where no derivative exists and
   * a convention is used (for class indices too, which have no neighbours); `unbounded` where either number is not finite.
   */
  readonly verdict: 'match' | 'differs' | 'kink' | 'unbounded';
  /** One-sided slopes, at a kink. */
  readonly left?: number;
  readonly right?: number;
}

/** Every gradient of a run against central differences, in float64. */
export interface CheckReport {
  /** One entry for each edge, and for each node that is neither a constant nor the objective. */
  readonly comparisons: readonly GradientComparison[];
  readonly matched: number;
  readonly total: number;
  /** Gradients left out, at random, where the graph is too large to try all of them. */
  readonly skipped?: number;
  /** Largest error among those compared. */
  readonly worst: number;
  /** No gradient differs. */
  readonly ok: boolean;
}
