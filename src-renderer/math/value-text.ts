import type { TensorLiteral } from '#engine';
import { plainText } from './format-number.ts';

/** What a user typed as a value, or why it is none: a key of the `canvas` texts. */
export type ParsedValue =
  | { readonly ok: true; readonly value: TensorLiteral }
  | {
      readonly ok: false;
      readonly why: 'value.empty' | 'value.notNumber' | 'value.notFinite' | 'value.ragged' | 'value.list';
    };

/** Decimal text, with a dot; a real minus sign and thin spaces, as the window writes numbers, are read too. */
export function parseNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/[\u202F\u2009\u00A0]/g, '');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

/** A number, a fraction of two (`1/3`), or nested lists of numbers. */
export function parseValueText(text: string): ParsedValue {
  if (text.trim() === '') return { ok: false, why: 'value.empty' };
  if (text.trim().startsWith('[')) return parseList(text);
  const [upper, lower, ...rest] = text.split('/').map(parseNumber);
  const value = rest.length > 0 || upper == null || lower === null ? null : lower === undefined ? upper : upper / lower;
  if (value === null) return { ok: false, why: 'value.notNumber' };
  return Number.isFinite(value) ? { ok: true, value } : { ok: false, why: 'value.notFinite' };
}

function parseList(text: string): ParsedValue {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/[−–]/g, '-'));
  } catch {
    return { ok: false, why: 'value.list' };
  }
  const shape: number[] = [];
  for (let at = raw; Array.isArray(at) && shape.length < 32; at = at[0]) shape.push(at.length);
  if (shape.includes(0)) return { ok: false, why: 'value.empty' };
  let level: readonly unknown[] = [raw];
  for (const length of shape) {
    if (!level.every((row) => Array.isArray(row) && row.length === length)) return { ok: false, why: 'value.ragged' };
    level = level.flat();
  }
  if (!level.every((entry) => typeof entry === 'number')) return { ok: false, why: 'value.list' };
  if (!level.every(Number.isFinite)) return { ok: false, why: 'value.notFinite' };
  return { ok: true, value: raw as TensorLiteral };
}

/** One notch of a drag or an arrow key: a tenth for numbers up to 10, then a hundredth of the power of ten below. */
export function valueStep(value: number, speed: 'fine' | 'normal' | 'coarse' = 'normal'): number {
  const power = Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(value)))));
  const exponent = power - 1 + (speed === 'fine' ? -1 : speed === 'coarse' ? 1 : 0);
  return Number(`1e${exponent}`);
}

/** `value` moved by whole notches, on the notches' own grid, so that a tenth of tenths is exactly 1. */
export function moveByNotches(value: number, notches: number, step: number): number {
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  const moved = value + notches * step;
  const decimalsOfValue = plainText(value).includes('e') ? 15 : (plainText(value).split('.')[1]?.length ?? 0);
  return Number(moved.toFixed(Math.min(15, Math.max(decimals, decimalsOfValue)))) || 0;
}
