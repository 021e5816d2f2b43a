import { memberPath, ROOT } from './schema/schema.ts';

/** Levels of lists and objects in a document; a tensor literal may use 32 of them. */
export const MAX_DEPTH = 40;

/** Path of the first value nested deeper than {@link MAX_DEPTH}, cut after four steps; `null` where there is none. */
export function findTooDeep(raw: unknown): string | null {
  interface Level {
    readonly value: object;
    readonly keys: readonly string[] | null;
    next: number;
  }
  const enter = (value: object): Level => ({ value, keys: Array.isArray(value) ? null : Object.keys(value), next: 0 });
  const levels: Level[] = [];
  if (typeof raw === 'object' && raw !== null) levels.push(enter(raw));
  while (levels.length > 0) {
    const level = levels[levels.length - 1]!;
    const key = level.keys === null ? level.next : level.keys[level.next];
    const done = level.keys === null ? level.next >= (level.value as unknown[]).length : key === undefined;
    if (done) {
      levels.pop();
      continue;
    }
    level.next++;
    const child = (level.value as Record<string | number, unknown>)[key!];
    if (typeof child !== 'object' || child === null) continue;
    if (levels.length === MAX_DEPTH) return pathOf(levels);
    levels.push(enter(child));
  }
  return null;
}

function pathOf(levels: readonly { readonly keys: readonly string[] | null; readonly next: number }[]): string {
  let path = ROOT;
  for (const { keys, next } of levels.slice(0, 4))
    path = keys === null ? `${path}[${next - 1}]` : memberPath(path, keys[next - 1]!);
  return path;
}
