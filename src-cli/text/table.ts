import { shapeText, type Tensor } from '#engine';

const DIGITS = 6;
const MOST_ELEMENTS = 4;

/** Six significant digits without trailing zeros; `--json` has them all. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '-∞';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) return value.toExponential(DIGITS - 1).replace(/\.?0+e/, 'e');
  return `${Number(value.toPrecision(DIGITS))}`;
}

/** A scalar's number; a tensor's shape and first elements; `–` where there is none. */
export function tensorText(tensor: Tensor | null): string {
  if (tensor === null) return '–';
  const { shape, data } = tensor;
  if (shape.length === 0) return numberText(data[0]!);
  const shown = Array.from(data.subarray(0, MOST_ELEMENTS), numberText).join(' ');
  return `${shapeText(shape)} ${shown}${data.length > MOST_ELEMENTS ? ' …' : ''}`;
}

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** Lines of a table: a title row, then one line a row, columns two spaces apart. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ title }) => title.length);
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index]!, cell.length);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        columns[index]!.align === 'right' ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!),
      )
      .join('  ')
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)];
}
