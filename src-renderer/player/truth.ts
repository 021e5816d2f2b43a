import type { CheckReport, GradientComparison } from '#engine';

/** What the truth light says. */
export type Truth =
  | { readonly kind: 'none' | 'checking' }
  | {
      readonly kind: 'match';
      readonly matched: number;
      readonly total: number;
      /** Gradients at a kink: a convention stands there, nothing to compare. */
      readonly kinks: number;
      readonly worst: number;
    }
  | {
      readonly kind: 'differs' | 'unbounded';
      readonly wrong: number;
      readonly total: number;
      readonly first: GradientComparison;
    };

export function truthOf(check: CheckReport | null, hasGradients: boolean): Truth {
  if (!hasGradients) return { kind: 'none' };
  if (!check) return { kind: 'checking' };
  if (check.total === 0) return { kind: 'none' };
  for (const verdict of ['differs', 'unbounded'] as const) {
    const wrong = worstFirst(check).filter((comparison) => comparison.verdict === verdict);
    if (wrong[0]) return { kind: verdict, wrong: wrong.length, total: check.total, first: wrong[0] };
  }
  const kinks = check.comparisons.filter(({ verdict }) => verdict === 'kink').length;
  return { kind: 'match', matched: check.matched, total: check.total, kinks, worst: check.worst };
}

const GRAVITY = { differs: 0, unbounded: 1, kink: 2, match: 3 } as const;

/** Those that differ before those that agree, larger errors first. */
export function worstFirst(check: CheckReport): readonly GradientComparison[] {
  const magnitude = ({ error }: GradientComparison) => (Number.isNaN(error) ? Number.POSITIVE_INFINITY : error);
  return check.comparisons.toSorted(
    (a, b) => GRAVITY[a.verdict] - GRAVITY[b.verdict] || (magnitude(a) < magnitude(b) ? 1 : -1),
  );
}
