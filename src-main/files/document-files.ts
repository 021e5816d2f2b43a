import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { App, Dialog, MessageBoxOptions } from 'electron';
import type { FileHandle, OpenedFile, RecentFile, SavedFile } from '../preload/contract.ts';
import type { DocumentWindow } from '../windows/document-window.ts';
import {
  changedOnDisk,
  readDocumentFile,
  suggestFileName,
  type WrittenFile,
  withDocumentSuffix,
  writeDocumentFile,
} from './document-file.ts';
import { UserError } from './file-error.ts';
import { type RecentFiles, readableFolder } from './recent-files.ts';

const FILTERS = [
  { name: 'Chainrule document', extensions: ['chainrule.json', 'json'] },
  { name: 'All files', extensions: ['*'] },
];

/** Opening and saving on behalf of a window. One file is open in one window at most; saves of one file never overlap. */
export interface DocumentFiles {
  openDialog(window: DocumentWindow): Promise<OpenedFile | null>;
  openRecent(window: DocumentWindow, handle: FileHandle): Promise<OpenedFile | null>;
  openPath(window: DocumentWindow, path: string): Promise<OpenedFile | null>;
  save(window: DocumentWindow, handle: FileHandle, text: string): Promise<SavedFile | null>;
  saveDialog(window: DocumentWindow, suggestedName: string, text: string): Promise<SavedFile | null>;
  recent(window: DocumentWindow): Promise<readonly RecentFile[]>;
  clearRecent(): Promise<void>;
}

export interface DocumentFilesOptions {
  readonly app: Pick<App, 'addRecentDocument' | 'clearRecentDocuments' | 'getPath'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>;
  readonly recentFiles: RecentFiles;
  readonly holding: (path: string) => DocumentWindow | null;
}

export function createDocumentFiles({ app, dialog, recentFiles, holding }: DocumentFilesOptions): DocumentFiles {
  const saving = new Map<string, Promise<unknown>>();

  /** Runs after every earlier task for the same path, whether that succeeded or not. */
  const inTurn = async <T>(path: string, task: () => Promise<T>): Promise<T> => {
    const turn = (saving.get(path) ?? Promise.resolve()).catch(() => undefined).then(task);
    saving.set(path, turn);
    try {
      return await turn;
    } finally {
      if (saving.get(path) === turn) saving.delete(path);
    }
  };
  const remember = async (path: string) => {
    app.addRecentDocument(path);
    await recentFiles.add(path);
  };
  const startFolder = (window: DocumentWindow) => {
    const known = window.currentPath() ?? recentFiles.list()[0];
    return known === undefined ? app.getPath('documents') : dirname(known);
  };
  const confirm = async (
    window: DocumentWindow,
    question: Pick<MessageBoxOptions, 'message' | 'detail'>,
    yes: string,
  ) => {
    const { response } = await dialog.showMessageBox(window.browserWindow, {
      ...question,
      type: 'warning',
      buttons: [yes, 'Cancel'],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  };
  const keep = async (window: DocumentWindow, { path, stamp }: WrittenFile): Promise<SavedFile> => {
    await remember(path);
    return window.files.issue(path, stamp);
  };

  const openPath = async (window: DocumentWindow, path: string): Promise<OpenedFile | null> => {
    const file = await readDocumentFile(path);
    const other = holding(file.path);
    if (other && other !== window) {
      other.focus();
      return null;
    }
    await remember(file.path);
    return { ...window.files.issue(file.path, file.stamp), text: file.text };
  };

  return {
    openPath,
    async openDialog(window) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window.browserWindow, {
        defaultPath: startFolder(window),
        filters: FILTERS,
        properties: ['openFile'],
      });
      const path = filePaths[0];
      return canceled || path === undefined ? null : await openPath(window, path);
    },
    async openRecent(window, handle) {
      const { path } = window.files.resolve(handle);
      try {
        return await openPath(window, path);
      } catch (error) {
        if (!(await isFile(path))) await recentFiles.remove(path);
        throw error;
      }
    },
    async save(window, handle, text) {
      const { path } = window.files.resolve(handle);
      return await inTurn(path, async () => {
        const { stamp } = window.files.resolve(handle); // the save before this one may have changed it
        if (stamp === null) throw new UserError(`“${basename(path)}” was not opened in this window yet.`);
        if (await changedOnDisk(path, stamp)) {
          const question = {
            message: `“${basename(path)}” was changed by another program since you opened it.`,
            detail: 'Replacing it discards those changes. Cancel, then use Save As to keep both.',
          };
          if (!(await confirm(window, question, 'Replace'))) return null;
        }
        return await keep(window, await writeDocumentFile(path, text));
      });
    },
    async saveDialog(window, suggestedName, text) {
      const { canceled, filePath } = await dialog.showSaveDialog(window.browserWindow, {
        defaultPath: join(startFolder(window), suggestFileName(suggestedName)),
        filters: FILTERS,
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      if (canceled || filePath === '') return null;
      const path = withDocumentSuffix(filePath);
      const other = holding(path);
      if (other && other !== window)
        throw new UserError(`“${basename(path)}” is open in another window. Close it there, or choose another name.`);
      // The dialog asked about the name as typed, not about the one with our suffix.
      if (path !== filePath && (await exists(path))) {
        const question = { message: `“${basename(path)}” already exists. Replace it?`, detail: '' };
        if (!(await confirm(window, question, 'Replace'))) return null;
      }
      return await inTurn(path, async () => keep(window, await writeDocumentFile(path, text)));
    },
    async recent(window) {
      const paths = recentFiles.list();
      const present = await Promise.all(paths.map(isFile));
      return paths
        .filter((_path, index) => present[index])
        .map((path) => ({ ...window.files.issue(path, null), folder: readableFolder(path) }));
    },
    async clearRecent() {
      app.clearRecentDocuments();
      await recentFiles.clear();
    },
  };
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

const isFile = (path: string) =>
  stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
