import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../commands/context.ts';
import { scoreText } from '../commands/score.ts';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Shortcut } from '../ui/Shortcut.tsx';
import { GROUPS, groupOf } from './command-groups.ts';

/** All shortcuts by group, searchable. */
export function ShortcutSheet() {
  const { t } = useTranslation('app');
  const { dialogs } = useStudio();
  const commands = useCommands();
  const [query, setQuery] = useState('');
  const shown = commands.list.filter(
    (command) => command.keys && (query === '' || scoreText(query, commands.label(command), command.keywords) !== null),
  );
  return (
    <Dialog
      wide
      title={t('shortcuts.title')}
      onClose={() => dialogs.close()}
      actions={
        <Button look="fill" onClick={() => dialogs.close()}>
          {t('shortcuts.close')}
        </Button>
      }
    >
      <p className="dialog-text">{t('shortcuts.single')}</p>
      <label className="field sheet-field">
        <Search className="icon" aria-hidden />
        <input
          type="search"
          aria-label={t('shortcuts.field')}
          placeholder={t('shortcuts.field')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      {shown.length === 0 && <p className="dialog-text">{t('shortcuts.none', { query })}</p>}
      <div className="sheet">
        {GROUPS.map((group) => {
          const members = shown.filter((command) => groupOf(command) === group);
          if (members.length === 0) return null;
          return (
            <section key={group} aria-label={t(`group.${group}`)}>
              <h3 className="sheet-group">{t(`group.${group}`)}</h3>
              <ul>
                {members.map((command) => (
                  <li key={command.id} className="sheet-row">
                    <span>{commands.label(command)}</span>
                    <span className="sheet-keys">
                      {command.keys?.map((keys) => (
                        <Shortcut key={keys} keys={keys} />
                      ))}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
