import { homedir } from 'node:os';
import { dirname, isAbsolute, sep } from 'node:path';
import type { JsonStore } from '../settings/json-store.ts';

const MAXIMUM_RECENT_FILES = 12;

/** Paths, the newest first, without doubles. */
export interface RecentFiles {
  list(): readonly string[];
  add(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  clear(): Promise<void>;
  onChange(listener: () => void): void;
}

export function createRecentFiles(store: JsonStore<readonly string[]>): RecentFiles {
  const listeners: (() => void)[] = [];
  const set = async (paths: readonly string[]) => {
    const written = store.set(paths);
    for (const listener of listeners) listener();
    await written;
  };
  return {
    list: () => store.get(),
    add: (path) => set([path, ...store.get().filter((other) => other !== path)].slice(0, MAXIMUM_RECENT_FILES)),
    remove: (path) => set(store.get().filter((other) => other !== path)),
    clear: () => set([]),
    onChange: (listener) => void listeners.push(listener),
  };
}

export function parseRecentFiles(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const paths = value.filter((path): path is string => typeof path === 'string' && isAbsolute(path));
  return [...new Set(paths)].slice(0, MAXIMUM_RECENT_FILES);
}

/** The folder as people read it: the home folder is `~`. */
export function readableFolder(path: string, home: string = homedir()): string {
  const folder = dirname(path);
  if (folder === home) return '~';
  return folder.startsWith(home + sep) ? `~${folder.slice(home.length)}` : folder;
}
