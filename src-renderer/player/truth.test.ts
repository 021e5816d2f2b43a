import { describe, expect, it } from 'vitest';
import type { CheckReport, GradientComparison } from '#engine';
import { truthOf, worstFirst } from './truth.ts';

const comparison = (node: string, verdict: GradientComparison['verdict'], error: number): GradientComparison => ({
  of: { node },
  index: 0,
  analytic: 1,
  numeric: 1 + error,
  error,
  verdict,
});

const report = (...comparisons: GradientComparison[]): CheckReport => ({
  comparisons,
  matched: comparisons.filter(({ verdict }) => verdict === 'match').length,
  total: comparisons.length,
  worst: Math.max(0, ...comparisons.map(({ error }) => error)),
  ok: comparisons.every(({ verdict }) => verdict !== 'differs'),
});

describe('the truth light', () => {
  it('says nothing without gradients and waits for a check under way', () => {
    expect(truthOf(null, false)).toEqual({ kind: 'none' });
    expect(truthOf(null, true)).toEqual({ kind: 'checking' });
    expect(truthOf(report(), true)).toEqual({ kind: 'none' });
  });

  it('counts matches and kinks', () => {
    const check = report(comparison('a', 'match', 1e-10), comparison('b', 'match', 3e-10), comparison('c', 'kink', 0));
    expect(truthOf(check, true)).toEqual({ kind: 'match', matched: 2, total: 3, kinks: 1, worst: 3e-10 });
  });

  it('names the worst that differs, before what is not finite', () => {
    const check = report(
      comparison('a', 'unbounded', Number.NaN),
      comparison('b', 'differs', 0.1),
      comparison('c', 'differs', 0.5),
    );
    expect(truthOf(check, true)).toMatchObject({ kind: 'differs', wrong: 2, total: 3, first: { of: { node: 'c' } } });
    expect(worstFirst(check).map(({ of }) => 'node' in of && of.node)).toEqual(['c', 'b', 'a']);
  });
});
