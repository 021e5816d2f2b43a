import type { App, BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { Journal } from '../recovery/journal.ts';
import { createDocumentWindow, type DocumentWindow } from './document-window.ts';

/** All windows, and what closing or quitting means for them together. */
export interface DocumentWindows {
  open(journal: Journal): DocumentWindow;
  count(): number;
  bySender(webContentsId: number): DocumentWindow | null;
  /** The window in front; with none in front, any. */
  current(): DocumentWindow | null;
  /** The window that shows the document of this file. */
  holding(path: string): DocumentWindow | null;
}

export interface DocumentWindowsOptions {
  readonly app: Pick<App, 'on' | 'quit'>;
  readonly createBrowserWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly windowOptions: (openWindows: number) => BrowserWindowConstructorOptions;
  readonly startPage: string;
  readonly onOpened: (window: DocumentWindow) => void;
}

export function createDocumentWindows(options: DocumentWindowsOptions): DocumentWindows {
  const { app, createBrowserWindow, windowOptions, startPage, onOpened } = options;
  const windows = new Map<number, DocumentWindow>();
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });

  return {
    open(journal) {
      const browserWindow = createBrowserWindow(windowOptions(windows.size));
      const id = browserWindow.webContents.id;
      const window = createDocumentWindow({
        browserWindow,
        journal,
        onCloseRefused: () => {
          quitting = false;
        },
      });
      windows.set(id, window);
      browserWindow.once('ready-to-show', () => browserWindow.show());
      browserWindow.on('closed', () => {
        windows.delete(id);
        if (quitting) app.quit(); // each window is asked in turn; this one agreed
      });
      onOpened(window);
      browserWindow.loadURL(startPage).catch(() => undefined); // a window closed while it loads is no error
      return window;
    },
    count: () => windows.size,
    bySender: (webContentsId) => windows.get(webContentsId) ?? null,
    current() {
      const all = [...windows.values()];
      return all.find((window) => window.browserWindow.isFocused()) ?? all.at(-1) ?? null;
    },
    holding: (path) => [...windows.values()].find((window) => window.currentPath() === path) ?? null,
  };
}
