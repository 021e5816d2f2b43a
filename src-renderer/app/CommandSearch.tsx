import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../commands/context.ts';
import { scoreText } from '../commands/score.ts';
import { useStudio } from '../stores/studio.ts';
import { classes } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Shortcut } from '../ui/Shortcut.tsx';
import { groupOf } from './command-groups.ts';

const HIDDEN: ReadonlySet<string> = new Set(['help.commands']);

/** Every command, found by typing; one that cannot be run now says why. */
export function CommandSearch() {
  const { t } = useTranslation('app');
  const { dialogs } = useStudio();
  const commands = useCommands();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);

  const entries = commands.list
    .filter(({ id }) => !HIDDEN.has(id))
    .flatMap((command) => {
      const label = commands.label(command);
      const score = scoreText(query, label, command.keywords);
      return score === null ? [] : [{ command, label, score, unavailable: commands.unavailable(command) }];
    })
    .sort((a, b) => (query === '' ? 0 : b.score - a.score));
  const chosen = Math.min(active, entries.length - 1);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const run = (index: number) => {
    const entry = entries[index];
    if (!entry || entry.unavailable !== null) return;
    dialogs.close();
    commands.run(entry.command.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = entries.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: chosen >= last ? 0 : chosen + 1,
      ArrowUp: chosen <= 0 ? last : chosen - 1,
      PageDown: Math.min(last, chosen + 8),
      PageUp: Math.max(0, chosen - 8),
    };
    if (event.key === 'Enter') run(chosen);
    else if (moves[event.key] !== undefined) setActive(moves[event.key]!);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog wide title={t('palette.title')} titleHidden onClose={() => dialogs.close()}>
      <label className="search-line">
        <Search className="icon" aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={entries.length > 0 ? `${listId}-${chosen}` : undefined}
          aria-label={t('palette.field')}
          placeholder={t('palette.field')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <div ref={list} id={listId} role="listbox" aria-label={t('palette.title')} className="search-list scrolls">
        {entries.map(({ command, label, unavailable }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
          <div
            key={command.id}
            id={`${listId}-${index}`}
            data-index={index}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            aria-disabled={unavailable !== null}
            className={classes('search-entry', index === chosen && 'active')}
            onClick={() => run(index)}
            onPointerMove={() => setActive(index)}
          >
            <span className="search-group">{t(`group.${groupOf(command)}`)}</span>
            <span className="search-name">{label}</span>
            {unavailable !== null && <span className="search-reason">{unavailable}</span>}
            {command.keys?.[0] && <Shortcut keys={command.keys[0]} />}
          </div>
        ))}
        {entries.length === 0 && <p className="search-none">{t('palette.none', { query })}</p>}
      </div>
    </Dialog>
  );
}
