import type { DesktopBridge } from '../../src-main/preload/contract.ts';
import { createAside } from './aside.ts';
import { browserClock, browserScheme, onPageHide } from './browser-clock.ts';
import { browserClipboard, browserStorage } from './browser-storage.ts';
import { createDocumentParser } from './document-parser.ts';
import { onFileDrop } from './file-drop.ts';
import { download, upload } from './loose-files.ts';
import type { Platform } from './platform.ts';

/** The desktop window: files, journal and menus are the main process's, through the bridge the preload script exposes. */
export function createDesktopPlatform(bridge: DesktopBridge): Platform {
  const needHandle = (handle: string | null): string => {
    if (handle === null) throw new Error('This file has no place to be written to.');
    return handle;
  };
  return {
    kind: 'desktop',
    clock: browserClock,
    parseDocument: createDocumentParser(),
    clipboard: browserClipboard,
    storage: browserStorage(),
    scheme: browserScheme(),
    files: {
      open: () => bridge.openDialog(),
      openRecent: (file) => bridge.openRecent(needHandle(file.handle)),
      recent: () => bridge.recentFiles(),
      clearRecent: () => bridge.clearRecentFiles(),
      save: (file, text) => bridge.save(needHandle(file.handle), text),
      saveAs: (suggestedName, text) => bridge.saveDialog(suggestedName, text),
      importText: upload,
      exportText: async (suggestedName, text) => download(suggestedName, text),
      onOpen(listener) {
        const ends = [bridge.onOpenFile((file) => listener(Promise.resolve(file))), onFileDrop(listener)];
        return () => {
          for (const end of ends) end();
        };
      },
    },
    journal: {
      write: ({ text, edited }) => (edited ? bridge.writeJournal(text) : bridge.clearJournal()),
      async read() {
        const recovered = await bridge.readJournal();
        return recovered && { ...recovered, edited: true };
      },
      clear: () => bridge.clearJournal(),
      ...createAside(),
    },
    setDocumentState: ({ title, edited, file }) =>
      bridge.setDocumentState({ title, edited, handle: file?.handle ?? null }),
    onCloseRequested: (listener) =>
      bridge.onCloseRequested(() => {
        listener().then(bridge.answerClose, () => bridge.answerClose(false));
      }),
    onCommand: (listener) => bridge.onMenuCommand(listener),
    onHide: onPageHide,
  };
}
