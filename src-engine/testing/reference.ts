import { readFileSync } from 'node:fs';

/** A number as reference files hold it: what is not finite is written as text. */
export type ReferenceNumber = number | 'NaN' | 'Infinity' | '-Infinity';

export interface ReferenceTensor {
  readonly shape: readonly number[];
  readonly data: readonly ReferenceNumber[];
}

export function readReference<T>(url: URL): T {
  return JSON.parse(readFileSync(url, 'utf8')) as T;
}

export const toNumbers = (data: readonly ReferenceNumber[]): Float64Array => Float64Array.from(data, Number);

/** Whether a and b are both NaN, the same infinity, or finite and at most `absolute + relative · |b|` apart. */
export function near(a: number, b: number, absolute: number, relative: number): boolean {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b);
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a === b;
  return Math.abs(a - b) <= absolute + relative * Math.abs(b);
}
