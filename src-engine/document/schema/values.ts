import { describeValue, quote } from '../../errors/describe.ts';
import { type ProblemPlace, problem } from '../../errors/fail.ts';
import type { JsonSchema, Report, Schema } from './schema.ts';

function refuseType(report: Report, expected: string, raw: unknown, path: string): undefined {
  report(problem('document.type', { expected, found: describeValue(raw) }, { path }));
  return undefined;
}

export const text: Schema<string> = {
  json: { type: 'string' },
  read: (raw, path, report) => (typeof raw === 'string' ? raw : refuseType(report, 'a text', raw, path)),
};

export const flag: Schema<boolean> = {
  json: { type: 'boolean' },
  read: (raw, path, report) => (typeof raw === 'boolean' ? raw : refuseType(report, 'true or false', raw, path)),
};

const ID = /^[A-Za-z_][A-Za-z0-9_.-]{0,127}$/;

/** Name of a node or group. */
export const id: Schema<string> = {
  json: { type: 'string', pattern: ID.source },
  read(raw, path, report) {
    if (typeof raw !== 'string') return refuseType(report, 'an id', raw, path);
    if (ID.test(raw)) return raw;
    report(problem('document.id', { found: quote(raw) }, { path }));
    return undefined;
  },
};

interface Range {
  readonly min?: number;
  readonly max?: number;
  /** Whether `min` itself is excluded. */
  readonly above?: boolean;
  readonly whole?: boolean;
}

/** A finite number in a range. */
export function number(range: Range = {}): Schema<number> {
  const { min, max, above = false, whole = false } = range;
  const words = [
    whole ? 'a whole number' : 'a number',
    min === undefined ? '' : above ? `above ${min}` : `from ${min}`,
    max === undefined ? (min === undefined || above ? '' : 'on') : `to ${max}`,
  ];
  const rangeText = words.filter(Boolean).join(' ');
  const json: Record<string, unknown> = { type: whole ? 'integer' : 'number' };
  if (min !== undefined) json[above ? 'exclusiveMinimum' : 'minimum'] = min;
  if (max !== undefined) json['maximum'] = max;
  return {
    json,
    read(raw, path, report) {
      if (typeof raw !== 'number') return refuseType(report, words[0]!, raw, path);
      const place: ProblemPlace = { path };
      if (!Number.isFinite(raw)) report(problem('document.not-finite', { found: `${raw}` }, place));
      else if (
        (whole && !Number.isSafeInteger(raw)) ||
        (min !== undefined && (above ? raw <= min : raw < min)) ||
        (max !== undefined && raw > max)
      )
        report(problem('document.out-of-range', { found: raw, range: `it must be ${rangeText}` }, place));
      else return raw;
      return undefined;
    },
  };
}

/** One of the texts named. */
export function choice<const T extends string>(...allowed: readonly T[]): Schema<T> {
  return {
    json: allowed.length === 1 ? { type: 'string', const: allowed[0] } : { type: 'string', enum: allowed },
    read(raw, path, report) {
      const found = allowed.find((name) => name === raw);
      if (found === undefined)
        report(
          problem(
            'document.not-allowed',
            { found: describeValue(raw), allowed: allowed.map((name) => `"${name}"`) },
            { path },
          ),
        );
      return found;
    },
  };
}

export function nullable<T>(schema: Schema<T>): Schema<T | null> {
  return {
    json: { anyOf: [{ type: 'null' }, schema.json] },
    read: (raw, path, report) => (raw === null ? null : schema.read(raw, path, report)),
  };
}

/** Read by `pick`'s choice of one of the schemas; the published form is their union. */
export function either<T>(schemas: readonly Schema<T>[], pick: (raw: unknown) => Schema<T>): Schema<T> {
  return {
    json: { anyOf: schemas.map(({ json }) => json) },
    read: (raw, path, report) => pick(raw).read(raw, path, report),
  };
}

/** The same reading, with words for the published schema. */
export function described<T>(schema: Schema<T>, description: string, more: JsonSchema = {}): Schema<T> {
  return { json: { description, ...schema.json, ...more }, read: schema.read };
}
