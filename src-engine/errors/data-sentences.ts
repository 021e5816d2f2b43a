import { entry, list } from './entry.ts';

/** What can be wrong with data: files, tables, splits. */
export const dataSentences = {
  'data.unknown': entry(
    (f: { name: string; known: readonly string[] }) => `There is no data set "${f.name}"; there are ${list(f.known)}.`,
    'Name one of them, or a csv, idx or inline data set.',
  ),
  'data.file-missing': entry(
    (f: { file: string }) => `The file ${f.file} is not at hand.`,
    'Choose the file, or correct the path; paths are relative to the document.',
  ),
  'data.empty': entry((f: { file: string }) => `${f.file} has no rows.`, 'Give it a row of names and a row of data.'),
  'data.row-length': entry(
    (f: { row: number; expected: number; found: number }) =>
      `Row ${f.row} has ${f.found} cells where the others have ${f.expected}.`,
    'Every row has one cell for each column; write "" around a cell with a comma in it.',
  ),
  'data.open-quote': entry(
    (f: { row: number }) => `A quoted cell that begins in row ${f.row} never ends.`,
    'Close it with "; a quote inside a quoted cell is written twice.',
  ),
  'data.cell': entry(
    (f: { row: number; column: string; found: string }) =>
      `Row ${f.row}, column ${f.column}: expected a number, found ${f.found}.`,
    'Correct the cell, or leave the column out.',
  ),
  'data.missing-cell': entry(
    (f: { row: number; column: string; count: number }) =>
      f.count === 1
        ? `Row ${f.row}, column ${f.column} is missing.`
        : `Row ${f.row}, column ${f.column} is missing, and ${f.count - 1} more cells.`,
    'Fill the cells, or choose to leave such rows out ("missing": "skip").',
  ),
  'data.unknown-column': entry(
    (f: { column: string; known: readonly string[] }) => `There is no column ${f.column}; there are ${list(f.known)}.`,
    'Name a column of the table, or count from 0.',
  ),
  'data.rows': entry(
    (f: { features: number; targets: number }) =>
      `There are ${f.features} rows of features and ${f.targets} of targets.`,
    'Give every row of features one target.',
  ),
  'data.target': entry(
    (f: { row: number; found: string }) => `Row ${f.row}: the target ${f.found} is not finite.`,
    'Targets are finite numbers.',
  ),
  'data.idx': entry(
    (f: { file: string; detail: string }) => `${f.file} is not an IDX file as expected: ${f.detail}.`,
    'IDX files hold a header with the sizes of the axes and then the numbers; unpack them if they are compressed.',
  ),
  'data.split': entry(
    (f: { sum: number }) => `The parts of the split add up to ${f.sum}; at most 1 can be given away.`,
    'Make train, validation and test add up to 1 at most.',
  ),
  'data.empty-part': entry(
    (f: { part: string; rows: number }) => `The ${f.part} part of the split is empty: there are only ${f.rows} rows.`,
    'Give that part a larger share, or use more data.',
  ),
} as const;
