import { initializers as entries } from './all.ts';
import type { InitializerDefinition } from './define.ts';

/** By the name that documents carry. */
export const initializers: ReadonlyMap<string, InitializerDefinition> = new Map(entries.map((each) => [each.id, each]));
