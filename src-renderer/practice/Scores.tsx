import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useStudio } from '../stores/studio.ts';
import { opNameById } from '../texts/engine-texts.ts';
import { textKey } from './words.ts';

/** How many numbers were right at the first try, rule by rule. */
export function Scores() {
  const { t } = useTranslation('practice');
  const { practice, translate } = useStudio();
  const scores = useStore(practice, (state) => state.scores);
  if (scores.size === 0) return null;
  const nameOf = (rule: string) =>
    rule.startsWith('op:') ? opNameById(translate, rule.slice(3)) : translate(textKey(`rule.${rule}`));
  return (
    <dl className="practice-scores" aria-label={t('scores.label')} title={t('scores.label')}>
      {[...scores].map(([rule, { atOnce, asked }]) => (
        <div key={rule}>
          <dt>{nameOf(rule)}</dt>
          <dd>{t('score.count', { atOnce, asked })}</dd>
        </div>
      ))}
    </dl>
  );
}
