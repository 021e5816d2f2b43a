import { useTranslation } from 'react-i18next';
import type { Lesson } from '../lesson-format/lesson.ts';
import { useLessons } from '../stores/hooks.ts';
import { classes } from '../ui/Button.tsx';

/** The rules the lesson exercises, a dot for each question; filled once the learner found the answer. */
export function Rules({ lesson }: { readonly lesson: Lesson }) {
  const { t } = useTranslation('lessons');
  const step = useLessons((state) => state.step);
  const passed = useLessons((state) => state.passed);
  const rules = new Map<string, number[]>();
  for (const [index, { check }] of lesson.steps.entries())
    if (check?.rule !== undefined) rules.set(check.rule, [...(rules.get(check.rule) ?? []), index]);
  const met = [...rules].filter(([, steps]) => steps.some((each) => each <= step));
  if (met.length === 0) return null;
  return (
    <section className="lesson-rules">
      <h3>{t('rules')}</h3>
      <ul>
        {met.map(([rule, steps]) => {
          const done = steps.filter((each) => passed.get(each) === 'found').length;
          return (
            <li key={rule} aria-label={t('rules.count', { rule, done, total: steps.length })}>
              <span>{rule}</span>
              <span className="lesson-dots" aria-hidden>
                {steps.map((each) => (
                  <i key={each} className={classes(passed.get(each) === 'found' && 'is-done')} />
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
