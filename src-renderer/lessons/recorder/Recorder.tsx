import '../lessons.css';
import './recorder.css';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DraftStep, examine, idOf, type LessonDraft, lessonOf } from '../../lesson-format/draft.ts';
import { serializeLesson } from '../../lesson-format/serialize-lesson.ts';
import { useLessons } from '../../stores/hooks.ts';
import { useStudio } from '../../stores/studio.ts';
import { Button, classes, IconButton } from '../../ui/Button.tsx';
import { Line } from './Field.tsx';
import { Report } from './Report.tsx';
import { StepForm } from './StepForm.tsx';
import { takeStage } from './take.ts';

/** Makes a lesson of the document: each step takes the graph, the selection, the view and the player as they stand. */
export function Recorder() {
  const { t } = useTranslation('lessons');
  const studio = useStudio();
  const { lessons, session, platform } = studio;
  const draft = useLessons((state) => state.draft);
  const [open, setOpen] = useState<number | null>(draft.steps[0]?.key ?? null);
  const lesson = lessonOf(draft);
  const report = lesson ? examine(lesson) : { problems: [], doubts: [] };
  const ready = lesson !== null && report.problems.length === 0;
  const change = (next: Partial<LessonDraft>) => lessons.setDraft({ ...draft, ...next });

  const add = () => {
    const key = 1 + Math.max(0, ...draft.steps.map((each) => each.key));
    const document = studio.document.getState().document;
    const step: DraftStep = { key, document, step: { text: [t('record.newText')], ...takeStage(studio) } };
    change({ title: draft.title || document.title, steps: [...draft.steps, step] });
    setOpen(key);
  };
  const replace = (key: number, next: Partial<DraftStep>) =>
    change({ steps: draft.steps.map((each) => (each.key === key ? { ...each, ...next } : each)) });
  const move = (index: number, by: 1 | -1) => {
    const steps = [...draft.steps];
    const [taken] = steps.splice(index, 1);
    if (taken) steps.splice(index + by, 0, taken);
    change({ steps });
  };
  const save = async () => {
    if (!lesson || !ready) return;
    try {
      const file = await platform.files.saveAs(`${idOf(draft.title)}.lesson.json`, serializeLesson(lesson));
      if (file) session.notify(t('record.saved', { name: file.name }));
    } catch (error) {
      session.notify(error instanceof Error ? error.message : `${error}`, 'error');
    }
  };
  return (
    <section className="lesson recorder" aria-label={t('record.title')}>
      <header className="lesson-top">
        <span className="lesson-place">{t('record.title')}</span>
        <span className="grow" />
        <Button look="line" onClick={() => lessons.record(false)}>
          {t('record.close')}
        </Button>
      </header>
      <div className="lesson-body scrolls">
        <Line label={t('record.name')} value={draft.title} onChange={(title) => change({ title })} />
        <Line
          label={t('record.description')}
          value={draft.description}
          onChange={(description) => change({ description })}
        />
        {draft.steps.length === 0 ? <p className="recorder-empty">{t('record.empty')}</p> : null}
        <ol className="recorder-steps">
          {draft.steps.map((each, index) => (
            <li key={each.key} className={classes('recorder-step', open === each.key && 'is-open')}>
              <div className="recorder-head">
                <button
                  type="button"
                  className="recorder-name"
                  aria-expanded={open === each.key}
                  onClick={() => setOpen(open === each.key ? null : each.key)}
                >
                  <b>{index + 1}</b>
                  <span>{each.step.text[0]}</span>
                </button>
                <IconButton
                  label={t('record.up')}
                  icon={<ArrowUp className="icon" />}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                />
                <IconButton
                  label={t('record.down')}
                  icon={<ArrowDown className="icon" />}
                  disabled={index === draft.steps.length - 1}
                  onClick={() => move(index, 1)}
                />
                <IconButton
                  label={t('record.remove')}
                  icon={<Trash2 className="icon" />}
                  onClick={() => change({ steps: draft.steps.filter(({ key }) => key !== each.key) })}
                />
              </div>
              {open === each.key ? <StepForm draft={each} onChange={(next) => replace(each.key, next)} /> : null}
            </li>
          ))}
        </ol>
        <Button look="line" className="tall" onClick={add}>
          {t('record.add')}
        </Button>
        <Report report={report} />
      </div>
      <footer className="lesson-foot">
        <Button
          look="line"
          className="tall"
          disabled={!ready}
          onClick={() =>
            lesson &&
            lessons.start(
              lesson,
              Math.max(
                0,
                draft.steps.findIndex(({ key }) => key === open),
              ),
            )
          }
        >
          {t('record.preview')}
        </Button>
        <span className="grow" />
        <Button look="fill" className="tall" disabled={!ready} onClick={() => void save()}>
          {t('record.save')}
        </Button>
      </footer>
    </section>
  );
}
