import { Pencil, RotateCcw, X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bind, unbind, usersOf } from '../commands/bindings.ts';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/context.ts';
import { keysOfStroke } from '../commands/record-keys.ts';
import { useSettings } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Shortcut } from '../ui/Shortcut.tsx';
import { isMac, shortcutText } from '../ui/shortcut-text.ts';
import { isCanvasKey } from './FixedKeys.tsx';

/** A command's shortcut: shown, recorded anew, checked against the others, reset. */
export function ShortcutRow({ command }: { readonly command: Command }) {
  const { t } = useTranslation('app');
  const { settings } = useStudio();
  const commands = useCommands();
  const own = useSettings(({ shortcuts }) => Object.hasOwn(shortcuts, command.id));
  const [recording, setRecording] = useState(false);
  const [wanted, setWanted] = useState<string | null>(null);
  const change = useRef<HTMLButtonElement>(null);
  const label = commands.label(command);

  const finish = () => {
    setRecording(false);
    setWanted(null);
    change.current?.focus();
  };
  const take = (keys: string) => {
    settings.set({ shortcuts: bind(commands.original, settings.getState().shortcuts, command.id, [keys]) });
    finish();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!recording || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return finish();
    const keys = keysOfStroke(event.nativeEvent, isMac());
    if (keys === null) return;
    setRecording(false);
    if (usersOf(commands.list, keys, command.id).length === 0 && !isCanvasKey(keys)) take(keys);
    else setWanted(keys);
  };
  return (
    <li className="shortcuts-row">
      <span>{label}</span>
      <span className="shortcuts-keys">
        {recording ? (
          <span className="shortcuts-press">{t('shortcuts.press')}</span>
        ) : (
          command.keys?.map((keys) => <Shortcut key={keys} keys={keys} />)
        )}
        {command.nativeKeys ? null : (
          <>
            <IconButton
              ref={change}
              label={t('shortcuts.change', { command: label })}
              icon={<Pencil className="icon" />}
              className="shortcuts-button"
              aria-pressed={recording}
              aria-description={recording ? t('shortcuts.pressHint', { command: label }) : undefined}
              onClick={() => {
                setWanted(null);
                setRecording(!recording);
              }}
              onKeyDown={onKeyDown}
              onBlur={() => setRecording(false)}
            />
            {own ? (
              <IconButton
                label={t('shortcuts.reset', { command: label })}
                icon={<RotateCcw className="icon" />}
                className="shortcuts-button"
                onClick={() => {
                  const { shortcuts } = settings.getState();
                  settings.set({ shortcuts: unbind(commands.original, shortcuts, command.id) });
                  change.current?.focus();
                }}
              />
            ) : (
              <IconButton
                label={t('shortcuts.remove', { command: label })}
                icon={<X className="icon" />}
                className="shortcuts-button"
                onClick={() => {
                  const { shortcuts } = settings.getState();
                  settings.set({ shortcuts: bind(commands.original, shortcuts, command.id, []) });
                  change.current?.focus();
                }}
              />
            )}
          </>
        )}
      </span>
      {wanted !== null && <Conflict command={command} keys={wanted} onTake={() => take(wanted)} onKeep={finish} />}
    </li>
  );
}

interface ConflictProps {
  readonly command: Command;
  readonly keys: string;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Keys that mean something already: whose they are, and whether to take them. */
function Conflict({ command, keys, onTake, onKeep }: ConflictProps) {
  const { t } = useTranslation('app');
  const { t: uiText } = useTranslation('ui');
  const commands = useCommands();
  const users = usersOf(commands.list, keys, command.id);
  const words = { keys: shortcutText(keys, uiText), others: users.map((each) => commands.label(each)).join('”, “') };
  const native = users.some(({ nativeKeys }) => nativeKeys);
  return (
    <div className="shortcuts-conflict" role="alert">
      <p>{users.length > 0 ? t('shortcuts.conflict', words) : t('shortcuts.canvasKey', words)}</p>
      <Button look="line" onClick={onKeep}>
        {t('shortcuts.keep')}
      </Button>
      {!native && (
        <Button look="fill" autoFocus onClick={onTake}>
          {users.length > 0 ? t('shortcuts.take') : t('shortcuts.useAnyway')}
        </Button>
      )}
    </div>
  );
}
