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

const bits = new BigInt64Array(1);
const value = new Float64Array(bits.buffer);

/** Position on the line of all doubles, so that neighbours differ by 1; both zeros are 0. */
function rank(x: number): bigint {
  value[0] = x;
  return bits[0]! < 0n ? -(bits[0]! & 0x7fff_ffff_ffff_ffffn) : bits[0]!;
}

/** Representable numbers between a and b; 0 for equal ones and for NaN with NaN. */
export function ulpsApart(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b) ? 0 : Number.POSITIVE_INFINITY;
  const distance = rank(a) - rank(b);
  return Number(distance < 0n ? -distance : distance);
}
