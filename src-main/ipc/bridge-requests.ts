import type { DocumentFiles } from '../files/document-files.ts';
import type { DocumentWindow } from '../windows/document-window.ts';
import { REQUESTS } from './channels.ts';
import type { RequestRegistry } from './requests.ts';
import { boolean, documentState, documentText, fileHandle, shortText } from './validators.ts';

/** What each request of the window does, one line a request. */
export function answerBridgeRequests(requests: RequestRegistry<DocumentWindow>, files: DocumentFiles) {
  requests.on(REQUESTS.openDialog, [], (window) => files.openDialog(window));
  requests.on(REQUESTS.openRecent, [fileHandle], (window, handle) => files.openRecent(window, handle));
  requests.on(REQUESTS.recentFiles, [], (window) => files.recent(window));
  requests.on(REQUESTS.clearRecentFiles, [], () => files.clearRecent());
  requests.on(REQUESTS.save, [fileHandle, documentText], (window, handle, text) => files.save(window, handle, text));
  requests.on(REQUESTS.saveDialog, [shortText, documentText], (window, name, text) =>
    files.saveDialog(window, name, text),
  );
  requests.on(REQUESTS.writeJournal, [documentText], (window, text) => window.writeJournal(text));
  requests.on(REQUESTS.readJournal, [], (window) => window.readJournal());
  requests.on(REQUESTS.clearJournal, [], (window) => window.clearJournal());
  requests.on(REQUESTS.setDocumentState, [documentState], (window, state) => window.setDocumentState(state));
  requests.on(REQUESTS.answerClose, [boolean], (window, mayClose) => window.answerClose(mayClose));
}
