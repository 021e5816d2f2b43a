import { readShortcuts, type Shortcuts } from '../stores/settings-store.ts';
import type { Command } from './command.ts';

/** The commands with the shortcuts the user chose in place of their own. */
export function withShortcuts(list: readonly Command[], chosen: Shortcuts): readonly Command[] {
  return list.map((command) => {
    const keys = Object.hasOwn(chosen, command.id) && !command.nativeKeys ? chosen[command.id] : undefined;
    return keys === undefined ? command : { ...command, keys };
  });
}

/** Commands that have these keys now, but for `except`. */
export function usersOf(list: readonly Command[], keys: string, except: string): readonly Command[] {
  return list.filter(({ id, keys: own }) => id !== except && own?.includes(keys));
}

/** Gives a command these keys and takes them from every other; what is the command's own again is not kept. */
export function bind(list: readonly Command[], chosen: Shortcuts, id: string, keys: readonly string[]): Shortcuts {
  let next: Shortcuts = { ...chosen, [id]: keys };
  for (const other of withShortcuts(list, next)) {
    if (other.id === id || other.nativeKeys || !other.keys?.some((each) => keys.includes(each))) continue;
    next = { ...next, [other.id]: other.keys.filter((each) => !keys.includes(each)) };
  }
  return withoutDefaults(list, next);
}

/** A command's own shortcuts again; another that took them loses them. */
export function unbind(list: readonly Command[], chosen: Shortcuts, id: string): Shortcuts {
  const own = list.find((command) => command.id === id)?.keys ?? [];
  return bind(list, chosen, id, own);
}

function withoutDefaults(list: readonly Command[], chosen: Shortcuts): Shortcuts {
  const own = new Map(list.map(({ id, keys }) => [id, keys ?? []]));
  const isOwn = (id: string, keys: readonly string[]) => {
    const before = own.get(id);
    return before?.length === keys.length && before.every((each, index) => each === keys[index]);
  };
  return Object.fromEntries(Object.entries(chosen).filter(([id, keys]) => !isOwn(id, keys)));
}

const TAG = 'chainrule-shortcuts';

export function shortcutsText(chosen: Shortcuts): string {
  return `${JSON.stringify({ [TAG]: 1, shortcuts: chosen }, null, 2)}\n`;
}

/** What `shortcutsText` wrote, less commands that do not exist or whose keys are the browser's; `null` for other text. */
export function parseShortcuts(text: string, list: readonly Command[]): Shortcuts | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof raw !== 'object' || raw === null || (raw as Record<string, unknown>)[TAG] !== 1) return null;
  const read = readShortcuts((raw as Record<string, unknown>)['shortcuts']);
  if (!read) return null;
  let next: Shortcuts = {};
  for (const { id, nativeKeys } of list)
    if (!nativeKeys && Object.hasOwn(read, id)) next = bind(list, next, id, read[id]!);
  return next;
}
