import { Shuffle, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useCommand } from '../commands/context.ts';
import { RichText } from '../math/RichText.tsx';
import type { Asks } from '../stores/practice-store.ts';
import { TRIES_BEFORE_SHOW } from '../stores/practice-store.ts';
import { useStudio } from '../stores/studio.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { AskedField } from './AskedField.tsx';
import { hintText, questionText } from './question-text.ts';
import { Scores } from './Scores.tsx';
import { useWords } from './words.ts';

const ASKS: readonly Asks[] = ['all', 'values', 'gradients'];

/** The question, what is said to a wrong answer, and how far one has come. */
export function PredictBar() {
  const { t } = useTranslation('practice');
  const { practice, session } = useStudio();
  const { question, hint, tries, calls, place, asks, done, total } = useStore(practice);
  const random = useCommand('practice.random');
  const restart = useCommand('practice.restart');
  const stop = useCommand('practice.predict');
  const words = useWords();
  const hintId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [unreadableAt, setUnreadableAt] = useState<number | null>(null); // the question whose answer was no number
  const unreadable = question !== null && unreadableAt === question.event;
  useEffect(() => {
    if (calls > 0) field.current?.focus({ preventScroll: true });
  }, [calls]);

  const asked = question && (
    <AskedField
      key={question.event}
      question={question}
      hintId={hintId}
      field={field}
      onUnreadable={(no) => setUnreadableAt(no ? question.event : null)}
    />
  );
  const point = (node: string | null) => session.setState({ hoveredNode: node });
  const finished = total > 0 && done >= total;
  return (
    <section className="practice-bar" aria-label={t('bar.label')}>
      <div className="practice-line">
        <p className="practice-question">
          {question ? (
            <RichText parts={questionText(question.asked, words)} onPoint={point} />
          ) : (
            t(finished ? 'question.done' : total === 0 ? 'question.none' : 'question.next')
          )}
        </p>
        {place ? null : asked}
        {question && tries >= TRIES_BEFORE_SHOW ? (
          <Button look="line" onClick={() => practice.show()}>
            {t('field.show')}
          </Button>
        ) : null}
        {finished ? (
          <>
            <Button look="line" onClick={restart.run}>
              {t('again.button')}
            </Button>
            <Button look="line" onClick={random.run}>
              <Shuffle className="icon" aria-hidden />
              {t('random.button')}
            </Button>
          </>
        ) : null}
        <span className="grow" />
        <span className="practice-progress">{t('progress', { done, total })}</span>
        <Segmented
          label={t('asks.label')}
          value={asks}
          options={ASKS.map((value) => ({ value, text: t(`asks.${value}`) }))}
          onChange={(value) => practice.setAsks(value)}
        />
        <IconButton
          label={t('stop.button')}
          shortcut={stop.shortcut}
          icon={<X className="icon" />}
          onClick={stop.run}
        />
      </div>
      <div className="practice-line">
        <p id={hintId} className="practice-hint" aria-live="polite">
          {unreadable ? (
            t('hint.unreadable')
          ) : question && hint ? (
            <RichText parts={hintText(hint, question.asked, words)} onPoint={point} />
          ) : null}
        </p>
        <span className="grow" />
        <Scores />
      </div>
      {place && asked ? createPortal(asked, place) : null}
    </section>
  );
}
