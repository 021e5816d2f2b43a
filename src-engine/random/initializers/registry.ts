import { entries } from './all.ts';
import type { Initializer } from './define.ts';

/** By id. */
export const initializers: ReadonlyMap<string, Initializer> = new Map(entries.map((each) => [each.id, each]));
