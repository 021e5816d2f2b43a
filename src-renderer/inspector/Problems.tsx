import { ArrowRight, CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#engine';
import { useRun } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { problemText } from '../texts/engine-texts.ts';
import { IconButton } from '../ui/Button.tsx';

/** What keeps a part of the graph from being computed, and what to do about it. */
export function Problems() {
  const { t } = useTranslation('inspector');
  const problems = useRun((state) => state.problems);
  if (problems.length === 0)
    return (
      <p className="panel-empty">
        <CircleCheck className="icon" aria-hidden />
        {t('problems.none')}
      </p>
    );
  return (
    <ul className="problems" aria-label={t('problems.label')}>
      {problems.map((problem) => (
        <ProblemItem key={`${problem.code}:${problem.node}:${problem.slot}:${problem.message}`} problem={problem} />
      ))}
    </ul>
  );
}

function ProblemItem({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation('inspector');
  const { session } = useStudio();
  const { node } = problem;
  return (
    <li className="problem">
      <CircleAlert className="icon problem-icon" aria-hidden />
      <div>
        <p>{problemText(t, problem).message}</p>
        <p className="dim">{problemText(t, problem).hint}</p>
      </div>
      {node !== undefined && (
        <IconButton
          label={t('problems.go', { node })}
          icon={<ArrowRight className="icon" aria-hidden />}
          onClick={() => {
            session.select([node]);
            session.revealNode(node);
          }}
        />
      )}
    </li>
  );
}
