/**
 * What the desktop window may ask of the main process: the only types that main and renderer share.
 * The preload script exposes exactly this object as `window.chainruleDesktop`; it is absent in the web edition.
 *
 * A promise that rejects carries an `Error` whose message is a sentence for the user, with no path of the program in it.
 * Listeners get what arrived before they were registered, once; each registration returns its removal.
 */
export interface DesktopBridge {
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly version: string;

  /**
   * Shows the system's open dialog. `null` when the user cancels, and when another window already has that file:
   * that window then comes to the front.
   */
  openDialog(): Promise<OpenedFile | null>;
  /** Opens a file of the recent list by its handle. `null` when another window has it and came to the front. */
  openRecent(handle: FileHandle): Promise<OpenedFile | null>;
  recentFiles(): Promise<readonly RecentFile[]>;
  clearRecentFiles(): Promise<void>;
  /**
   * Writes atomically to a file opened or saved before; the window never sends a path to write to.
   * `null` when the file had changed on disk since and the user, asked by main, chose to keep what is there.
   */
  save(handle: FileHandle, text: string): Promise<SavedFile | null>;
  /** Shows the system's save dialog with a suggested file name. `null` when the user cancels. */
  saveDialog(suggestedName: string, text: string): Promise<SavedFile | null>;

  /** The journal: the unsaved document of this window, kept outside the user's folders. The newest write wins. */
  writeJournal(text: string): Promise<void>;
  /** What a crash left behind: of this window before its page was reloaded, or of an earlier run of the program. */
  readJournal(): Promise<RecoveredDocument | null>;
  clearJournal(): Promise<void>;

  /** Tells main what the title bar, the close question and the one-window-per-file rule need to know. */
  setDocumentState(state: DocumentState): void;
  /** Main asks to close a window whose document is edited; the window answers with `answerClose`, however long it takes. */
  onCloseRequested(listener: () => void): () => void;
  /** `true`: nothing would be lost (saved, or given up), close and forget the journal. `false`: stay open. */
  answerClose(mayClose: boolean): void;
  /** A file the system asked to open (file manager, command line, Open Recent in the menu). Sent only to a window whose document is unedited and has no file. */
  onOpenFile(listener: (file: OpenedFile) => void): () => void;
  /** A native menu item was chosen; `command` is a command id of the window. */
  onMenuCommand(listener: (command: string) => void): () => void;
}

/** Names a file to main without giving the window its path. Valid in the window it was issued to, until that window closes. */
export type FileHandle = string;

export interface OpenedFile {
  readonly handle: FileHandle;
  readonly name: string;
  readonly text: string;
}

export interface SavedFile {
  readonly handle: FileHandle;
  readonly name: string;
}

export interface RecentFile {
  readonly handle: FileHandle;
  readonly name: string;
  /** Folder as people read it, for telling two files of one name apart. */
  readonly folder: string;
}

export interface RecoveredDocument {
  readonly text: string;
  /** The file the document belonged to; `null` when it was never saved. */
  readonly file: SavedFile | null;
}

export interface DocumentState {
  readonly title: string;
  readonly edited: boolean;
  /** The file the document is kept in; `null` while it was never saved. */
  readonly handle: FileHandle | null;
}

declare global {
  interface Window {
    readonly chainruleDesktop?: DesktopBridge;
  }
}
