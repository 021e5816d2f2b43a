import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseShortcuts, shortcutsText } from '../commands/bindings.ts';
import type { Command } from '../commands/command.ts';
import { useStudio } from '../stores/studio.ts';

const FILE_NAME = 'shortcuts.chainrule.json';

interface ShortcutFiles {
  /** What came of the last export or import. */
  readonly said: string | null;
  readonly exportAll: () => void;
  readonly importAll: () => void;
}

/** Shortcuts as a file, out and in. */
export function useShortcutFiles(list: readonly Command[]): ShortcutFiles {
  const { t } = useTranslation('app');
  const { platform, settings } = useStudio();
  const [said, setSaid] = useState<string | null>(null);
  const tell = (work: () => Promise<string | null>) => {
    work().then(setSaid, (error: unknown) => setSaid(error instanceof Error ? error.message : `${error}`));
  };
  return {
    said,
    exportAll: () =>
      tell(async () => {
        const file = await platform.files.exportText(FILE_NAME, shortcutsText(settings.getState().shortcuts));
        return file && t('shortcuts.exported', { name: file.name });
      }),
    importAll: () =>
      tell(async () => {
        const file = await platform.files.importText();
        if (!file) return null;
        const shortcuts = parseShortcuts(file.text, list);
        if (!shortcuts) return t('shortcuts.notShortcuts', { name: file.name });
        settings.set({ shortcuts });
        return t('shortcuts.imported');
      }),
  };
}
