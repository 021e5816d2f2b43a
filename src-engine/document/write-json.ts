import { fail } from '../errors/fail.ts';
import { MAX_DEPTH } from './depth.ts';
import { memberPath } from './schema/schema.ts';

/** Values that take more characters than this are broken into lines. */
const LINE = 110;

type Members = readonly (readonly [string, unknown])[];

/**
 * JSON on one line: `{ "id": "w", "inputs": ["a", "b"] }`. Members without a value (`undefined`) are left out.
 * Throws `document.not-finite` and `document.too-deep`, so that nothing is written that would not be read.
 */
export function inlineJson(value: unknown, path: string, depth = 1): string {
  if (typeof value === 'number') return numberText(value, path);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (depth > MAX_DEPTH) return fail('document.too-deep', { limit: MAX_DEPTH }, { path });
  if (Array.isArray(value))
    return `[${value.map((entry, index) => inlineJson(entry, `${path}[${index}]`, depth + 1)).join(', ')}]`;
  const members = membersOf(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${inlineJson(member, memberPath(path, key), depth + 1)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** JSON on as many lines as it needs, two spaces a level; `level` is that of the line it starts on. */
export function brokenJson(value: unknown, path: string, level: number): string {
  const line = inlineJson(value, path, level);
  if (line.length <= LINE || typeof value !== 'object' || value === null) return line;
  if (Array.isArray(value))
    return block(
      '[',
      value.map((entry, index) => brokenJson(entry, `${path}[${index}]`, level + 1)),
      ']',
      level,
    );
  const members = membersOf(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${brokenJson(member, memberPath(path, key), level + 1)}`,
  );
  return block('{', members, '}', level);
}

/** One entry to a line between brackets that stand at `level`. */
export function block(open: string, entries: readonly string[], close: string, level: number): string {
  if (entries.length === 0) return open + close;
  const indent = '  '.repeat(level);
  return `${open}\n${entries.map((entry) => `${indent}  ${entry}`).join(',\n')}\n${indent}${close}`;
}

function membersOf(value: object): Members {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}

/** The shortest digits that read back as the same number; −0 keeps its sign. */
function numberText(value: number, path: string): string {
  if (!Number.isFinite(value)) return fail('document.not-finite', { found: `${value}` }, { path });
  return Object.is(value, -0) ? '-0' : `${value}`;
}
