import { Pause, Play, RotateCcw, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingSettings } from '#engine';
import { useCommand } from '../commands/context.ts';
import { useTraining } from '../stores/hooks.ts';
import { isLive } from '../stores/training-store.ts';
import { Button } from '../ui/Button.tsx';
import { useRecord } from './use-record.ts';

/** Start, pause and go on; one step, one epoch; stop; back to the values from before. */
export function TrainControls({ settings }: { readonly settings: TrainingSettings }) {
  const { t } = useTranslation('training');
  const live = useTraining(isLive);
  const { epoch, stoppedEarly } = useRecord();
  const toggle = useCommand('train.toggle');
  const main = live ? 'pause' : epoch === 0 ? 'start' : epoch < settings.epochs && !stoppedEarly ? 'resume' : 'again';
  const Icon = live ? Pause : Play;
  return (
    <section className="panel-section train-controls">
      <Button look="fill" className="train-main" onClick={toggle.run}>
        <Icon className="icon" aria-hidden />
        {t(main)}
      </Button>
      <Control command="train.step">{t('step')}</Control>
      <Control command="train.epoch">{t('epoch')}</Control>
      <Control command="train.stop">
        <Square className="icon" aria-hidden />
        {t('stop')}
      </Control>
      <Control command="train.reset">
        <RotateCcw className="icon" aria-hidden />
        {t('reset')}
      </Control>
    </section>
  );
}

function Control({ command, children }: { readonly command: string; readonly children: ReactNode }) {
  const { run, unavailable, label } = useCommand(command);
  return (
    <Button
      look="line"
      title={unavailable ? `${label}. ${unavailable}` : label}
      aria-disabled={unavailable !== null}
      onClick={unavailable ? undefined : run}
    >
      {children}
    </Button>
  );
}
