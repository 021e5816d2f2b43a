import { schedules as entries } from './all.ts';
import type { ScheduleDefinition } from './define.ts';

/** By the name that documents carry. */
export const schedules: ReadonlyMap<string, ScheduleDefinition> = new Map(entries.map((each) => [each.id, each]));
