import { readFile } from 'node:fs/promises';
import { nodeSaveEnvironment, type SaveEnvironment, saveAtomic } from '../files/atomic-save.ts';

/** One small JSON file of the program's own, e.g. the window's size. */
export interface JsonStore<T> {
  get(): T;
  /** Takes effect at once and reaches the disk in order; a write that fails is given up (the next one tries again). */
  set(value: T): Promise<void>;
}

/** A missing, damaged or outdated file is the same as none: `parse` returns `null` and `fallback` stands. */
export async function openJsonStore<T>(
  path: string,
  parse: (value: unknown) => T | null,
  fallback: T,
  environment: SaveEnvironment = nodeSaveEnvironment,
): Promise<JsonStore<T>> {
  let current = (await load(path, parse)) ?? fallback;
  let lastWrite: Promise<void> = Promise.resolve();
  return {
    get: () => current,
    set(value) {
      current = value;
      lastWrite = lastWrite.then(async () => {
        if (current !== value) return; // a newer value is already waiting
        await saveAtomic(path, `${JSON.stringify(value, null, 2)}\n`, environment).catch(() => undefined);
      });
      return lastWrite;
    },
  };
}

async function load<T>(path: string, parse: (value: unknown) => T | null): Promise<T | null> {
  try {
    return parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
