import { createAside } from './aside.ts';
import { openDatabase } from './database.ts';
import type { Journal, JournalEntry } from './platform.ts';
import { readFile } from './read-file-reference.ts';

const PREFIX = 'chainrule.journal.';

interface Kept extends JournalEntry {
  readonly key: string;
  readonly writtenMs: number;
}

/**
 * One entry a window, so that two windows do not overwrite each other. A window holds a lock on its key while it lives;
 * an entry whose key nobody holds was left by a window that is gone, and the next one to start takes it over.
 * `localStorage` first, since it is written at once even while the page goes away; IndexedDB where it does not fit.
 */
export function createBrowserJournal(): Journal {
  const database = openDatabase();
  let own: Promise<string> | null = null;
  const ownKey = () => {
    own ??= claimKey();
    return own;
  };
  let key: string | null = null; // known once claimed: writes while the page goes away must not wait
  return {
    async write(entry) {
      key ??= await ownKey();
      const kept: Kept = { ...entry, key, writtenMs: Date.now() };
      try {
        window.localStorage.setItem(key, JSON.stringify(kept));
        return;
      } catch {
        window.localStorage.removeItem(key);
      }
      try {
        await database.put('journal', key, kept);
      } catch {
        throw new Error('The browser has no room left for it.');
      }
    },
    async read() {
      key ??= await ownKey();
      const held = await heldKeys();
      const left = [...keptInStorage(), ...(await keptInDatabase(database))].filter(
        (entry) => entry.key === key || (entry.edited && !held.has(entry.key)),
      );
      const newest = left.toSorted((a, b) => b.writtenMs - a.writtenMs).find((entry) => entry.key === key) ?? left[0];
      if (!newest) return null;
      if (newest.key !== key) {
        await this.write(newest);
        window.localStorage.removeItem(newest.key);
        await database.delete('journal', newest.key);
      }
      return { text: newest.text, file: newest.file, edited: newest.edited };
    },
    ...createAside(database),
    async clear() {
      key ??= await ownKey();
      window.localStorage.removeItem(key);
      await database.delete('journal', key).catch(() => undefined); // no database: nothing was kept there
    },
  };
}

/** The key of this tab, kept over reloads; a duplicated tab inherits it and takes another, since the lock is held. */
async function claimKey(): Promise<string> {
  const session = window.sessionStorage;
  const kept = session.getItem('chainrule.window');
  if (kept !== null && (await claim(kept))) return kept;
  const fresh = PREFIX + crypto.randomUUID();
  session.setItem('chainrule.window', fresh);
  await claim(fresh);
  return fresh;
}

/** Holds the lock until the page is gone; false when another page holds it. */
function claim(key: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks
      .request(key, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? new Promise<void>(() => undefined) : undefined;
      })
      .catch(() => resolve(true));
  });
}

async function heldKeys(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name === undefined ? [] : [name])));
}

function keptInStorage(): readonly Kept[] {
  const keys = Array.from({ length: window.localStorage.length }, (_, index) => window.localStorage.key(index));
  return keys.flatMap((key) => {
    if (!key?.startsWith(PREFIX)) return [];
    try {
      return readKept(JSON.parse(window.localStorage.getItem(key) ?? 'null'), key);
    } catch {
      return [];
    }
  });
}

async function keptInDatabase(database: ReturnType<typeof openDatabase>): Promise<readonly Kept[]> {
  try {
    return (await database.all('journal')).flatMap((raw) => readKept(raw, null));
  } catch {
    return []; // private windows have no database
  }
}

function readKept(raw: unknown, expectedKey: string | null): readonly Kept[] {
  if (typeof raw !== 'object' || raw === null) return [];
  const { text, file, edited, key, writtenMs } = raw as Record<string, unknown>;
  if (typeof text !== 'string' || typeof key !== 'string' || typeof writtenMs !== 'number') return [];
  if (expectedKey !== null && key !== expectedKey) return [];
  return [{ text, key, writtenMs, file: readFile(file), edited: edited !== false }];
}
