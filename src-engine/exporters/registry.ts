import { entries } from './all.ts';
import type { Exporter } from './define.ts';

/** By id, in the order in which they are offered. */
export const exporters: ReadonlyMap<string, Exporter> = new Map(entries.map((each) => [each.id, each]));
