import { expect, test } from 'vitest';
import { emptyDocument } from '#engine';
import { emptySheet, sheetOf, withSheet } from './sheet.ts';

const note = { id: 'note1', x: 0, y: 8, width: 200, height: 80, text: 'a' };

test('entries that make no sense are left out, the others stand', () => {
  const extensions = {
    chainrule: { notes: [note, { ...note, id: 3 }, { ...note, id: 'n', width: -1 }, null], frames: 'no' },
  };
  expect(sheetOf({ extensions })).toEqual({ ...emptySheet, notes: [note] });
});

test('a sheet emptied again leaves the document as it was, and other programs’ data stays', () => {
  const own = withSheet(emptyDocument, (sheet) => ({ ...sheet, notes: [note] }));
  expect(withSheet(own, () => emptySheet)).toEqual(emptyDocument);
  const other = { ...emptyDocument, extensions: { other: { kept: true } } };
  const both = withSheet(other, (sheet) => ({ ...sheet, notes: [note] }));
  expect(both.extensions).toEqual({ other: { kept: true }, chainrule: { notes: [note] } });
  expect(withSheet(both, () => emptySheet)).toEqual(other);
});
