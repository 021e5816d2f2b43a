import type { Clipboard, KeyValueStorage } from './platform.ts';

/** Settings in `localStorage`; where that is refused or full they last as long as the page. */
export function browserStorage(): KeyValueStorage {
  const kept = new Map<string, string>();
  return {
    get(key) {
      try {
        return kept.get(key) ?? window.localStorage.getItem(key);
      } catch {
        return kept.get(key) ?? null;
      }
    },
    set(key, value) {
      try {
        window.localStorage.setItem(key, value);
        kept.delete(key);
      } catch {
        kept.set(key, value);
      }
    },
  };
}

export const browserClipboard: Clipboard = {
  writeText: (text) => navigator.clipboard.writeText(text),
  readText: () => navigator.clipboard.readText(),
};
