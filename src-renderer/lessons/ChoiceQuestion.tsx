import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rightOption } from '../lesson-format/judge.ts';
import type { ChoiceCheck } from '../lesson-format/lesson.ts';
import { useLessons } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Button, classes } from '../ui/Button.tsx';
import { Prose } from './Prose.tsx';
import { useNumbers } from './use-numbers.ts';

/** One of several answers: arrows walk through them, Enter or a click chooses. */
export function ChoiceQuestion({ check }: { readonly check: ChoiceCheck }) {
  const { t } = useTranslation('lessons');
  const { lessons } = useStudio();
  const numbers = useNumbers();
  const passed = useLessons(({ passed: all, step }) => all.get(step));
  const [tried, setTried] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const right = passed === undefined ? -1 : rightOption(check, numbers);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: the question above is the group's name */}
      <div ref={list} role="group" aria-labelledby="lesson-asked" className="lesson-options" onKeyDown={onKeyDown}>
        {check.options.map((option, index) => (
          <button
            key={option.text}
            type="button"
            disabled={passed !== undefined}
            aria-pressed={tried === index || right === index}
            className={classes('lesson-option', right === index && 'is-right', tried === index && 'is-tried')}
            onClick={() => {
              setTried(index);
              lessons.choose(index);
            }}
          >
            <span className="lesson-letter" aria-hidden>
              {String.fromCharCode(65 + index)}
            </span>
            <span>
              <Prose text={option.text} />
            </span>
          </button>
        ))}
      </div>
      {passed === undefined && tried !== null ? (
        <div className="lesson-form">
          <Button className="tall" onClick={() => lessons.showMe()}>
            {t('showMe')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
