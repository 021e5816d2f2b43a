// Written by `npm run gen` from the files of this folder.
import type { Migration } from './define.ts';

export const migrations: readonly Migration[] = [];
