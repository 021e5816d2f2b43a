import { type Database, openDatabase } from './database.ts';
import type { Journal, JournalEntry } from './platform.ts';
import { readFile } from './read-file-reference.ts';

const PREFIX = 'chainrule.aside.';

interface Aside extends JournalEntry {
  readonly key: string;
}

/**
 * Journals that cannot be opened, each under a key of its own until the user saved a copy or let it go: in
 * `localStorage`, else in IndexedDB. The oldest is asked about first.
 */
export function createAside(database: Database = openDatabase()): Pick<Journal, 'setAside' | 'aside' | 'clearAside'> {
  const oldest = async (): Promise<Aside | null> => {
    const kept = [...keptInStorage(), ...(await keptInDatabase(database))];
    return kept.toSorted((a, b) => (a.key < b.key ? -1 : 1))[0] ?? null;
  };
  return {
    async setAside({ text, file, edited }) {
      const key = `${PREFIX}${Date.now()}-${crypto.randomUUID()}`;
      const kept: Aside = { key, text, file, edited };
      try {
        window.localStorage.setItem(key, JSON.stringify(kept));
      } catch {
        await database.put('journal', key, kept);
      }
    },
    aside: oldest,
    async clearAside() {
      const entry = await oldest();
      if (!entry) return;
      window.localStorage.removeItem(entry.key);
      await database.delete('journal', entry.key).catch(() => undefined); // no database: nothing was kept there
    },
  };
}

function keptInStorage(): readonly Aside[] {
  return Object.keys(window.localStorage).flatMap((key) => {
    if (!key.startsWith(PREFIX)) return [];
    try {
      return readAside(JSON.parse(window.localStorage.getItem(key) ?? 'null'));
    } catch {
      return [];
    }
  });
}

async function keptInDatabase(database: Database): Promise<readonly Aside[]> {
  try {
    return (await database.all('journal')).flatMap(readAside);
  } catch {
    return []; // private windows have no database
  }
}

function readAside(raw: unknown): readonly Aside[] {
  if (typeof raw !== 'object' || raw === null) return [];
  const { key, text, file, edited } = raw as Record<string, unknown>;
  if (typeof key !== 'string' || !key.startsWith(PREFIX) || typeof text !== 'string') return [];
  return [{ key, text, file: readFile(file), edited: edited !== false }];
}
