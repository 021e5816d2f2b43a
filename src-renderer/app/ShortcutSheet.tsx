import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../commands/context.ts';
import { scoreText } from '../commands/score.ts';
import { useSettings } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { GROUPS, groupOf } from './command-groups.ts';
import { FixedKeys } from './FixedKeys.tsx';
import { ShortcutRow } from './ShortcutRow.tsx';
import { useShortcutFiles } from './use-shortcut-files.ts';
import './shortcuts.css';

/** All shortcuts by group: searched, changed, taken along to another computer. */
export function ShortcutSheet() {
  const { t } = useTranslation('app');
  const { dialogs, settings } = useStudio();
  const commands = useCommands();
  const files = useShortcutFiles(commands.original);
  const singleKeys = useSettings((state) => state.singleKeys);
  const chosen = useSettings((state) => state.shortcuts);
  const [query, setQuery] = useState('');
  // Without a search, commands that have no shortcut are left out: most of the examples and lessons have none.
  const shown = commands.list.filter((command) =>
    query === ''
      ? (command.keys?.length ?? 0) > 0 || Object.hasOwn(chosen, command.id)
      : scoreText(query, commands.label(command), command.keywords) !== null,
  );
  return (
    <Dialog
      wide
      title={t('shortcuts.title')}
      onClose={() => dialogs.close()}
      actions={
        <>
          <Button look="line" onClick={files.exportAll}>
            {t('shortcuts.export')}
          </Button>
          <Button look="line" onClick={files.importAll}>
            {t('shortcuts.import')}
          </Button>
          <Button
            look="line"
            disabled={Object.keys(chosen).length === 0}
            onClick={() => settings.set({ shortcuts: {} })}
          >
            {t('shortcuts.resetAll')}
          </Button>
          <span className="grow" />
          <Button look="fill" onClick={() => dialogs.close()}>
            {t('shortcuts.close')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t('shortcuts.single')}</p>
      <label className="shortcuts-check">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => settings.set({ singleKeys: event.currentTarget.checked })}
        />
        {t('shortcuts.singleKeys')}
      </label>
      <label className="field shortcuts-field">
        <Search className="icon" aria-hidden />
        <input
          type="search"
          aria-label={t('shortcuts.field')}
          placeholder={t('shortcuts.field')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      {files.said !== null && (
        <p className="dialog-text" role="status">
          {files.said}
        </p>
      )}
      {shown.length === 0 && <p className="dialog-text">{t('shortcuts.none', { query })}</p>}
      <div className="shortcuts">
        {GROUPS.map((group) => {
          const members = shown.filter((command) => groupOf(command) === group);
          if (members.length === 0) return null;
          return (
            <div key={group} className="shortcuts-part">
              <h3 className="shortcuts-group">{t(`group.${group}`)}</h3>
              <ul>
                {members.map((command) => (
                  <ShortcutRow key={command.id} command={command} />
                ))}
              </ul>
            </div>
          );
        })}
        {query === '' && <FixedKeys />}
      </div>
    </Dialog>
  );
}
