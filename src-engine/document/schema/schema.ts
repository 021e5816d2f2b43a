import { visibleText } from '../../errors/describe.ts';
import type { Problem } from '../../errors/fail.ts';

/** JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Collects what is wrong; reading goes on, so that one pass finds everything. */
export type Report = (problem: Problem) => void;

/**
 * One description of a value, used twice: to read it and to publish its JSON Schema.
 */
export interface Schema<T> {
  readonly json: JsonSchema;
  /** The checked value, or `undefined` after at least one problem was reported. `path` is where `raw` stands. */
  read(raw: unknown, path: string, report: Report): T | undefined;
}

export type Read<S> = S extends Schema<infer T> ? T : never;

/** Path of the document itself; its members' paths carry no prefix. */
export const ROOT = 'document';

/** Path of a member: `nodes[3].attrs`; keys that are no plain names stand quoted in brackets. */
export function memberPath(path: string, key: string): string {
  const plain = /^[A-Za-z_$][\w$-]{0,39}$/.test(key);
  if (path === ROOT) return plain ? key : `["${visibleText(key)}"]`;
  return plain ? `${path}.${key}` : `${path}["${visibleText(key)}"]`;
}
