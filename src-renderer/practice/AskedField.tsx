import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainSentence } from '../math/rich-text.ts';
import type { Question } from '../stores/practice-store.ts';
import { useStudio } from '../stores/studio.ts';
import { parseAnswer } from './parse-answer.ts';
import { questionText } from './question-text.ts';
import { useWords } from './words.ts';

interface AskedFieldProps {
  readonly question: Question;
  readonly hintId: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onUnreadable: (unreadable: boolean) => void;
}

/** Where the number asked for is typed: on the canvas, in the number's own place. */
export function AskedField({ question, hintId, field, onUnreadable }: AskedFieldProps) {
  const { t } = useTranslation('practice');
  const { practice, canvas } = useStudio();
  const words = useWords();
  const [draft, setDraft] = useState('');
  useEffect(() => field.current?.focus({ preventScroll: true }), [field]);

  const submit = () => {
    const value = parseAnswer(draft);
    onUnreadable(value === null);
    if (value !== null && !practice.answer(value)) field.current?.select();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation(); // the canvas walks the graph with these keys
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape') canvas.getState().port?.focus();
  };
  return (
    <input
      ref={field}
      className="asked-field"
      value={draft}
      inputMode="text"
      spellCheck={false}
      autoComplete="off"
      aria-label={t('field.label', { question: plainSentence(questionText(question.asked, words)) })}
      aria-describedby={hintId}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        onUnreadable(false);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
