import { fail } from '../errors/fail.ts';
import { ops as entries } from './all.ts';
import { defineOp, type OpDefinition } from './define.ts';

/**
 * Looked up by the id that documents carry. A map, so that no document can name what every object inherits. Two entries
 * with one id are a mistake in the program: `engine.internal`.
 */
export function createRegistry(ops: readonly OpDefinition[]): ReadonlyMap<string, OpDefinition> {
  const table = new Map<string, OpDefinition>();
  for (const op of ops) {
    if (table.has(op.id)) fail('engine.internal', { detail: `two ops have the id "${op.id}"` });
    table.set(op.id, defineOp(op));
  }
  return table;
}

/** Every op of this release, by id. */
export const opTable = createRegistry(entries);

/** Every op of this release, ordered by id. */
export const ops: readonly OpDefinition[] = [...opTable.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

export function findOp(id: string): OpDefinition | undefined {
  return opTable.get(id);
}
