import { useTranslation } from 'react-i18next';
import { askedBy } from '../lesson-format/judge.ts';
import type { Check } from '../lesson-format/lesson.ts';
import { useLessons } from '../stores/hooks.ts';
import { ChoiceQuestion } from './ChoiceQuestion.tsx';
import { HintBox } from './HintBox.tsx';
import { PredictQuestion } from './PredictQuestion.tsx';
import { Prose } from './Prose.tsx';
import { TaskQuestion } from './TaskQuestion.tsx';

interface QuestionProps {
  readonly check: Check;
  /** Names the step: another step's field starts empty. */
  readonly at: string;
}

/** What the step asks, the means to answer, and what the last try was worth. */
export function Question({ check, at }: QuestionProps) {
  const { t } = useTranslation('lessons');
  const step = useLessons((state) => state.step);
  const total = useLessons(({ lesson }) => lesson?.steps.length ?? 0);
  return (
    <section className="lesson-question">
      <p className="lesson-label">
        {t('step.place', { at: step + 1, total })}
        {check.kind === 'task' ? ` · ${t('task.todo')}` : ''}
      </p>
      <h3 id="lesson-asked" className="lesson-asked">
        <Prose text={askedBy(check)} />
      </h3>
      {check.kind === 'predict' ? <PredictQuestion key={at} check={check} /> : null}
      {check.kind === 'choice' ? <ChoiceQuestion key={at} check={check} /> : null}
      {check.kind === 'task' ? <TaskQuestion key={at} check={check} /> : null}
      <div aria-live="polite">
        <Said check={check} />
      </div>
    </section>
  );
}

function Said({ check }: { readonly check: Check }) {
  const { t } = useTranslation('lessons');
  const verdict = useLessons((state) => state.verdict);
  const how = useLessons(({ passed, step }) => passed.get(step));
  const after = check.after === undefined ? null : <Prose text={check.after} />;
  if (verdict?.right === false) {
    const title =
      'builtIn' in verdict
        ? t(`verdict.${verdict.builtIn}`)
        : verdict.title === undefined
          ? t('verdict.wrong')
          : undefined;
    return (
      <HintBox title={title ?? <Prose text={('title' in verdict && verdict.title) || ''} />}>
        <Prose text={verdict.hint} />
      </HintBox>
    );
  }
  if (how === undefined) return null;
  const title = how === 'shown' ? t('verdict.shown') : t(check.kind === 'task' ? 'verdict.done' : 'verdict.right');
  return (
    <HintBox right title={title}>
      {verdict?.right === true || check.kind !== 'task' ? after : null}
    </HintBox>
  );
}
