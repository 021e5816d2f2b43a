import { problem } from '../../errors/fail.ts';
import { isObject } from './collections.ts';
import { memberPath, type Schema } from './schema.ts';

/**
 * An object whose content belongs to somebody else: kept as it stands. Only numbers without a JSON form (`1e999`) are
 * refused, for they could not be written back.
 */
export const free: Schema<Readonly<Record<string, unknown>>> = {
  json: { type: 'object' },
  read(raw, path, report) {
    if (!isObject(raw, path, report)) return undefined;
    let sound = true;
    const pending: (readonly [unknown, string])[] = [[raw, path]];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const [value, at] = next;
      if (typeof value === 'number' && !Number.isFinite(value)) {
        report(problem('document.not-finite', { found: `${value}` }, { path: at }));
        sound = false;
      } else if (Array.isArray(value)) {
        for (let index = value.length - 1; index >= 0; index--) pending.push([value[index], `${at}[${index}]`]);
      } else if (typeof value === 'object' && value !== null) {
        for (const [key, member] of Object.entries(value).reverse()) pending.push([member, memberPath(at, key)]);
      }
    }
    return sound ? raw : undefined;
  },
};
