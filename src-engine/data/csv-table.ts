import { fail } from '../errors/fail.ts';

/** A text table: names of its columns and cells as they are written. */
export interface TextTable {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Number of each row in the file, counted from 1 as editors do. */
  readonly lines: readonly number[];
}

export interface TableOptions {
  /** Between cells; the likeliest of comma, semicolon, tab and bar when left out. */
  readonly delimiter?: string | null;
  /** Whether the first row holds names; when left out, whether it holds no number and a later one does. */
  readonly header?: boolean | null;
}

export type ColumnType = 'number' | 'class';

/** What a dialog shows of a column before anything is chosen. */
export interface ColumnSummary {
  readonly name: string;
  readonly type: ColumnType;
  /** Cells without content. */
  readonly missing: number;
  /** Different contents: all of them for a class, up to 100 for a number. */
  readonly values: readonly string[];
}

/** Cells that hold nothing, as tables write it. */
const NOTHING = new Set(['', '?', 'na', 'n/a', 'nan', 'null', 'none', '-']);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

export const isMissing = (cell: string): boolean => NOTHING.has(cell.trim().toLowerCase());

/** The finite number a cell holds, or NaN. */
export function numberIn(cell: string): number {
  const text = cell.trim();
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/**
 * CSV as RFC 4180 has it, and what is common beside it: other delimiters, blank lines, both line ends. Throws
 * `data.open-quote`, `data.row-length`, `data.empty`, with the row.
 */
export function parseTable(text: string, file: string, options: TableOptions, path: string): TextTable {
  const delimiter = options.delimiter ?? likelyDelimiter(text);
  const { rows, lines } = readRows(text, delimiter, path);
  if (rows.length === 0) fail('data.empty', { file }, { path });
  const columns = rows[0]!.length;
  rows.forEach((row, index) => {
    if (row.length !== columns)
      fail('data.row-length', { row: lines[index]!, expected: columns, found: row.length }, { path });
  });
  const isNumeric = (row: readonly string[] | undefined) => row?.some((cell) => !Number.isNaN(numberIn(cell))) ?? false;
  const header =
    options.header ?? (!isNumeric(rows[0]) && (rows.length === 1 || isNumeric(rows[1]) || isNumeric(rows[2])));
  if (rows.length <= (header ? 1 : 0)) fail('data.empty', { file }, { path });
  const names = header
    ? rows[0]!.map((cell, index) => cell.trim() || `column ${index}`)
    : rows[0]!.map((_, index) => `column ${index}`);
  return header ? { names, rows: rows.slice(1), lines: lines.slice(1) } : { names, rows, lines };
}

/** A column is one of numbers where most of its cells are. */
export function typeOfColumn({ rows }: TextTable, column: number): ColumnType {
  let numbers = 0;
  let cells = 0;
  for (const row of rows) {
    if (isMissing(row[column]!)) continue;
    cells++;
    if (!Number.isNaN(numberIn(row[column]!))) numbers++;
  }
  return cells === 0 || numbers > cells / 2 ? 'number' : 'class';
}

export function summarizeColumns(table: TextTable): readonly ColumnSummary[] {
  return table.names.map((name, column) => {
    const type = typeOfColumn(table, column);
    const values = new Set<string>();
    let missing = 0;
    for (const row of table.rows)
      if (isMissing(row[column]!)) missing++;
      else if (type === 'class' || values.size < 100) values.add(row[column]!.trim());
    return { name, type, missing, values: [...values] };
  });
}

/** The delimiter that the first lines have most often and equally often. */
function likelyDelimiter(text: string): string {
  const lines = text.split(/\r?\n/, 10).filter((line) => line.trim() !== '');
  const scored = [',', ';', '\t', '|'].map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const even = counts.every((count) => count === counts[0]);
    return { delimiter, score: (counts[0] ?? 0) * (even ? 2 : 1) };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

function readRows(text: string, delimiter: string, path: string) {
  const rows: string[][] = [];
  const lines: number[] = [];
  let row: string[] = [];
  let line = 1;
  let start = 1;
  const endRow = (cell: string) => {
    if (row.length > 0 || cell.trim() !== '') {
      row.push(cell);
      rows.push(row);
      lines.push(start);
    }
    row = [];
  };
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const opened = line;
      for (at++; ; at++) {
        if (at >= text.length) fail('data.open-quote', { row: opened }, { path });
        if (text[at] === '"') {
          if (text[at + 1] !== '"') break;
          at++;
        } else if (text[at] === '\n') line++;
        cell += text[at];
      }
      at++;
    }
    const from = at;
    while (at < text.length && text[at] !== '\n' && text[at] !== delimiter) at++;
    cell += text.slice(from, at);
    if (text[at] === delimiter) {
      row.push(cell);
      at++;
      if (at >= text.length) endRow('');
      continue;
    }
    endRow(cell.endsWith('\r') ? cell.slice(0, -1) : cell);
    at++;
    line++;
    start = line;
  }
  return { rows, lines };
}
