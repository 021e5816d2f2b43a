import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { addExpression } from './add-choice.ts';
import { type ExpressionProblem, parseExpression } from './expression.ts';

const EXAMPLES = ['(w*x - 1)^2', 'x*x + 3x', 'sigmoid(w*x + b)'];

/** What an empty canvas offers: a field for an expression, and three to try. */
export function EmptyCanvas() {
  const empty = useDocument(({ document }) => document.nodes.length === 0);
  return empty ? <ExpressionField /> : null;
}

function ExpressionField() {
  const { t } = useTranslation('canvas');
  const studio = useStudio();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<ExpressionProblem | null>(null);
  const add = (source: string) => {
    const expression = parseExpression(source);
    if (!expression.ok) {
      setProblem(expression);
      return;
    }
    const port = studio.canvas.getState().port;
    addExpression(studio, source, expression, port?.centre() ?? { x: 0, y: 0 });
    studio.session.select([]);
    studio.platform.clock.requestFrame(() => studio.canvas.getState().port?.fit());
    port?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') add(text);
  };
  return (
    <form className="empty-canvas" onSubmit={submit}>
      <p>{t('empty.title')}</p>
      <input
        className="quick-add-field"
        aria-label={t('empty.field')}
        aria-invalid={problem !== null}
        placeholder={t('empty.placeholder')}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
      />
      {problem ? (
        <p className="empty-canvas-problem" role="alert">
          {studio.translate(`canvas:${problem.why}`, { ...problem.words })}
        </p>
      ) : (
        <p className="empty-canvas-examples">
          <span>{t('empty.try')}</span>
          {EXAMPLES.map((example) => (
            <button key={example} type="button" onClick={() => add(example)}>
              {example}
            </button>
          ))}
        </p>
      )}
    </form>
  );
}
