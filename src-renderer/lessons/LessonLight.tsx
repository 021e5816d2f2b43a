import './lessons.css';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLessons } from '../stores/hooks.ts';

/** Keeps the truth light covered while a number is to be predicted, for it lists them all. */
export function LessonLight({ fallback }: { readonly fallback: ReactNode }) {
  const { t } = useTranslation('lessons');
  const waiting = useLessons(
    ({ lesson, step, passed }) => lesson?.steps[step]?.check?.kind === 'predict' && !passed.has(step),
  );
  if (!waiting) return fallback;
  return (
    <span className="lesson-light">
      <Lock className="icon" aria-hidden />
      <span className="wide-only">{t('check.after')}</span>
    </span>
  );
}
