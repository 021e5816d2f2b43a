import type { ParsedDocument } from '#engine';

/**
 * Everything the window asks of the world around it. `desktop.ts` answers through the preload bridge, `browser.ts` with web
 * APIs, `memory.ts` in tests. Nothing else in the window asks where it runs.
 */
export interface Platform {
  readonly kind: 'desktop' | 'browser' | 'memory';
  readonly files: Files;
  readonly journal: Journal;
  readonly clipboard: Clipboard;
  readonly storage: KeyValueStorage;
  readonly clock: Clock;
  /** Reads the text of a document; a long one in another thread, so that the window goes on. */
  parseDocument(text: string): Promise<ParsedDocument>;
  /** The window's title, and the mark of unsaved changes where the system has one. */
  setDocumentState(state: DocumentSummary): void;
  /** Called when the user closes the window; resolve to true to let it close. */
  onCloseRequested(listener: () => Promise<boolean>): () => void;
  /** A native menu item or system event asks for a command by id. */
  onCommand(listener: (command: string) => void): () => void;
  /** The page may end without another word (hidden, reloaded, closed): the last moment to write the journal. */
  onHide(listener: () => void): () => void;
  /** Whether the system is dark, and when that changes. */
  readonly scheme: ColourScheme;
}

export interface ColourScheme {
  isDark(): boolean;
  onChange(listener: () => void): () => void;
}

export interface DocumentSummary {
  readonly title: string;
  readonly edited: boolean;
  readonly file: FileReference | null;
}

/** A file the user chose; the platform knows its place, the window only its name. */
export interface FileReference {
  readonly name: string;
  /** Opaque; `null` when it cannot be written to again (a download). */
  readonly handle: string | null;
}

export interface OpenedFile extends FileReference {
  readonly text: string;
}

export interface RecentFile extends FileReference {
  /** Folder as people read it; empty where the platform does not know it. */
  readonly folder: string;
}

export interface Files {
  /** Shows the open dialog; `null` when cancelled. */
  open(): Promise<OpenedFile | null>;
  /** `null` when the user refused access, or another window has the file and came to the front. */
  openRecent(file: RecentFile): Promise<OpenedFile | null>;
  recent(): Promise<readonly RecentFile[]>;
  clearRecent(): Promise<void>;
  /** Writes to a file opened or saved before; `null` when the user chose to keep what is there. */
  save(file: FileReference, text: string): Promise<FileReference | null>;
  /** Shows the save dialog (or downloads); `null` when cancelled. */
  saveAs(suggestedName: string, text: string): Promise<FileReference | null>;
  /** Asks for a file that is no document (settings); it becomes no recent file. `null` when cancelled. */
  importText(): Promise<{ readonly name: string; readonly text: string } | null>;
  /** The same for writing: settings, or a copy that the window does not go on with. */
  exportText(suggestedName: string, text: string): Promise<{ readonly name: string } | null>;
  /** A file dropped on the window or handed over by the system; the promise rejects when it cannot be read. */
  onOpen(listener: (file: Promise<OpenedFile>) => void): () => void;
}

/** The document of this window, so that a reload or a crash loses nothing. */
export interface Journal {
  /** What of it must happen before the page is gone happens before the call returns. Rejects when there is no room. */
  write(entry: JournalEntry): Promise<void>;
  read(): Promise<JournalEntry | null>;
  clear(): Promise<void>;
  /** Keeps what cannot be opened under a key of its own, where no later write reaches it. */
  setAside(entry: JournalEntry): Promise<void>;
  /** What was set aside and not yet let go. */
  aside(): Promise<JournalEntry | null>;
  clearAside(): Promise<void>;
}

export interface JournalEntry {
  /** Canonical document text. */
  readonly text: string;
  readonly file: FileReference | null;
  /** Whether it holds changes that the file does not. */
  readonly edited: boolean;
}

export interface Clipboard {
  writeText(text: string): Promise<void>;
  readText(): Promise<string>;
}

/** Small settings, synchronous: theme, panel sizes. */
export interface KeyValueStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

/** Time, so that tests can hold it. Milliseconds. */
export interface Clock {
  now(): number;
  setTimeout(callback: () => void, delayMs: number): number;
  clearTimeout(timer: number): void;
  requestFrame(callback: () => void): number;
  cancelFrame(frame: number): void;
}
