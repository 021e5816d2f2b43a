import { optimizers as entries } from './all.ts';
import type { OptimizerDefinition } from './define.ts';

/** By the name that documents carry. */
export const optimizers: ReadonlyMap<string, OptimizerDefinition> = new Map(entries.map((each) => [each.id, each]));
