import { useTranslation } from 'react-i18next';
import type { TrainingSettings } from '#engine';
import { formatNumber, THIN_SPACE } from '../math/format-number.ts';
import { useTraining } from '../stores/hooks.ts';
import { isLive } from '../stores/training-store.ts';
import { type TrainingRecord, useRecord } from './use-record.ts';

const PATIENT_SECONDS = 90;

/** How far training came, in numbers. */
export function ProgressSection({ settings }: { readonly settings: TrainingSettings }) {
  const { t } = useTranslation('training');
  const record = useRecord();
  const progress = useTraining((state) => (isLive(state) ? state.progress : null));
  const epochs = progress?.epochs ?? settings.epochs;
  const share = Math.min(1, epochs === 0 ? 1 : (record.epoch + (progress?.epochShare ?? 0)) / epochs);
  const last = record.history.at(-1);
  const speed =
    progress && progress.leftMs !== null && progress.leftMs > 0 ? speedOf(progress.leftMs, epochs * (1 - share)) : null;
  const rows: readonly (readonly [string, string])[] = [
    [t('progress.epoch'), t('progress.epochOf', { epoch: formatNumber(record.epoch), epochs: formatNumber(epochs) })],
    [t('progress.steps'), formatNumber(record.steps)],
    [t('progress.loss'), formatNumber(last?.train.loss ?? null)],
    ...(last?.validation ? [[t('progress.lossValidation'), formatNumber(last.validation.loss)] as const] : []),
    ...(last?.train.accuracy === undefined ? [] : [[t('progress.accuracy'), percent(last.train.accuracy)] as const]),
    ...(last?.validation?.accuracy === undefined
      ? []
      : [[t('progress.accuracyValidation'), percent(last.validation.accuracy)] as const]),
    ...(record.test === null
      ? []
      : [
          record.test.accuracy === undefined
            ? ([t('progress.lossTest'), formatNumber(record.test.loss)] as const)
            : ([t('progress.accuracyTest'), percent(record.test.accuracy)] as const),
        ]),
    ...(speed === null
      ? []
      : [[t('progress.speed'), t('progress.speedEpochs', { count: Number(speed.toPrecision(2)) })] as const]),
    ...(progress ? [[t('progress.left'), leftText(progress.leftMs, t)] as const] : []),
  ];
  return (
    <section className="panel-section">
      <h3 className="train-head">
        {t('progress.title')}
        <span className="num">{percent(Math.floor(share * 100) / 100)}</span>
      </h3>
      <div
        className="train-bar"
        role="progressbar"
        aria-label={t('progress.title')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(share * 100)}
      >
        <div style={{ transform: `scaleX(${share})` }} />
      </div>
      <dl className="rows train-rows">
        {rows.map(([name, value]) => (
          <div key={name} className="row">
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <Status record={record} settings={settings} />
    </section>
  );
}

function Status({ record, settings }: { readonly record: TrainingRecord; readonly settings: TrainingSettings }) {
  const { t } = useTranslation('training');
  const status = useTraining((state) => state.status);
  const words = { epoch: formatNumber(record.epoch), best: formatNumber(record.best?.epoch ?? null) };
  const key =
    status === 'idle' && record.epoch > 0 ? 'trained' : record.stoppedEarly && status === 'done' ? 'early' : status;
  const stopping = settings.earlyStopping;
  const without = record.best ? record.epoch - record.best.epoch : 0;
  return (
    <>
      <p className="note" aria-live="polite">
        {t(`status.${key}`, words)}
      </p>
      {stopping && record.best && !record.stoppedEarly && (
        <p className="note">
          {t('stopping.text', {
            count: without,
            patience: stopping.patience,
            monitor: stopping.monitor?.replace('.', ' ') ?? t('plot.loss'),
          })}
        </p>
      )}
    </>
  );
}

const speedOf = (leftMs: number, epochsLeft: number) => (epochsLeft / leftMs) * 1000;

export const percent = (share: number) => `${formatNumber(Number((share * 100).toFixed(1)))}${THIN_SPACE}%`;

function leftText(leftMs: number | null, t: ReturnType<typeof useTranslation<'training'>>['t']): string {
  if (leftMs === null) return formatNumber(null);
  const seconds = Math.ceil(leftMs / 1000);
  return seconds <= PATIENT_SECONDS
    ? t('progress.leftSeconds', { seconds })
    : t('progress.leftMinutes', { minutes: Math.ceil(seconds / 60) });
}
