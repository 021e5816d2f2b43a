import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ChainruleError, optimizers, readTraining, type TrainingSettings } from '#engine';
import { exactText } from '../math/format-number.ts';
import { useTraining } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import type { LiveChange } from '../stores/training-store.ts';
import { TextField } from '../ui/TextField.tsx';

/** The settings most often changed. Learning rate and epochs reach a run under way, the others the next one. */
export function SettingsSection({ settings }: { readonly settings: TrainingSettings }) {
  const { t } = useTranslation('training');
  const { training, document } = useStudio();
  const rows = useTraining((state) => state.rows);
  const id = useId();
  const { definition, options } = settings.optimizer;

  const change = (name: string, part: Readonly<Record<string, unknown>>, live?: LiveChange): string | null => {
    try {
      readTraining({ ...document.getState().document.training, ...part });
    } catch (error) {
      if (error instanceof ChainruleError) return error.problem.message;
      throw error;
    }
    training.configure(t('edit.setting', { name }), part, live);
    return null;
  };
  const field = (label: string, value: number, commit: (value: number) => string | null) => (
    <TextField
      label={label}
      text={exactText(value)}
      onCommit={(text) => {
        const next = Number(text.replace('−', '-').replace(',', '.'));
        return text.trim() === '' || Number.isNaN(next) ? t('settings.notNumber', { text }) : commit(next);
      }}
    />
  );
  return (
    <>
      <section className="panel-section">
        <h3>{t('settings.title')}</h3>
        <div className="fields">
          <div className="field-row">
            <label htmlFor={id}>{t('settings.optimizer')}</label>
            <select
              id={id}
              className="text-field"
              value={definition.id}
              onChange={(event) =>
                change(t('settings.optimizer'), {
                  optimizer: { name: event.target.value, learningRate: settings.learningRate },
                })
              }
            >
              {Array.from(optimizers.values(), (each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          </div>
          {field(t('settings.rate'), settings.learningRate, (learningRate) =>
            change(
              t('settings.rate'),
              { optimizer: { name: definition.id, ...options, learningRate } },
              { adjustment: { learningRate } },
            ),
          )}
          {field(t('settings.batch'), settings.batchSize, (batchSize) => change(t('settings.batch'), { batchSize }))}
          {field(t('settings.epochs'), settings.epochs, (epochs) =>
            change(t('settings.epochs'), { epochs }, { epochs }),
          )}
          {field(t('settings.seed'), settings.seed, (seed) => change(t('settings.seed'), { seed }))}
        </div>
        <p className="note train-later">{t('settings.next')}</p>
      </section>
      <section className="panel-section">
        <h3>{t('data.title')}</h3>
        <dl className="rows">
          <div className="row">
            <dt>{t('data.set')}</dt>
            <dd>{settings.dataset.name}</dd>
          </div>
          {rows && (
            <div className="row">
              <dt>{t('data.rows')}</dt>
              <dd>{t('data.rowsOf', rows)}</dd>
            </div>
          )}
        </dl>
      </section>
    </>
  );
}
