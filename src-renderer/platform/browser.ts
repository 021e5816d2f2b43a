import { browserClock, browserScheme, onPageHide } from './browser-clock.ts';
import { createBrowserFiles } from './browser-files.ts';
import { createBrowserJournal } from './browser-journal.ts';
import { browserClipboard, browserStorage } from './browser-storage.ts';
import { createDocumentParser } from './document-parser.ts';
import type { Platform } from './platform.ts';

/** The web edition: what a page may do, in any browser; more where the File System Access API is there. */
export function createBrowserPlatform(): Platform {
  let edited = false;
  window.addEventListener('beforeunload', (event) => {
    if (edited) event.preventDefault(); // the browser asks in its own words
  });
  return {
    kind: 'browser',
    clock: browserClock,
    parseDocument: createDocumentParser(),
    clipboard: browserClipboard,
    storage: browserStorage(),
    scheme: browserScheme(),
    files: createBrowserFiles(),
    journal: createBrowserJournal(),
    setDocumentState(state) {
      edited = state.edited;
      document.title = `${state.edited ? '• ' : ''}${state.title} – Chainrule`;
    },
    onCloseRequested: () => () => undefined, // a page cannot hold itself open; the journal keeps its document
    onCommand: () => () => undefined,
    onHide: onPageHide,
  };
}
