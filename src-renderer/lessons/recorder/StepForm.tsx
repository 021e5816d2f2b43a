import { useTranslation } from 'react-i18next';
import type { DraftStep } from '../../lesson-format/draft.ts';
import type { LessonStep } from '../../lesson-format/lesson.ts';
import { useStudio } from '../../stores/studio.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckForm } from './CheckForm.tsx';
import { Area } from './Field.tsx';
import { takeStage } from './take.ts';

interface StepFormProps {
  readonly draft: DraftStep;
  readonly onChange: (next: Partial<DraftStep>) => void;
}

/** Text, stage and check of one step. An empty line parts paragraphs. */
export function StepForm({ draft: { document, step }, onChange }: StepFormProps) {
  const { t } = useTranslation('lessons');
  const studio = useStudio();
  const change = (next: Partial<LessonStep>) => onChange({ step: { ...step, ...next } });
  const proofs = step.proofs?.join('\n') ?? '';
  return (
    <div className="recorder-form">
      <Area
        label={t('record.text')}
        value={step.text.join('\n\n')}
        onChange={(text) => change({ text: text.split(/\n{2,}/) })}
      />
      <Area
        label={t('record.proofs')}
        value={proofs}
        onChange={(text) => {
          const { proofs: _, ...rest } = step;
          const lines = text.split('\n').filter((line) => line.trim() !== '');
          onChange({ step: text === '' ? rest : { ...rest, proofs: lines.length > 0 ? lines : [text] } });
        }}
      />
      <p className="recorder-stage">
        {t('record.stage', {
          stop: step.stop ?? '–',
          marks: [...(step.mark?.nodes ?? []), ...(step.mark?.wires ?? [])].join(', ') || '–',
          camera:
            step.camera === undefined ? '–' : step.camera.length === 0 ? t('record.whole') : step.camera.join(', '),
        })}
      </p>
      <Button
        look="line"
        onClick={() =>
          onChange({ document: studio.document.getState().document, step: { ...step, ...takeStage(studio) } })
        }
      >
        {t('record.take')}
      </Button>
      <CheckForm
        check={step.check}
        document={document}
        onChange={(check) => {
          const { check: _, ...rest } = step;
          onChange({ step: check ? { ...rest, check } : rest });
        }}
      />
    </div>
  );
}
