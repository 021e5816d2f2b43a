import { describeValue } from '../errors/describe.ts';
import { fail } from '../errors/fail.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { TensorLiteral } from './literal.ts';
import { type Shape, shapeText, sizeOf } from './shape.ts';
import type { Tensor } from './tensor.ts';

/** Axes a literal may have. */
export const MAX_RANK = 32;
/** Numbers a literal may hold: 128 MB as float64. */
export const MAX_ELEMENTS = 2 ** 24;
/** Above this many numbers a literal is written as base64. */
const LARGEST_LIST = 10_000;

const KEYS = ['shape', 'dtype', 'data'];
const BYTES = { float64: 8, float32: 4 } as const;

/**
 * A number, nested lists of equal lengths, or `{ shape, dtype, data }` → a tensor that owns its memory.
 * Every number is finite, every axis has at least one entry. float32 data is widened exactly.
 * Throws `document.type`, `document.not-finite`, `document.unknown-key`, `document.missing`, `document.not-allowed`,
 * `document.out-of-range`, `document.too-deep`, `document.too-large`, `tensor.*`; the path says where below `path`.
 */
export function parseLiteral(raw: unknown, path: string): Tensor {
  if (typeof raw === 'number') return { shape: [], data: Float64Array.of(finite(raw, path)) };
  if (Array.isArray(raw)) return parseNested(raw, path);
  if (typeof raw === 'object' && raw !== null) return parseFlat(raw as Record<string, unknown>, path);
  return fail('document.type', { expected: 'a number, a list or a tensor', found: describeValue(raw) }, { path });
}

/** The literal a document carries: a number for a scalar, lists up to 10 000 numbers, base64 of float64 above. */
export function toLiteral(tensor: Tensor): TensorLiteral {
  const { shape, data } = tensor;
  for (const value of data) finite(value, undefined);
  if (shape.length === 0) return data[0]!;
  if (data.length > LARGEST_LIST) return packed(tensor, 'float64');
  let rows: TensorLiteral[] = Array.from(data);
  for (let axis = shape.length - 1; axis >= 1; axis--) {
    const length = shape[axis]!;
    rows = Array.from({ length: rows.length / length }, (_, row) => rows.slice(row * length, (row + 1) * length));
  }
  return rows;
}

/** The same literal; in base64 of its own type where it lists more than 10 000 numbers. */
export function compactLiteral(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  const flat = Array.isArray(raw) ? null : (raw as { readonly dtype?: unknown; readonly data?: unknown });
  if (flat ? !Array.isArray(flat.data) || flat.data.length <= LARGEST_LIST : !exceedsList(raw as readonly unknown[]))
    return raw;
  return packed(parseLiteral(raw, 'value'), flat?.dtype === 'float32' ? 'float32' : 'float64');
}

/** Whether nested lists hold more numbers than are written as a list: the product of the first lengths on each axis. */
function exceedsList(raw: readonly unknown[]): boolean {
  let size = 1;
  let level: unknown = raw;
  for (let axis = 0; axis < MAX_RANK && Array.isArray(level); axis++) {
    size *= level.length;
    level = level[0];
  }
  return size > LARGEST_LIST;
}

function packed({ shape, data }: Tensor, dtype: keyof typeof BYTES): TensorLiteral {
  const view = new DataView(new ArrayBuffer(data.length * BYTES[dtype]));
  for (let index = 0; index < data.length; index++)
    if (dtype === 'float64') view.setFloat64(index * 8, data[index]!, true);
    else view.setFloat32(index * 4, data[index]!, true);
  return { shape: [...shape], dtype, data: toBase64(new Uint8Array(view.buffer)) };
}

/** One axis at a time from the outside, so that depth costs no stack. */
function parseNested(raw: readonly unknown[], path: string): Tensor {
  const shape: number[] = [];
  let level: readonly unknown[] = [raw];
  while (Array.isArray(level[0])) {
    if (shape.length === MAX_RANK) fail('document.too-deep', { limit: MAX_RANK }, { path });
    const length = level[0].length;
    const below: unknown[] = [];
    for (let row = 0; row < level.length; row++) {
      const entries = level[row];
      if (!Array.isArray(entries)) return notA('a list', entries, path + indexText(row, shape));
      if (entries.length === 0) return fail('tensor.empty', {}, { path: path + indexText(row, shape) });
      if (entries.length !== length)
        return fail(
          'tensor.ragged',
          { expected: length, found: entries.length },
          { path: path + indexText(row, shape) },
        );
      for (const entry of entries) below.push(entry);
    }
    if (below.length > MAX_ELEMENTS) tooLarge(below.length, path);
    shape.push(length);
    level = below;
  }
  const data = new Float64Array(level.length);
  for (let index = 0; index < level.length; index++) {
    const value = level[index];
    data[index] =
      typeof value === 'number' && Number.isFinite(value) ? value : finite(value, path + indexText(index, shape));
  }
  return { shape, data };
}

