import { fail } from '../errors/fail.ts';
import { boolean, choice, optional } from '../ops/attributes.ts';
import type { AttributeRule } from '../ops/define.ts';
import { isMissing, numberIn, parseTable, type TextTable, typeOfColumn } from './csv-table.ts';
import type { Dataset } from './dataset.ts';
import { defineDataset, readOptions } from './define.ts';
import { requireFile } from './files.ts';
import { decodeUtf8 } from './utf8.ts';

const delimiters = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;

interface Options {
  readonly delimiter: keyof typeof delimiters | null;
  readonly header: boolean | null;
  readonly missing: 'refuse' | 'skip' | 'mean';
  readonly target: 'auto' | 'class' | 'number';
}

const rules: { readonly [K in keyof Options]: AttributeRule<Options[K]> } = {
  delimiter: optional(
    choice(['comma', 'semicolon', 'tab', 'bar'], {
      default: 'comma',
      description: 'Between cells; guessed when left out.',
    }),
  ),
  header: optional(
    boolean({ default: true, description: 'Whether the first row holds names; guessed when left out.' }),
  ),
  missing: choice(['refuse', 'skip', 'mean'], {
    default: 'refuse',
    description: 'Rows with an empty cell are refused, left out, or filled with the column’s mean.',
  }),
  target: choice(['auto', 'class', 'number'], {
    default: 'auto',
    description: 'Whether the target is a class or a number; texts are classes.',
  }),
};

export const csv = defineDataset({
  id: 'csv',
  name: 'CSV file',
  category: 'files',
  description: 'A table in a text file; texts among the features become one column of 0 and 1 for each content.',
  options: rules,
  files: (spec) => [`${String(spec['path'])}`],
  open(spec, { files, path }) {
    const options = readOptions(rules, spec.options ?? {}, `${path}.options`) as unknown as Options;
    const file = String(spec['path']);
    const text = decodeUtf8(requireFile(files, file, `${path}.path`));
    const table = parseTable(
      text,
      file,
      { delimiter: options.delimiter && delimiters[options.delimiter], header: options.header },
      `${path}.path`,
    );
    return tableDataset(table, spec['features'] as Columns, spec['target'] as ColumnName, options, path);
  },
});

type ColumnName = string | number;
type Columns = readonly ColumnName[];

/** The chosen columns of a table as samples. Throws `data.*`, naming row and column. */
function tableDataset(
  table: TextTable,
  features: Columns,
  target: ColumnName,
  { missing, target: targetType }: Pick<Options, 'missing' | 'target'>,
  path: string,
): Dataset {
  const chosen = features.map((name, index) => columnOf(table, name, `${path}.features[${index}]`));
  const wanted = columnOf(table, target, `${path}.target`);
  const rows = usableRows(table, [...chosen, wanted], missing, wanted, path);
  const columns = chosen.flatMap((column) => featureColumns(table, column, rows, path));
  const data = new Float64Array(rows.length * columns.length);
  columns.forEach(({ numbers }, column) => {
    for (let row = 0; row < rows.length; row++) data[row * columns.length + column] = numbers[row]!;
  });
  const type = targetType === 'auto' ? typeOfColumn(table, wanted) : targetType;
  const cells = rows.map((row) => table.rows[row]![wanted]!.trim());
  const classes = type === 'class' ? orderedValues(cells) : null;
  return {
    rows: rows.length,
    featureNames: columns.map(({ name }) => name),
    features: data,
    featureUnit: 1,
    targetNames: [table.names[wanted]!],
    targets: classes ? Float64Array.from(cells, (cell) => classes.indexOf(cell)) : numbersOf(table, wanted, rows, path),
    classes,
    testFrom: rows.length,
    picture: null,
  };
}

function columnOf({ names }: TextTable, name: ColumnName, path: string): number {
  const column = typeof name === 'number' ? name : names.indexOf(name);
  if (column >= 0 && column < names.length) return column;
  return fail('data.unknown-column', { column: `${name}`, known: names }, { path });
}

/** Rows without a gap in the columns used; with `mean` gaps among the features may stay. */
function usableRows(
  table: TextTable,
  columns: readonly number[],
  missing: Options['missing'],
  target: number,
  path: string,
) {
  const usable: number[] = [];
  let first: { readonly row: number; readonly column: number } | null = null;
  let count = 0;
  table.rows.forEach((cells, row) => {
    const gaps = columns.filter((column) => isMissing(cells[column]!));
    if (gaps.length === 0 || (missing === 'mean' && !gaps.includes(target))) usable.push(row);
    first ??= gaps.length > 0 ? { row, column: gaps[0]! } : null;
    count += gaps.length;
  });
  if (first !== null && missing === 'refuse') {
    const { row, column } = first as { readonly row: number; readonly column: number };
    const facts = { row: table.lines[row]!, column: table.names[column]!, count };
    fail('data.missing-cell', facts, { path: `${path}.path` });
  }
  if (usable.length === 0) fail('data.empty', { file: 'What is left of the table' }, { path: `${path}.path` });
  return usable;
}

function featureColumns(table: TextTable, column: number, rows: readonly number[], path: string) {
  const name = table.names[column]!;
  if (typeOfColumn(table, column) === 'number') return [{ name, numbers: numbersOf(table, column, rows, path) }];
  const cells = rows.map((row) => table.rows[row]![column]!.trim());
  return orderedValues(cells.filter((cell) => !isMissing(cell))).map((value) => ({
    name: `${name} = ${value}`,
    numbers: Float64Array.from(cells, (cell) => (cell === value ? 1 : 0)),
  }));
}

/** Gaps, where they were let in, become the mean of the others. */
function numbersOf(table: TextTable, column: number, rows: readonly number[], path: string): Float64Array {
  let sum = 0;
  let known = 0;
  const numbers = Float64Array.from(rows, (row) => {
    const cell = table.rows[row]![column]!;
    if (isMissing(cell)) return Number.NaN;
    const value = numberIn(cell);
    if (Number.isNaN(value)) {
      const found = `"${cell.trim().slice(0, 40)}"`;
      fail('data.cell', { row: table.lines[row]!, column: table.names[column]!, found }, { path: `${path}.path` });
    }
    sum += value;
    known++;
    return value;
  });
  return known === rows.length ? numbers : numbers.map((value) => (Number.isNaN(value) ? sum / known : value));
}

/** Different contents; numbers by size, texts as they first occur. */
function orderedValues(cells: readonly string[]): string[] {
  const values = [...new Set(cells)];
  return values.every((value) => !Number.isNaN(numberIn(value)))
    ? values.sort((a, b) => Number(a) - Number(b))
    : values;
}
