import './lessons.css';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { askedBy, numberIn, rightOption } from '../lesson-format/judge.ts';
import type { Lesson, LessonStep } from '../lesson-format/lesson.ts';
import { formatNumber } from '../math/format-number.ts';
import { useLessons } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { classes } from '../ui/Button.tsx';
import { Prose } from './Prose.tsx';
import { Tools } from './tools/Tools.tsx';
import { useNumbers } from './use-numbers.ts';
import { useStage } from './use-stage.ts';

/** One part of a step after the other: paragraphs, what there is to work with, the question, the answer. */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tools' }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'answer' };

function partsOf({ text, tools, check }: LessonStep): readonly Part[] {
  return [
    ...text.map((each): Part => ({ kind: 'text', text: each })),
    ...(check ? [{ kind: 'question', text: askedBy(check) } as const] : []),
    ...(tools ? [{ kind: 'tools' } as const] : []),
    ...(check ? [{ kind: 'answer' } as const] : []),
  ];
}

const NEXT: ReadonlySet<string> = new Set([' ', 'Enter', 'PageDown', 'ArrowDown']);
const BACK: ReadonlySet<string> = new Set(['Backspace', 'PageUp', 'ArrowUp']);

/** A lesson for a class: large type, revealed part by part by a click or the keys of a presenter's remote. */
export function Presentation({ lesson }: { readonly lesson: Lesson }) {
  const { t } = useTranslation('lessons');
  const { lessons } = useStudio();
  const step = useLessons((state) => state.step);
  const revealed = useLessons((state) => state.revealed);
  useStage();
  const current = lesson.steps[step];
  const parts = current ? partsOf(current) : [];

  useEffect(() => {
    const answersAt = parts.findIndex(({ kind }) => kind === 'answer');
    const forward = () => {
      if (lessons.reveal(parts.length)) {
        if (lessons.getState().revealed === answersAt + 1) lessons.showMe();
      } else lessons.next();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const own = event.target instanceof Element && event.target.closest('input, [role="radio"], .button, .canvas');
      if (own && event.key !== 'Escape' && !event.key.startsWith('Page')) return;
      if (event.key === 'Escape') lessons.present(false);
      else if (NEXT.has(event.key)) forward();
      else if (BACK.has(event.key)) lessons.back();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onClick = (event: MouseEvent) => {
      const place = event.target instanceof Element ? event.target : null;
      if (place?.closest('.presentation') && !place.closest('input, button, [role="radio"]')) forward();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('click', onClick);
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('click', onClick);
    };
  }, [lessons, parts]);
  if (!current) return null;
  return (
    <section className="presentation" aria-label={t('region.column')} aria-live="polite">
      <h1>{lesson.title}</h1>
      <ol className="lesson-pips" aria-label={t('step.place', { at: step + 1, total: lesson.steps.length })}>
        {lesson.steps.map((_, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name
            key={index}
            className={classes(index < step && 'is-done', index === step && 'is-now')}
          />
        ))}
      </ol>
      <div className="presentation-body scrolls">
        {parts.slice(0, revealed).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts keep their order
          <PartView key={`${step}:${index}`} part={part} step={current} at={`${lesson.id}:${step}`} />
        ))}
      </div>
      <p className="presentation-keys">{t('present.hint')}</p>
    </section>
  );
}

function PartView({ part, step, at }: { readonly part: Part; readonly step: LessonStep; readonly at: string }) {
  switch (part.kind) {
    case 'text':
      return (
        <p>
          <Prose text={part.text} />
        </p>
      );
    case 'tools':
      return <Tools tools={step.tools ?? []} at={at} />;
    case 'question':
      return (
        <p className="presentation-question">
          <Prose text={part.text} />
        </p>
      );
    case 'answer':
      return <Answer step={step} />;
  }
}

function Answer({ step: { check } }: { readonly step: LessonStep }) {
  const numbers = useNumbers();
  if (!check) return null;
  const right = check.kind === 'choice' ? check.options[rightOption(check, numbers)]?.text : undefined;
  return (
    <p className="presentation-answer">
      {check.kind === 'predict' ? <b>{formatNumber(numberIn(check.expect, numbers))}</b> : null}
      {right === undefined ? null : (
        <b>
          <Prose text={right} />
        </b>
      )}{' '}
      {check.after === undefined ? null : <Prose text={check.after} />}
    </p>
  );
}
