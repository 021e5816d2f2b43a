// Written by `npm run gen` from the files of this folder.
import { and } from './and.ts';
import type { DatasetDefinition } from './define.ts';
import { inline } from './inline.ts';
import { or } from './or.ts';
import { xor } from './xor.ts';

export const datasets: readonly DatasetDefinition[] = [and, inline, or, xor];
