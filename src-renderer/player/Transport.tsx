import { ChevronDown, ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlayer } from '../stores/hooks.ts';
import { SPEEDS } from '../stores/player-store.ts';
import { useStudio } from '../stores/studio.ts';

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** Start, back, play, on, end, and how fast. */
export function Transport() {
  const { t } = useTranslation('player');
  const { player } = useStudio();
  const count = usePlayer((state) => state.stops.length);
  const position = usePlayer((state) => state.position);
  const playing = usePlayer((state) => state.playing);
  const atStart = position === 0;
  const atEnd = position >= count;
  const press = (action: () => void) => () => {
    player.pause();
    action();
  };
  return (
    <div className="transport" role="toolbar" aria-label={t('transport.label')}>
      <Button label={t('transport.start')} disabled={atStart} onPress={press(() => player.seek(0))}>
        <SkipBack {...ICON} />
      </Button>
      <Button label={t('transport.previous')} disabled={atStart} onPress={press(() => player.step(-1))}>
        <ChevronLeft {...ICON} />
      </Button>
      <Button
        label={playing ? t('transport.pause') : t('transport.play')}
        main
        disabled={count === 0}
        onPress={() => (playing ? player.pause() : player.play())}
      >
        {playing ? <Pause {...ICON} fill="currentColor" /> : <Play {...ICON} fill="currentColor" />}
      </Button>
      <Button label={t('transport.next')} disabled={atEnd} onPress={press(() => player.step(1))}>
        <ChevronRight {...ICON} />
      </Button>
      <Button label={t('transport.end')} disabled={atEnd} onPress={press(() => player.seek(count))}>
        <SkipForward {...ICON} />
      </Button>
      <Speed />
    </div>
  );
}

interface ButtonProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly disabled: boolean;
  readonly main?: boolean;
}

/** Stays focusable at the ends of the track, so that stepping by keyboard does not lose its place. */
function Button({ label, children, onPress, disabled, main = false }: ButtonProps) {
  return (
    <button
      type="button"
      className={main ? 'transport-button transport-main' : 'transport-button'}
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      {children}
    </button>
  );
}

function Speed() {
  const { t } = useTranslation('player');
  const { player } = useStudio();
  const speed = usePlayer((state) => state.speed);
  const choices = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].toSorted((a, b) => a - b);
  return (
    <span className="speed">
      <select aria-label={t('speed')} value={speed} onChange={(event) => player.setSpeed(Number(event.target.value))}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {t('speed.times', { factor: `${choice}` })}
          </option>
        ))}
      </select>
      <ChevronDown {...ICON} />
    </span>
  );
}
