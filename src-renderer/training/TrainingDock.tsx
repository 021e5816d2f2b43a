import './training.css';
import { useTranslation } from 'react-i18next';
import { BoundaryPlot } from './BoundaryPlot.tsx';
import { CurveChart } from './CurveChart.tsx';
import { useRecord } from './use-record.ts';
import { useTrainingSettings } from './use-settings.ts';

/** The plots of training, below the canvas. */
export function TrainingDock() {
  const { t } = useTranslation('training');
  const read = useTrainingSettings();
  const record = useRecord();
  if (!read || 'problem' in read) return null;
  const epochs = record.stoppedEarly ? record.epoch : read.settings.epochs;
  const last = record.history.at(-1);
  return (
    <section className="train-dock" aria-label={t('dock.label')}>
      <BoundaryPlot settings={read.settings} />
      <figure className="train-plot">
        <figcaption>
          {t('plot.loss')} <span className="dim">{t('plot.perEpoch')}</span>
        </figcaption>
        <CurveChart measure="loss" record={record} epochs={epochs} />
      </figure>
      {last?.train.accuracy !== undefined && (
        <figure className="train-plot">
          <figcaption>
            {t('plot.accuracy')} <span className="dim">{t('plot.perEpoch')}</span>
          </figcaption>
          <CurveChart measure="accuracy" record={record} epochs={epochs} />
        </figure>
      )}
    </section>
  );
}
