import { ChevronDown, ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/context.ts';
import { usePlayer } from '../stores/hooks.ts';
import { SPEEDS } from '../stores/player-store.ts';
import { useStudio } from '../stores/studio.ts';
import { IconButton } from '../ui/Button.tsx';

/** Start, back, play, on, end, and how fast. */
export function Transport() {
  const { t } = useTranslation('player');
  return (
    <div className="transport" role="toolbar" aria-label={t('transport.label')}>
      <CommandButton command="player.start" icon={<SkipBack className="icon" aria-hidden />} />
      <CommandButton command="player.previous" icon={<ChevronLeft className="icon" aria-hidden />} />
      <PlayButton />
      <CommandButton command="player.next" icon={<ChevronRight className="icon" aria-hidden />} />
      <CommandButton command="player.end" icon={<SkipForward className="icon" aria-hidden />} />
      <Speed />
    </div>
  );
}

function CommandButton({ command, icon }: { readonly command: string; readonly icon: ReactElement }) {
  const { label, shortcut, unavailable, run } = useCommand(command);
  return <IconButton label={label} shortcut={shortcut} unavailable={unavailable} icon={icon} onClick={run} />;
}

function PlayButton() {
  const { t } = useTranslation('player');
  const playing = usePlayer((state) => state.playing);
  const { shortcut, unavailable, run } = useCommand('player.toggle');
  const Icon = playing ? Pause : Play;
  return (
    <IconButton
      label={t(playing ? 'transport.pause' : 'transport.play')}
      shortcut={shortcut}
      unavailable={unavailable}
      look="fill"
      large
      icon={<Icon className="icon" fill="currentColor" aria-hidden />}
      onClick={run}
    />
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
      <ChevronDown className="icon" aria-hidden />
    </span>
  );
}
