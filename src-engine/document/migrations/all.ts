import type { Migration } from './define.ts';

/** From the oldest on. Version 1 is the first: nothing older exists. */
export const migrations: readonly Migration[] = [];
