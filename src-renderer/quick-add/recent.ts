import type { KeyValueStorage } from '../platform/platform.ts';

const KEY = 'chainrule.recent-ops';
const MOST = 8;

/** Ids of the ops added last, newest first. */
export function recentOps(storage: KeyValueStorage): readonly string[] {
  return (storage.get(KEY) ?? '').split(' ').filter(Boolean);
}

export function rememberOp(storage: KeyValueStorage, id: string): void {
  storage.set(KEY, [id, ...recentOps(storage).filter((other) => other !== id)].slice(0, MOST).join(' '));
}
