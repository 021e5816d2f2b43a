import { parseDocument } from '#engine';
import type {
  Clock,
  DocumentSummary,
  FileReference,
  JournalEntry,
  OpenedFile,
  Platform,
  RecentFile,
} from './platform.ts';

/** A world made of maps, for tests: files by name, time that moves when told. */
export interface MemoryPlatform extends Platform {
  readonly clock: ManualClock;
  /** What is written to each file, by handle. */
  readonly disk: Map<string, string>;
  /** Answers of the next dialogs: a handle, or `null` for cancel. */
  readonly answers: (string | null)[];
  readonly state: {
    document: DocumentSummary | null;
    journal: JournalEntry | null;
    aside: JournalEntry | null;
    clipboard: string;
  };
  /** What would happen from outside. */
  readonly happen: {
    open(file: OpenedFile): void;
    command(id: string): void;
    close(): Promise<boolean>;
    hide(): void;
    failNextWrite(message: string): void;
  };
}

/** Time stands until `advance` moves it. A frame is 16 ms. */
export interface ManualClock extends Clock {
  advance(durationMs: number): void;
}

export function createManualClock(): ManualClock {
  interface Timer {
    readonly id: number;
    readonly atMs: number;
    readonly callback: () => void;
  }
  let nowMs = 0;
  let ids = 0;
  let timers: Timer[] = [];
  const add = (callback: () => void, atMs: number) => {
    ids++;
    timers.push({ id: ids, atMs, callback });
    return ids;
  };
  const remove = (id: number) => {
    timers = timers.filter((timer) => timer.id !== id);
  };
  return {
    now: () => nowMs,
    setTimeout: (callback, delayMs) => add(callback, nowMs + delayMs),
    clearTimeout: remove,
    requestFrame: (callback) => add(callback, nowMs + 16),
    cancelFrame: remove,
    advance(durationMs) {
      const endMs = nowMs + durationMs;
      for (;;) {
        const next = timers.toSorted((a, b) => a.atMs - b.atMs || a.id - b.id)[0];
        if (!next || next.atMs > endMs) break;
        nowMs = next.atMs;
        remove(next.id);
        next.callback();
      }
      nowMs = endMs;
    },
  };
}

function listeners<T extends (...args: never[]) => unknown>() {
  const set = new Set<T>();
  return {
    all: set,
    add(listener: T) {
      set.add(listener);
      return () => {
        set.delete(listener);
      };
    },
  };
}

export function createMemoryPlatform(): MemoryPlatform {
  const disk = new Map<string, string>();
  const answers: (string | null)[] = [];
  const state: MemoryPlatform['state'] = { document: null, journal: null, aside: null, clipboard: '' };
  const settings = new Map<string, string>();
  let recent: readonly RecentFile[] = [];
  let writeFailure: string | null = null;
  const open = listeners<(file: Promise<OpenedFile>) => void>();
  const commands = listeners<(id: string) => void>();
  const closing = listeners<() => Promise<boolean>>();
  const hiding = listeners<() => void>();

  const remember = (file: FileReference) => {
    if (file.handle !== null)
      recent = [{ ...file, folder: '' }, ...recent.filter(({ handle }) => handle !== file.handle)];
  };
  const read = async (handle: string): Promise<OpenedFile> => {
    const text = disk.get(handle);
    if (text === undefined) throw new Error(`There is no file "${handle}".`);
    const file = { name: handle, handle, text };
    remember(file);
    return file;
  };
  const write = async (handle: string, text: string): Promise<FileReference> => {
    if (writeFailure !== null) {
      const message = writeFailure;
      writeFailure = null;
      throw new Error(message);
    }
    disk.set(handle, text);
    const file = { name: handle, handle };
    remember(file);
    return file;
  };
  return {
    kind: 'memory',
    clock: createManualClock(),
    parseDocument: async (text) => parseDocument(text),
    disk,
    answers,
    state,
    files: {
      async open() {
        const answer = answers.shift() ?? null;
        return answer === null ? null : read(answer);
      },
      openRecent: async (file) => read(file.handle ?? file.name),
      recent: async () => recent,
      async clearRecent() {
        recent = [];
      },
      save: async (file, text) => write(file.handle ?? file.name, text),
      async saveAs(suggestedName, text) {
        const answer = answers.length > 0 ? answers.shift()! : suggestedName;
        return answer === null ? null : write(answer, text);
      },
      async importText() {
        const answer = answers.shift() ?? null;
        return answer === null ? null : { name: answer, text: disk.get(answer) ?? '' };
      },
      async exportText(suggestedName, text) {
        const answer = answers.length > 0 ? answers.shift()! : suggestedName;
        if (answer !== null) disk.set(answer, text);
        return answer === null ? null : { name: answer };
      },
      onOpen: open.add,
    },
    journal: {
      async write(entry) {
        state.journal = entry;
      },
      read: async () => state.journal,
      async clear() {
        state.journal = null;
      },
      async setAside(entry) {
        state.aside = entry;
      },
      aside: async () => state.aside,
      async clearAside() {
        state.aside = null;
      },
    },
    clipboard: {
      async writeText(text) {
        state.clipboard = text;
      },
      readText: async () => state.clipboard,
    },
    storage: {
      get: (key) => settings.get(key) ?? null,
      set: (key, value) => {
        settings.set(key, value);
      },
    },
    scheme: { isDark: () => false, onChange: () => () => undefined },
    setDocumentState(summary) {
      state.document = summary;
    },
    onCloseRequested: closing.add,
    onCommand: commands.add,
    onHide: hiding.add,
    happen: {
      open: (file) => {
        for (const listener of open.all) listener(Promise.resolve(file));
      },
      command: (id) => {
        for (const listener of commands.all) listener(id);
      },
      async close() {
        for (const listener of closing.all) if (!(await listener())) return false;
        return true;
      },
      hide: () => {
        for (const listener of hiding.all) listener();
      },
      failNextWrite(message) {
        writeFailure = message;
      },
    },
  };
}
