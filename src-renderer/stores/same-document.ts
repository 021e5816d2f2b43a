import type { ChainruleDocument } from '#engine';

/** Whether two documents say the same: records that are not the same object are compared by content. */
export function sameDocument(a: ChainruleDocument, b: ChainruleDocument): boolean {
  return sameJson(a, b);
}

/** Structural equality of JSON values; iterative, so that depth cannot overflow the stack. A key left out equals `undefined`. */
export function sameJson(first: unknown, second: unknown): boolean {
  const pairs: [unknown, unknown][] = [[first, second]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [a, b] = pair;
    if (Object.is(a, b)) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length) return false;
      for (let index = 0; index < a.length; index++)
        if (!Object.is(a[index], b[index])) pairs.push([a[index], b[index]]);
      continue;
    }
    const left = a as Readonly<Record<string, unknown>>;
    const right = b as Readonly<Record<string, unknown>>;
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) pairs.push([left[key], right[key]]);
  }
  return true;
}
