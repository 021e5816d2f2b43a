// Written by `npm run gen` from the files of this folder.
import { constant } from './constant.ts';
import { cosine } from './cosine.ts';
import type { ScheduleDefinition } from './define.ts';
import { exponential } from './exponential.ts';
import { step } from './step.ts';
import { warmup } from './warmup.ts';

export const schedules: readonly ScheduleDefinition[] = [constant, cosine, exponential, step, warmup];
