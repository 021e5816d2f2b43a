import { entries } from './all.ts';
import type { Mistake } from './define.ts';

/** By id, the most telling first. */
export const mistakes: ReadonlyMap<string, Mistake> = new Map(
  entries.toSorted((a, b) => a.rank - b.rank).map((each) => [each.id, each]),
);
