import { CircleAlert, CircleDashed } from 'lucide-react';
import type { Problem } from '#engine';

/** One sentence below the gate that says what is wrong with it. What only waits for another gate says nothing. */
export function GateProblem({ problem, width }: { readonly problem: Problem | null; readonly width: number }) {
  if (!problem || problem.code === 'graph.upstream') return null;
  const waiting = problem.code === 'graph.empty-slot';
  const Icon = waiting ? CircleDashed : CircleAlert;
  return (
    <p
      className={`gate-problem ${waiting ? 'is-waiting' : ''}`}
      style={{ minWidth: width, maxWidth: Math.max(200, width) }}
      title={problem.hint}
    >
      <Icon size={14} strokeWidth={1.5} aria-hidden="true" />
      <span>{problem.message}</span>
    </p>
  );
}
