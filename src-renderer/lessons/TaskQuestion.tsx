import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judgeTask } from '../lesson-format/judge.ts';
import type { TaskCheck } from '../lesson-format/lesson.ts';
import { useLessons, usePlayer } from '../stores/hooks.ts';
import { eventsDone } from '../stores/player-store.ts';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';
import { HintBox } from './HintBox.tsx';
import { Prose } from './Prose.tsx';
import { useNumbers } from './use-numbers.ts';

/** Something to do: noticed by itself once it is done, whatever way it was done. */
export function TaskQuestion({ check }: { readonly check: TaskCheck }) {
  const { t } = useTranslation('lessons');
  const { lessons } = useStudio();
  const numbers = useNumbers();
  const done = usePlayer(eventsDone);
  const passed = useLessons(({ passed: all, step }) => all.has(step));
  const [hinted, setHinted] = useState(false);
  const verdict = useMemo(() => judgeTask(check, { numbers, eventsDone: done }), [check, numbers, done]);
  useEffect(() => {
    if (verdict.right && !passed) lessons.checkTask();
  }, [verdict, passed, lessons]);
  if (passed) return null;
  return (
    <>
      <div className="lesson-form">
        <Button look="line" className="tall" aria-expanded={hinted} onClick={() => setHinted(true)}>
          {t('hint')}
        </Button>
        <Button className="tall" onClick={() => lessons.showMe()}>
          {t('doIt')}
        </Button>
      </div>
      {hinted && !verdict.right ? (
        <HintBox title={t('hint')}>
          <Prose text={verdict.hint} />
        </HintBox>
      ) : null}
    </>
  );
}
