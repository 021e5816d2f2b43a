import './training.css';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#engine';
import { symbolOf } from '../math/symbols.ts';
import { useDocument, useTraining } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressSection } from './ProgressSection.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { TrainControls } from './TrainControls.tsx';
import { useTrainingSettings } from './use-settings.ts';

/** Training of the open document: its controls, how far it came, its settings. */
export function TrainPanel() {
  const { t } = useTranslation('training');
  const read = useTrainingSettings();
  const problem = useTraining((state) => state.problem);
  if (!read)
    return (
      <section className="panel-section">
        <h3>{t('none.title')}</h3>
        <p className="note">{t('none.text')}</p>
      </section>
    );
  if ('problem' in read)
    return (
      <section className="panel-section">
        <h3>{t('unreadable')}</h3>
        <TrainProblem problem={read.problem} />
      </section>
    );
  return (
    <>
      <TrainControls settings={read.settings} />
      {problem && (
        <section className="panel-section">
          <TrainProblem problem={problem} />
        </section>
      )}
      <ProgressSection settings={read.settings} />
      <SettingsSection settings={read.settings} />
    </>
  );
}

/** What went wrong, what to do, and the node it names. */
function TrainProblem({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation('training');
  const { session } = useStudio();
  const node = useDocument((state) => state.document.nodes.find(({ id }) => id === problem.node));
  return (
    <div role="alert" className="train-problem">
      <p className="note">
        <b>{problem.message}</b>
      </p>
      <p className="note">{problem.hint}</p>
      {node && (
        <Button
          look="line"
          onClick={() => {
            session.select([node.id]);
            session.revealNode(node.id);
          }}
        >
          {t('failed.node', { node: symbolOf(node).text })}
        </Button>
      )}
    </div>
  );
}
