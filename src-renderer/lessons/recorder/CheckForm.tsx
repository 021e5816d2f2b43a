import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ChainruleDocument } from '#engine';
import { changesBetween } from '../../lesson-format/changes-between.ts';
import { numberIn } from '../../lesson-format/judge.ts';
import type { Check, ChoiceCheck, PredictCheck, TaskCheck } from '../../lesson-format/lesson.ts';
import { numbersOf } from '../../lesson-format/numbers.ts';
import { formatNumber } from '../../math/format-number.ts';
import { useStudio } from '../../stores/studio.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Line } from './Field.tsx';

/** Holds whatever the numbers are: for options that are right by what they say. */
const ALWAYS = '1 = 1';

const FRESH: Readonly<Record<Check['kind'], Check>> = {
  predict: { kind: 'predict', question: '', expect: '', mistakes: [], hint: '' },
  choice: { kind: 'choice', question: '', options: [{ text: '', when: ALWAYS }, { text: '' }] },
  task: { kind: 'task', task: '', goals: [{ kind: 'number', that: '' }], hints: [], hint: '', solution: [] },
};

interface CheckFormProps {
  readonly check: Check | undefined;
  /** The step's graph. */
  readonly document: ChainruleDocument;
  readonly onChange: (check: Check | undefined) => void;
}

export function CheckForm({ check, document, onChange }: CheckFormProps) {
  const { t } = useTranslation('lessons');
  const kinds = ['none', 'predict', 'choice', 'task'] as const;
  return (
    <fieldset className="recorder-check">
      <legend>{t('record.check')}</legend>
      <Segmented
        label={t('record.check')}
        value={check?.kind ?? 'none'}
        options={kinds.map((value) => ({ value, text: t(`record.check.${value}`) }))}
        onChange={(kind) => onChange(kind === 'none' ? undefined : FRESH[kind])}
      />
      {check?.kind === 'predict' ? <PredictForm check={check} document={document} onChange={onChange} /> : null}
      {check?.kind === 'choice' ? <ChoiceForm check={check} onChange={onChange} /> : null}
      {check?.kind === 'task' ? <TaskForm check={check} document={document} onChange={onChange} /> : null}
    </fieldset>
  );
}

interface FormProps<C> {
  readonly check: C;
  readonly onChange: (check: Check) => void;
}
type GraphFormProps<C> = FormProps<C> & { readonly document: ChainruleDocument };

function PredictForm({ check, document, onChange }: GraphFormProps<PredictCheck & Check>) {
  const { t } = useTranslation('lessons');
  const value = numberIn(check.expect, numbersOf(document));
  const mistake = (index: number, change: Partial<PredictCheck['mistakes'][number]>) =>
    onChange({ ...check, mistakes: check.mistakes.map((each, at) => (at === index ? { ...each, ...change } : each)) });
  return (
    <>
      <Line
        label={t('record.question')}
        value={check.question}
        onChange={(question) => onChange({ ...check, question })}
      />
      <Line
        label={t('record.expect', { value: formatNumber(value) })}
        value={check.expect}
        onChange={(expect) => onChange({ ...check, expect })}
      />
      <Line label={t('hint')} value={check.hint} onChange={(hint) => onChange({ ...check, hint })} />
      {check.mistakes.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: mistakes have no other name
        <div key={index} className="recorder-mistake">
          <Line label={t('record.mistake')} value={each.is} onChange={(is) => mistake(index, { is })} />
          <Line label={t('record.mistake.right')} value={each.title} onChange={(title) => mistake(index, { title })} />
          <Line label={t('hint')} value={each.hint} onChange={(hint) => mistake(index, { hint })} />
        </div>
      ))}
      <Button onClick={() => onChange({ ...check, mistakes: [...check.mistakes, { is: '', title: '', hint: '' }] })}>
        <Plus className="icon" aria-hidden />
        {t('record.mistake.add')}
      </Button>
    </>
  );
}

function ChoiceForm({ check, onChange }: FormProps<ChoiceCheck & Check>) {
  const { t } = useTranslation('lessons');
  const put = (options: ChoiceCheck['options']) => onChange({ ...check, options });
  return (
    <>
      <Line
        label={t('record.question')}
        value={check.question}
        onChange={(question) => onChange({ ...check, question })}
      />
      {check.options.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: options have no other name
        <div key={index} className="recorder-option">
          <label>
            <input
              type="radio"
              checked={option.when !== undefined}
              onChange={() =>
                put(check.options.map(({ when: _, ...each }, at) => (at === index ? { ...each, when: ALWAYS } : each)))
              }
            />
            {t('record.option.right')}
          </label>
          <Line
            label={t('record.option', { at: index + 1 })}
            value={option.text}
            onChange={(text) => put(check.options.map((each, at) => (at === index ? { ...each, text } : each)))}
          />
          {option.when === undefined ? (
            <Line
              label={t('hint')}
              value={option.hint ?? ''}
              onChange={(hint) => put(check.options.map((each, at) => (at === index ? { ...each, hint } : each)))}
            />
          ) : null}
        </div>
      ))}
      <Button onClick={() => put([...check.options, { text: '' }])}>
        <Plus className="icon" aria-hidden />
        {t('record.option.add')}
      </Button>
    </>
  );
}

function TaskForm({ check, document, onChange }: GraphFormProps<TaskCheck & Check>) {
  const { t } = useTranslation('lessons');
  const studio = useStudio();
  const goal = check.goals.find((each) => each.kind === 'number');
  return (
    <>
      <Line label={t('record.task')} value={check.task} onChange={(task) => onChange({ ...check, task })} />
      <Line
        label={t('record.goal')}
        value={goal?.that ?? ''}
        onChange={(that) => onChange({ ...check, goals: [{ kind: 'number', that }] })}
      />
      <Line label={t('hint')} value={check.hint} onChange={(hint) => onChange({ ...check, hint })} />
      <p className="recorder-stage">{t('record.solution', { count: check.solution.length })}</p>
      <Button
        look="line"
        onClick={() => onChange({ ...check, solution: changesBetween(document, studio.document.getState().document) })}
      >
        {t('record.solution.take')}
      </Button>
    </>
  );
}