function parseFlat(raw: Readonly<Record<string, unknown>>, path: string): Tensor {
  for (const key of Object.keys(raw))
    if (!KEYS.includes(key)) fail('document.unknown-key', { key, known: KEYS }, { path: `${path}.${key}` });
  for (const key of ['shape', 'data']) if (!Object.hasOwn(raw, key)) fail('document.missing', { key }, { path });
  const shape = parseShape(raw['shape'], `${path}.shape`);
  const dtype = Object.hasOwn(raw, 'dtype') ? raw['dtype'] : 'float64';
  if (dtype !== 'float64' && dtype !== 'float32')
    return fail(
      'document.not-allowed',
      { found: describeValue(dtype), allowed: ['"float64"', '"float32"'] },
      { path: `${path}.dtype` },
    );
  const data = parseData(raw['data'], dtype, shape, `${path}.data`);
  return { shape, data };
}

function parseShape(raw: unknown, path: string): Shape {
  if (!Array.isArray(raw)) return notA('a list of whole numbers', raw, path);
  if (raw.length > MAX_RANK) return fail('document.too-deep', { limit: MAX_RANK }, { path });
  const shape = raw.map((axis: unknown, index) => {
    if (typeof axis !== 'number') return notA('a whole number', axis, `${path}[${index}]`);
    if (!Number.isInteger(axis) || axis < 1)
      return fail(
        'document.out-of-range',
        { found: axis, range: 'axes are whole numbers from 1 on' },
        { path: `${path}[${index}]` },
      );
    return axis;
  });
  if (sizeOf(shape) > MAX_ELEMENTS) tooLarge(sizeOf(shape), path);
  return shape;
}

function parseData(raw: unknown, dtype: keyof typeof BYTES, shape: Shape, path: string): Float64Array {
  const expected = sizeOf(shape);
  const checkSize = (found: number) => {
    if (found !== expected) fail('tensor.size', { shape: shapeText(shape), expected, found }, { path });
  };
  const data = new Float64Array(expected);
  if (typeof raw === 'string') {
    const bytes = fromBase64(raw);
    if (bytes === null) return fail('tensor.base64', {}, { path });
    checkSize(bytes.length / BYTES[dtype]);
    const view = new DataView(bytes.buffer);
    for (let index = 0; index < expected; index++) {
      const value = dtype === 'float64' ? view.getFloat64(index * 8, true) : view.getFloat32(index * 4, true);
      data[index] = Number.isFinite(value) ? value : finite(value, `${path}[${index}]`);
    }
    return data;
  }
  if (!Array.isArray(raw)) return notA('a list of numbers or base64 text', raw, path);
  checkSize(raw.length);
  for (let index = 0; index < expected; index++) {
    const value = finite(raw[index], `${path}[${index}]`);
    data[index] = dtype === 'float32' ? finite(Math.fround(value), `${path}[${index}]`) : value;
  }
  return data;
}

function finite(value: unknown, path: string | undefined): number {
  if (typeof value !== 'number') return notA('a number', value, path ?? '');
  if (!Number.isFinite(value)) return fail('document.not-finite', { found: `${value}` }, path ? { path } : {});
  return value;
}

function notA(expected: string, found: unknown, path: string): never {
  return fail('document.type', { expected, found: describeValue(found) }, { path });
}

function tooLarge(found: number, path: string): never {
  return fail('document.too-large', { what: 'numbers in one tensor', found, limit: MAX_ELEMENTS }, { path });
}

/** Flat row-major index → `[i][j]`, as people write it after a path. */
function indexText(flat: number, shape: Shape): string {
  let text = '';
  let rest = flat;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    text = `[${rest % shape[axis]!}]${text}`;
    rest = Math.floor(rest / shape[axis]!);
  }
  return text;
}
