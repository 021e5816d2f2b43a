import type { BrowserWindow } from 'electron';
import { createFileHandles, type FileHandles } from '../files/file-handles.ts';
import { MESSAGES } from '../ipc/channels.ts';
import type { DocumentState, OpenedFile, RecoveredDocument } from '../preload/contract.ts';
import type { Journal } from '../recovery/journal.ts';

/** One window and the one document in it, as main knows it. */
export interface DocumentWindow {
  readonly browserWindow: BrowserWindow;
  readonly files: FileHandles;
  /** The file the shown document is kept in. */
  currentPath(): string | null;
  /** Nothing would be lost by showing another document here. */
  isUntouched(): boolean;
  focus(): void;
  sendCommand(command: string): void;
  /** Delivered once the page listens. */
  offerFile(file: OpenedFile): void;
  setDocumentState(state: DocumentState): void;
  writeJournal(text: string): Promise<void>;
  readJournal(): Promise<RecoveredDocument | null>;
  clearJournal(): Promise<void>;
  answerClose(mayClose: boolean): Promise<void>;
  /** Closes without a question. What the journal holds stays for the next start. */
  abandon(): void;
}

export interface DocumentWindowOptions {
  readonly browserWindow: BrowserWindow;
  readonly journal: Journal;
  /** The user decided to keep a window open that was asked to close: whatever was closing windows stops. */
  readonly onCloseRefused: () => void;
}

export function createDocumentWindow({
  browserWindow,
  journal,
  onCloseRefused,
}: DocumentWindowOptions): DocumentWindow {
  const files = createFileHandles();
  const contents = browserWindow.webContents;
  let state: DocumentState | null = null; // null: the page has not said anything yet
  let mayClose = false;
  let pageReady = false;
  const waiting: OpenedFile[] = [];

  const send = (channel: string, ...args: readonly unknown[]) => {
    if (!browserWindow.isDestroyed()) contents.send(channel, ...args);
  };
  const currentFile = () => (state?.handle ? files.resolve(state.handle) : null);

  const finishClose = async () => {
    mayClose = true;
    await journal.clear().catch(() => undefined);
    if (!browserWindow.isDestroyed()) browserWindow.destroy();
  };

  contents.on('did-navigate', () => {
    pageReady = false;
    state = null;
  });
  contents.on('did-finish-load', () => {
    pageReady = true;
    for (const file of waiting.splice(0)) send(MESSAGES.openFile, file);
  });
  browserWindow.on('page-title-updated', (event) => event.preventDefault());
  browserWindow.on('close', (event) => {
    if (mayClose || state === null) return; // a page that has not spoken has nothing to lose but an unread journal
    event.preventDefault();
    if (state.edited) send(MESSAGES.closeRequested);
    else void finishClose();
  });

  return {
    browserWindow,
    files,
    currentPath: () => currentFile()?.path ?? null,
    isUntouched: () => state !== null && !state.edited && state.handle === null,
    focus() {
      if (browserWindow.isMinimized()) browserWindow.restore();
      browserWindow.show();
      browserWindow.focus();
    },
    sendCommand: (command) => send(MESSAGES.menuCommand, command),
    offerFile(file) {
      if (pageReady) send(MESSAGES.openFile, file);
      else waiting.push(file);
    },
    setDocumentState(next) {
      const path = next.handle === null ? '' : files.resolve(next.handle).path;
      state = next;
      browserWindow.setTitle(titleOf(next));
      browserWindow.setDocumentEdited(next.edited);
      browserWindow.setRepresentedFilename(path);
    },
    async writeJournal(text) {
      const file = currentFile();
      await journal.write({ text, file: file?.stamp ? { path: file.path, stamp: file.stamp } : null });
    },
    async readJournal() {
      const entry = await journal.read();
      return entry && { text: entry.text, file: entry.file && files.issue(entry.file.path, entry.file.stamp) };
    },
    clearJournal: () => journal.clear(),
    async answerClose(answer) {
      if (answer) await finishClose();
      else onCloseRefused();
    },
    abandon() {
      mayClose = true;
      browserWindow.destroy();
    },
  };
}

function titleOf({ title, edited }: DocumentState): string {
  const name = title.replace(/\s+/g, ' ').trim() || 'Untitled';
  return `${edited ? '• ' : ''}${name} – Chainrule`;
}
