import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { nodeSaveEnvironment, type SaveEnvironment, saveAtomic } from '../files/atomic-save.ts';
import { type ContentStamp, MAXIMUM_DOCUMENT_BYTES } from '../files/document-file.ts';

export interface JournalEntry {
  readonly text: string;
  /** The file the document belongs to, and what was last seen of it on disk; `null` when it was never saved. */
  readonly file: { readonly path: string; readonly stamp: ContentStamp } | null;
}

/** The unsaved document of one window, one file in the program's own folder. */
export interface Journal {
  /** Resolves once this text, or a newer one, is on disk. */
  write(entry: JournalEntry): Promise<void>;
  read(): Promise<JournalEntry | null>;
  clear(): Promise<void>;
}

export interface Journals {
  create(): Journal;
  /** What earlier runs left behind, the newest first. Damaged journals are left alone and not listed. */
  leftBehind(): Promise<readonly Journal[]>;
}

const NAME = /^[0-9a-f-]{36}\.journal$/;

export async function openJournals(
  folder: string,
  environment: SaveEnvironment = nodeSaveEnvironment,
): Promise<Journals> {
  await mkdir(folder, { recursive: true });
  const own = new Set<string>();
  const open = (name: string): Journal => {
    own.add(name);
    return createJournal(join(folder, name), environment);
  };
  return {
    create: () => open(`${randomUUID()}.journal`),
    async leftBehind() {
      const found: { name: string; modifiedMs: number }[] = [];
      for (const name of await readdir(folder)) {
        if (!NAME.test(name) || own.has(name)) continue;
        const path = join(folder, name);
        const info = await stat(path).catch(() => null);
        if (info?.isFile() && (await readEntry(path)) !== null) found.push({ name, modifiedMs: info.mtimeMs });
      }
      found.sort((a, b) => b.modifiedMs - a.modifiedMs);
      return found.map(({ name }) => open(name));
    },
  };
}

function createJournal(path: string, environment: SaveEnvironment): Journal {
  let pending: JournalEntry | 'clear' | null = null;
  let running: Promise<void> | null = null;

  const apply = async () => {
    try {
      while (pending !== null) {
        const next: JournalEntry | 'clear' = pending;
        pending = null;
        if (next === 'clear') await rm(path, { force: true });
        else await saveAtomic(path, JSON.stringify({ version: 1, ...next }), environment);
      }
    } finally {
      running = null;
    }
  };
  // One write at a time; whatever came meanwhile is replaced by the newest.
  const request = async (next: JournalEntry | 'clear') => {
    pending = next;
    running ??= apply();
    await running;
  };
  return {
    write: request,
    clear: () => request('clear'),
    async read() {
      await running?.catch(() => undefined);
      return await readEntry(path);
    },
  };
}

async function readEntry(path: string): Promise<JournalEntry | null> {
  try {
    const info = await stat(path);
    if (info.size > 2 * MAXIMUM_DOCUMENT_BYTES) return null;
    return parseJournalEntry(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

export function parseJournalEntry(value: unknown): JournalEntry | null {
  if (typeof value !== 'object' || value === null) return null;
  const { version, text, file } = value as Record<string, unknown>;
  if (version !== 1 || typeof text !== 'string') return null;
  if (typeof file !== 'object' || file === null) return { text, file: null };
  const { path, stamp } = file as Record<string, unknown>;
  const known = typeof path === 'string' && isAbsolute(path) && typeof stamp === 'string';
  return { text, file: known ? { path, stamp } : null };
}
