import { describeValue, visibleText } from '../../errors/describe.ts';
import { problem } from '../../errors/fail.ts';
import { memberPath, type Report, type Schema } from './schema.ts';

/** A key that may be left out. */
export interface Optional<T> {
  readonly optional: Schema<T>;
}

export function optional<T>(schema: Schema<T>): Optional<T> {
  return { optional: schema };
}

type Fields = Readonly<Record<string, Schema<unknown> | Optional<unknown>>>;

type RecordValue<F extends Fields> = {
  readonly [K in keyof F as F[K] extends Schema<unknown> ? K : never]: F[K] extends Schema<infer T> ? T : never;
} & {
  readonly [K in keyof F as F[K] extends Schema<unknown> ? never : K]?: F[K] extends Optional<infer T> ? T : never;
};

export interface RecordSchema<T> extends Schema<T> {
  /** In the order in which they are written. */
  readonly keys: readonly string[];
}

/** Whether `raw` is a JSON object; reports it where it is not. */
export function isObject(raw: unknown, path: string, report: Report): raw is Readonly<Record<string, unknown>> {
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return true;
  report(problem('document.type', { expected: 'an object', found: describeValue(raw) }, { path }));
  return false;
}

/** An object with exactly these keys. What is read has them in the order given here. */
export function record<F extends Fields>(fields: F): RecordSchema<RecordValue<F>> {
  const members = new Map<string, Schema<unknown>>();
  const requiredKeys: string[] = [];
  for (const [key, field] of Object.entries(fields)) {
    members.set(key, 'optional' in field ? field.optional : field);
    if (!('optional' in field)) requiredKeys.push(key);
  }
  const known = [...members.keys()];
  return {
    keys: known,
    json: {
      type: 'object',
      properties: Object.fromEntries(Array.from(members, ([key, { json }]) => [key, json])),
      ...(requiredKeys.length > 0 ? { required: requiredKeys } : {}),
      additionalProperties: false,
    },
    read(raw, path, report) {
      if (!isObject(raw, path, report)) return undefined;
      const values = new Map<string, unknown>();
      let sound = true;
      for (const key of Object.keys(raw)) {
        const field = members.get(key);
        if (field === undefined) {
          report(problem('document.unknown-key', { key: visibleText(key), known }, { path: memberPath(path, key) }));
          sound = false;
          continue;
        }
        const value = field.read(raw[key], memberPath(path, key), report);
        if (value === undefined) sound = false;
        else values.set(key, value);
      }
      for (const key of requiredKeys) {
        if (Object.hasOwn(raw, key)) continue;
        report(problem('document.missing', { key }, { path }));
        sound = false;
      }
      if (!sound) return undefined;
      const result: Record<string, unknown> = {};
      for (const key of known) if (values.has(key)) result[key] = values.get(key);
      return result as RecordValue<F>; // every required key was read, and nothing else was let in
    },
  };
}

/** A list of anything that `entry` reads. */
export function list<T>(entry: Schema<T>, minimum = 0): Schema<readonly T[]> {
  return {
    json: { type: 'array', items: entry.json, ...(minimum > 0 ? { minItems: minimum } : {}) },
    read(raw, path, report) {
      if (!Array.isArray(raw)) {
        report(problem('document.type', { expected: 'a list', found: describeValue(raw) }, { path }));
        return undefined;
      }
      if (raw.length < minimum) {
        const range = `the list must have at least ${minimum}`;
        report(problem('document.out-of-range', { found: `${raw.length} entries`, range }, { path }));
        return undefined;
      }
      const values: T[] = [];
      for (let index = 0; index < raw.length; index++) {
        const value = entry.read(raw[index], `${path}[${index}]`, report);
        if (value !== undefined) values.push(value);
      }
      return values.length === raw.length ? values : undefined;
    },
  };
}

/** An object whose keys are names and whose members are all alike. The value read keeps any key, `__proto__` too. */
export function dictionary<T>(member: Schema<T>): Schema<Readonly<Record<string, T>>> {
  return {
    json: { type: 'object', additionalProperties: member.json },
    read(raw, path, report) {
      if (!isObject(raw, path, report)) return undefined;
      const entries: [string, T][] = [];
      const keys = Object.keys(raw);
      for (const key of keys) {
        const value = member.read(raw[key], memberPath(path, key), report);
        if (value !== undefined) entries.push([key, value]);
      }
      return entries.length === keys.length ? Object.fromEntries(entries) : undefined; // defines, never assigns
    },
  };
}
