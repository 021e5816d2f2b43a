import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberIn } from '../lesson-format/judge.ts';
import type { PredictCheck } from '../lesson-format/lesson.ts';
import { formatNumber } from '../math/format-number.ts';
import { parseValueText } from '../math/value-text.ts';
import { useLessons } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';
import { HintBox } from './HintBox.tsx';
import { Prose } from './Prose.tsx';
import { useNumbers } from './use-numbers.ts';

/** A field for a number, checked when Enter or Check is pressed. */
export function PredictQuestion({ check }: { readonly check: PredictCheck }) {
  const { t } = useTranslation('lessons');
  const { lessons } = useStudio();
  const numbers = useNumbers();
  const passed = useLessons(({ passed: all, step }) => all.get(step));
  const verdict = useLessons((state) => state.verdict);
  const [draft, setDraft] = useState('');
  const [unread, setUnread] = useState(false);
  const [hinted, setHinted] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseValueText(draft);
    const value = parsed.ok && typeof parsed.value === 'number' ? parsed.value : null;
    setUnread(value === null);
    setHinted(false);
    if (value === null) return field.current?.focus();
    lessons.answer(value);
    if (lessons.getState().verdict?.right === false) field.current?.select();
  };
  if (passed !== undefined)
    return (
      <p className="lesson-answer">{t('answer.result', { number: formatNumber(numberIn(check.expect, numbers)) })}</p>
    );
  return (
    <>
      <form className="lesson-form" onSubmit={submit}>
        <input
          ref={field}
          className="lesson-field"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          aria-label={t('answer.field')}
          aria-describedby="lesson-asked"
          value={draft}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            setUnread(false);
          }}
        />
        <Button look="fill" type="submit" className="tall">
          {t('check')}
        </Button>
        <Button look="line" className="tall" onClick={() => setHinted(true)}>
          {t('hint')}
        </Button>
        <Button className="tall" onClick={() => lessons.showMe()}>
          {t('showMe')}
        </Button>
      </form>
      {unread ? <HintBox title={t('answer.notNumber')} /> : null}
      {hinted && !unread && verdict?.right !== false ? (
        <HintBox title={t('hint')}>
          <Prose text={check.hint} />
        </HintBox>
      ) : null}
    </>
  );
}
