import { describeValue } from '../errors/describe.ts';
import { fail } from '../errors/fail.ts';
import type { AxisChoice } from '../tensor/axes.ts';
import { MAX_RANK, parseLiteral } from '../tensor/parse-literal.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { AttributeRule } from './define.ts';

/** Bound on an axis number and on an axis length. */
const maxAxisLength = 2 ** 31 - 1;

interface Text<T> {
  readonly default: T | undefined;
  readonly description: string;
}

interface Range {
  /** Smallest and largest value accepted. */
  readonly min?: number;
  readonly max?: number;
  /** Values must lie strictly above or below. */
  readonly above?: number;
  readonly below?: number;
}

function readNumber(raw: unknown, path: string, range: Range, whole: boolean): number {
  const expected = whole ? 'a whole number' : 'a number';
  if (typeof raw !== 'number') return fail('document.type', { expected, found: describeValue(raw) }, { path });
  if (!Number.isFinite(raw)) return fail('document.not-finite', { found: `${raw}` }, { path });
  if (whole && !Number.isSafeInteger(raw)) {
    return fail('document.type', { expected, found: describeValue(raw) }, { path });
  }
  const { min, max, above, below } = range;
  if (min !== undefined && raw < min)
    return fail('document.out-of-range', { found: raw, range: `at least ${min}` }, { path });
  if (max !== undefined && raw > max)
    return fail('document.out-of-range', { found: raw, range: `at most ${max}` }, { path });
  if (above !== undefined && raw <= above)
    return fail('document.out-of-range', { found: raw, range: `above ${above}` }, { path });
  if (below !== undefined && raw >= below)
    return fail('document.out-of-range', { found: raw, range: `below ${below}` }, { path });
  return raw;
}

const rangeSchema = ({ min, max, above, below }: Range) => ({
  ...(min === undefined ? {} : { minimum: min }),
  ...(max === undefined ? {} : { maximum: max }),
  ...(above === undefined ? {} : { exclusiveMinimum: above }),
  ...(below === undefined ? {} : { exclusiveMaximum: below }),
});

export function number({ default: fallback, description, ...range }: Text<number> & Range): AttributeRule<number> {
  return {
    default: fallback,
    description,
    schema: { type: 'number', ...rangeSchema(range) },
    read: (raw, path) => readNumber(raw, path, range, false),
  };
}

export function integer({ default: fallback, description, ...range }: Text<number> & Range): AttributeRule<number> {
  return {
    default: fallback,
    description,
    schema: { type: 'integer', ...rangeSchema(range) },
    read: (raw, path) => readNumber(raw, path, range, true),
  };
}

export function boolean(text: Text<boolean>): AttributeRule<boolean> {
  return {
    ...text,
    schema: { type: 'boolean' },
    read(raw, path) {
      if (typeof raw === 'boolean') return raw;
      return fail('document.type', { expected: 'true or false', found: describeValue(raw) }, { path });
    },
  };
}

/** One of the words given. */
export function choice<const T extends string>(allowed: readonly T[], text: Text<NoInfer<T>>): AttributeRule<T> {
  return {
    ...text,
    schema: { enum: allowed },
    read(raw, path) {
      const found = allowed.find((word) => word === raw);
      if (found !== undefined) return found;
      return fail('document.not-allowed', { found: describeValue(raw), allowed }, { path });
    },
  };
}

/** As `rule`, or null: nothing chosen. The default is null. */
export function optional<T>(rule: AttributeRule<T>): AttributeRule<T | null> {
  return {
    default: null,
    description: rule.description,
    schema: { anyOf: [rule.schema, { type: 'null' }] },
    read: (raw, path) => (raw === null ? null : rule.read(raw, path)),
  };
}

const axisRange: Range = { min: -MAX_RANK, max: MAX_RANK - 1 };

/** One axis; negative ones count from the end. */
export function dim(text: Text<number>): AttributeRule<number> {
  return integer({ ...text, ...axisRange });
}

/** An axis, a list of axes, or null for all of them. */
export function dims(text: Text<AxisChoice>): AttributeRule<AxisChoice> {
  const axis = { type: 'integer', minimum: -MAX_RANK, maximum: MAX_RANK - 1 };
  return {
    ...text,
    schema: { anyOf: [axis, { type: 'array', items: axis, maxItems: MAX_RANK }, { type: 'null' }] },
    read(raw, path) {
      if (raw === null) return null;
      if (!Array.isArray(raw)) return readNumber(raw, path, axisRange, true);
      if (raw.length > MAX_RANK)
        return fail('document.too-large', { what: 'axes', found: raw.length, limit: MAX_RANK }, { path });
      return raw.map((entry: unknown, index) => readNumber(entry, `${path}[${index}]`, axisRange, true));
    },
  };
}

/** Lengths of the axes; one of them may be -1 and follows from the number of elements. */
export function shape(text: Text<readonly number[]>): AttributeRule<readonly number[]> {
  return {
    ...text,
    schema: { type: 'array', items: { type: 'integer', minimum: -1 }, maxItems: MAX_RANK },
    read(raw, path) {
      if (!Array.isArray(raw))
        return fail('document.type', { expected: 'a list of axis lengths', found: describeValue(raw) }, { path });
      if (raw.length > MAX_RANK)
        return fail('document.too-large', { what: 'axes', found: raw.length, limit: MAX_RANK }, { path });
      return raw.map((entry: unknown, index) => {
        const length = readNumber(entry, `${path}[${index}]`, { min: -1, max: maxAxisLength }, true);
        if (length !== 0) return length;
        return fail('document.out-of-range', { found: 0, range: 'at least 1, or -1' }, { path: `${path}[${index}]` });
      });
    },
  };
}

/** A list of finite numbers. */
export function numberList(text: Text<readonly number[]>): AttributeRule<readonly number[]> {
  return {
    ...text,
    schema: { type: 'array', items: { type: 'number' } },
    read(raw, path) {
      if (!Array.isArray(raw))
        return fail('document.type', { expected: 'a list of numbers', found: describeValue(raw) }, { path });
      return raw.map((entry: unknown, index) => readNumber(entry, `${path}[${index}]`, {}, false));
    },
  };
}

/** A tensor literal; in the published schema `$defs.tensor`. */
export function tensor(text: Text<Tensor>): AttributeRule<Tensor> {
  return { ...text, schema: { $ref: '#/$defs/tensor' }, read: parseLiteral };
}
