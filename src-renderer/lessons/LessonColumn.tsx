import './lessons.css';
import { ChevronLeft, ChevronRight, Presentation as PresentationIcon } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lesson } from '../lesson-format/lesson.ts';
import { useLessons } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Button, classes, IconButton } from '../ui/Button.tsx';
import { Prose } from './Prose.tsx';
import { Question } from './Question.tsx';
import { Rules } from './Rules.tsx';
import { Tools } from './tools/Tools.tsx';
import { useStage } from './use-stage.ts';

/** What a step is answered or worked with, the first that is there. */
const WORKED_WITH = ['.lesson-tools input, .lesson-tools button', '.lesson-question input, .lesson-question button'];

/** The lesson under way: its text, what it asks, and the way on. Enter continues where nothing else wants it. */
export function LessonColumn() {
  const lesson = useLessons((state) => state.lesson);
  return lesson ? <Column lesson={lesson} /> : null;
}

function Column({ lesson }: { readonly lesson: Lesson }) {
  const { t } = useTranslation('lessons');
  const { lessons, platform } = useStudio();
  const step = useLessons((state) => state.step);
  const passed = useLessons((state) => state.passed);
  const body = useRef<HTMLDivElement>(null);
  const onward = useRef<HTMLButtonElement>(null);
  useStage();
  const current = lesson.steps[step];
  const free = current?.check === undefined || passed.has(step);
  const at = `${lesson.id}:${step}`;
  const last = step + 1 === lesson.steps.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step begins at its top
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [current]);
  // The keyboard goes where the step wants it: to the way on, to the answer, or to what the learner works with.
  useEffect(() => {
    // A frame later: the Enter that answered must not press what is focused next.
    const frame = platform.clock.requestFrame(() => {
      const column = body.current;
      const places = current?.check?.kind === 'task' ? WORKED_WITH : WORKED_WITH.toReversed();
      const found = places.map((place) => column?.querySelector<HTMLElement>(place)).find((place) => place);
      const wanted = free ? onward.current : found;
      wanted?.focus({ preventScroll: true });
    });
    return () => platform.clock.cancelFrame(frame);
  }, [current, free, platform]);
  if (!current) return null;

  const onKeyDown = (event: KeyboardEvent) => {
    const own = event.target instanceof Element && event.target.closest('button, input, a, [role="slider"]');
    if (event.key === 'Enter' && free && !own) {
      event.preventDefault();
      lessons.next();
    }
  };
  return (
    <section className="lesson" aria-label={t('region.column')} onKeyDown={onKeyDown}>
      <header className="lesson-top">
        <Place id={lesson.id} />
        <span className="grow" />
        <IconButton
          label={t('present')}
          icon={<PresentationIcon className="icon" />}
          onClick={() => lessons.present(true)}
        />
        <Button look="line" onClick={() => lessons.leave()}>
          {t('leave')}
        </Button>
      </header>
      <h2 className="lesson-title">{lesson.title}</h2>
      <ol className="lesson-pips" aria-label={t('step.place', { at: step + 1, total: lesson.steps.length })}>
        {lesson.steps.map((_, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name
            key={index}
            aria-current={index === step ? 'step' : undefined}
            className={classes(index < step && 'is-done', index === step && 'is-now')}
          />
        ))}
      </ol>
      <div ref={body} className="lesson-body scrolls">
        <div className="lesson-text" aria-live="polite">
          {current.text.map((paragraph) => (
            <p key={paragraph}>
              <Prose text={paragraph} />
            </p>
          ))}
        </div>
        {current.check?.kind === 'task' ? <Question check={current.check} at={at} /> : null}
        {current.tools ? <Tools tools={current.tools} at={at} /> : null}
        {current.check && current.check.kind !== 'task' ? <Question check={current.check} at={at} /> : null}
        <span className="grow" />
        <Rules lesson={lesson} />
      </div>
      <footer className="lesson-foot">
        <Button look="line" className="tall" disabled={step === 0} onClick={() => lessons.back()}>
          <ChevronLeft className="icon" aria-hidden />
          {t('back')}
        </Button>
        <span className="grow" />
        <Button
          ref={onward}
          look={free ? 'fill' : 'plain'}
          className={classes('tall', !free && 'is-waiting')}
          aria-disabled={!free}
          title={free ? undefined : t('continue.why')}
          onClick={() => free && lessons.next()}
        >
          {t(last ? 'finish' : 'continue')}
          <ChevronRight className="icon" aria-hidden />
        </Button>
      </footer>
    </section>
  );
}

function Place({ id }: { readonly id: string }) {
  const { t } = useTranslation('lessons');
  const { lessons } = useStudio();
  const at = lessons.listings.findIndex((each) => each.id === id);
  return (
    <span className="lesson-place">
      {at < 0 ? t('place.own') : t('place', { at: at + 1, total: lessons.listings.length })}
    </span>
  );
}
