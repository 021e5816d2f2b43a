import { CircleAlert, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#engine';
import { problemText } from '../texts/engine-texts.ts';

interface GateProblemProps {
  readonly problem: Problem | null;
  readonly width: number;
  /** Names of the inputs that nothing is connected to. */
  readonly empty: readonly string[];
}

/** One sentence below the gate that says what is wrong with it. What only waits for another gate says nothing. */
export function GateProblem({ problem, width, empty }: GateProblemProps) {
  const { t } = useTranslation('canvas');
  if (!problem || problem.code === 'graph.upstream') return null;
  const { message, hint } = problemText(t, problem);
  const waiting = problem.code === 'graph.empty-slot' && empty.length > 0;
  const Icon = waiting ? CircleDashed : CircleAlert;
  return (
    <p
      className={`gate-problem ${waiting ? 'is-waiting' : ''}`}
      style={{ maxWidth: waiting ? width : Math.max(200, width) }}
      title={`${message} ${hint}`}
    >
      <Icon size={14} strokeWidth={1.5} aria-hidden="true" />
      <span>{waiting ? t('problem.empty', { count: empty.length, slots: empty.join(', ') }) : message}</span>
    </p>
  );
}
