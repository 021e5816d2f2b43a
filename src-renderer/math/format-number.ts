import type { Shape, Tensor } from '#engine';

/** Shown for every number that is not known: never 0. */
const DASH = '–';
export const MINUS = '−';
/** Between groups of three digits. */
export const THIN_SPACE = '\u2009';

const SIGNIFICANT_DIGITS = 4;
const SMALLEST_PLAIN = 1e-3;
const SMALLEST_SCIENTIFIC = 1e5;

export interface NumberStyle {
  /** Keep trailing zeros, for columns. */
  readonly zeros?: boolean;
  /** Write the plus of a positive number: contributions carry it, values never. */
  readonly signed?: boolean;
}

/** Four significant digits: `3`, `0.9526`, `12 350`, `3.2e-4`, `NaN`, `+∞`; a dash for `null`. */
export function formatNumber(value: number | null, style: NumberStyle = {}): string {
  if (value === null) return DASH;
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+∞' : `${MINUS}∞`;
  const digits = unsigned(Math.abs(value), style.zeros ?? false);
  if (value === 0) return digits;
  return `${value < 0 ? MINUS : style.signed ? '+' : ''}${digits}`;
}

/** A contribution or a total gradient: its sign is always written, except that of 0. */
export function formatSigned(value: number | null, style: NumberStyle = {}): string {
  return formatNumber(value, { ...style, signed: true });
}

/** A difference that ought to be 0: one digit, `3e-10`. */
export function formatError(value: number): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  if (value === 0) return '0';
  const [digit = '0', exponent = '0'] = Math.abs(value).toExponential(0).split('e');
  const power = Number(exponent);
  const sign = value < 0 ? MINUS : '';
  return sign + (power >= -1 && power <= 1 ? `${Number(`${digit}e${power}`)}` : `${digit}e${power}`);
}

/** Ten significant digits in groups of three, for numbers that are compared digit by digit: `4.000 000 000`. */
export function formatLong(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return formatNumber(value);
  const [mantissa = '', exponent] = Math.abs(value).toPrecision(10).split('e');
  const plain = exponent === undefined && (value === 0 || Math.abs(value) >= SMALLEST_PLAIN);
  const [digits = '', power] = plain ? [mantissa] : Math.abs(value).toExponential(9).split('e');
  const [whole = '', fraction] = digits.split('.');
  const grouped = fraction === undefined ? '' : `.${fraction.replace(/(\d{3})(?=\d)/g, `$1${THIN_SPACE}`)}`;
  return `${value < 0 ? MINUS : ''}${group(whole)}${grouped}${power === undefined ? '' : `e${Number(power)}`}`;
}

/** The shortest text that reads back as the same float64, to look at: `0.30000000000000004`. */
export function exactText(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return formatNumber(value);
  return plainText(value).replace(/^-/, MINUS);
}

/** The same in ASCII, to paste into a program or a field. */
export function plainText(value: number): string {
  return Object.is(value, -0) ? '-0' : `${value}`.replace('e+', 'e');
}

/** A count of things, grouped: `669 706`. */
export function formatCount(count: number): string {
  return group(`${count}`);
}

/** What a sign looks like; never by colour alone, so the text carries it too. */
export type Sign = 'plus' | 'minus' | 'zero' | 'mixed' | 'error';

export function signOf(value: number | Tensor | null): Sign {
  if (value === null) return 'zero';
  if (typeof value === 'number')
    return !Number.isFinite(value) ? 'error' : value > 0 ? 'plus' : value < 0 ? 'minus' : 'zero';
  let plus = false;
  let minus = false;
  for (const entry of value.data) {
    if (!Number.isFinite(entry)) return 'error';
    if (entry > 0) plus = true;
    else if (entry < 0) minus = true;
  }
  return plus && minus ? 'mixed' : plus ? 'plus' : minus ? 'minus' : 'zero';
}

/** The number of a scalar; `null` for what is not known and for tensors with axes. */
export function scalarOf(tensor: Tensor | null): number | null {
  return tensor?.shape.length === 0 ? (tensor.data[0] ?? null) : null;
}

/** `2 × 3`; `scalar` has no sizes and gives the empty text. */
export function shapeSizes(shape: Shape): string {
  return shape.join(' × ');
}

/**
 * One line for a tensor: the number of a scalar; the first numbers of a vector (`[0.98, 0.12]`, `[1, −2, …]`) as far as
 * `widthCh` characters go; sizes for more axes (`[2 × 3]`).
 */
export function summarize(tensor: Tensor | null, style: NumberStyle & { readonly widthCh?: number } = {}): string {
  if (tensor === null) return DASH;
  const { shape, data } = tensor;
  if (shape.length === 0) return formatNumber(data[0] ?? null, style);
  const sizes = `[${shapeSizes(shape)}]`;
  if (shape.length > 1) return sizes;
  const width = style.widthCh ?? 18;
  const entries: string[] = [];
  let used = 2;
  for (const value of data) {
    const text = formatNumber(value, style);
    const last = entries.length + 1 === data.length;
    const next = used + text.length + (entries.length > 0 ? 2 : 0);
    if (next + (last ? 0 : 3) > width) return entries.length === 0 ? sizes : `[${entries.join(', ')}, …]`;
    entries.push(text);
    used = next;
  }
  return `[${entries.join(', ')}]`;
}

/** Every number of a tensor exactly, as nested lists that other programs read; cut after `limit` numbers. */
export function exactTensorText(tensor: Tensor, limit = 1000): string {
  if (tensor.data.length > limit) return `[${shapeSizes(tensor.shape)}]`;
  let rows: string[] = Array.from(tensor.data, plainText);
  for (let axis = tensor.shape.length - 1; axis >= 0; axis--) {
    const length = tensor.shape[axis]!;
    rows = Array.from(
      { length: rows.length / length },
      (_, row) => `[${rows.slice(row * length, (row + 1) * length).join(', ')}]`,
    );
  }
  return rows[0] ?? '';
}

function unsigned(magnitude: number, zeros: boolean): string {
  if (magnitude === 0) return zeros ? '0.000' : '0';
  const rounded = Number(magnitude.toPrecision(SIGNIFICANT_DIGITS));
  if (rounded < SMALLEST_PLAIN || rounded >= SMALLEST_SCIENTIFIC) {
    const [mantissa = '', exponent = ''] = magnitude.toExponential(SIGNIFICANT_DIGITS - 1).split('e');
    return `${zeros ? mantissa : trimZeros(mantissa)}e${Number(exponent)}`;
  }
  const decimals = Math.max(0, SIGNIFICANT_DIGITS - 1 - Math.floor(Math.log10(rounded)));
  const [whole = '', fraction] = rounded.toFixed(decimals).split('.');
  const text = fraction === undefined ? whole : `${whole}.${fraction}`;
  const trimmed = zeros ? text : trimZeros(text);
  const [wholePart = '', ...rest] = trimmed.split('.');
  return [group(wholePart), ...rest].join('.');
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Groups of three from four digits on would split years and sizes; a thin space begins at five. */
function group(digits: string): string {
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
}
