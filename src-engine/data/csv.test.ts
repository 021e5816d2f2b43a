import { describe, expect, it } from 'vitest';
import { parseTable, summarizeColumns } from './csv-table.ts';
import { openDataset } from './registry.ts';

const bytes = (text: string) => Uint8Array.from(Array.from(text, (character) => character.charCodeAt(0)));
const open = (text: string, more: object = {}) =>
  openDataset(
    { name: 'csv', path: 'a.csv', features: ['x', 'y'], target: 'kind', ...more },
    { seed: 1, files: new Map([['a.csv', bytes(text)]]) },
  );

const GOOD = 'x,y,kind\n1,2,a\n3,-4.5e1,b\r\n5,6,"a"\n';

describe('a CSV file', () => {
  it('becomes features and classes', () => {
    const data = open(GOOD);
    expect([...data.features]).toEqual([1, 2, 3, -45, 5, 6]);
    expect(data.classes).toEqual(['a', 'b']);
    expect([...data.targets]).toEqual([0, 1, 0]);
    expect(data.featureNames).toEqual(['x', 'y']);
  });

  it('is read by column numbers as well, and targets that are numbers stay numbers', () => {
    const data = open('1;2;3\n4;5;6\n', { features: [0], target: 2 });
    expect([...data.features]).toEqual([1, 4]);
    expect([...data.targets]).toEqual([3, 6]);
    expect(data.classes).toBeNull();
    expect(open('1;2;3\n4;5;6\n', { features: [0], target: 2, options: { target: 'class' } }).classes).toEqual([
      '3',
      '6',
    ]);
  });

  it('turns a column of texts into one column for each text', () => {
    const data = open('x,y,kind\n1,red,a\n2,blue,b\n3,red,b\n');
    expect(data.featureNames).toEqual(['x', 'y = red', 'y = blue']);
    expect([...data.features]).toEqual([1, 1, 0, 2, 0, 1, 3, 1, 0]);
  });

  it.each([
    ['x,y,kind\n1,2,a\n3,b\n', /Row 3 has 2 cells where the others have 3/],
    ['x,y,kind\n1,2,a\n3,4,b\n5,oops,a\n6,7,b\n', /Row 4, column y: expected a number, found "oops"/],
    ['x,y,kind\n1,2,a\n,4,b\n', /Row 3, column x is missing\./],
    ['x,y,kind\n1,2,a\n,NA,b\n', /Row 3, column x is missing, and 1 more cells/],
    ['x,y,kind\n1,"2,a\n', /A quoted cell that begins in row 2 never ends/],
    ['x,y,kind\n', /a\.csv has no rows/],
    ['', /a\.csv has no rows/],
    ['x,z,kind\n1,2,a\n', /There is no column y; there are x, z, kind/],
  ])('%j is refused, naming the place', (text, message) => {
    expect(() => open(text)).toThrow(message);
  });

  it('leaves rows with gaps out, or fills them with the mean, when told to', () => {
    const text = 'x,y,kind\n1,2,a\n,4,b\n3,?,a\n';
    expect([...open(text, { options: { missing: 'skip' } }).features]).toEqual([1, 2]);
    expect([...open(text, { options: { missing: 'mean' } }).features]).toEqual([1, 2, 2, 4, 3, 3]);
  });

  it('may have quotes, line ends and delimiters inside quoted cells, and rows count as lines of the file', () => {
    const table = parseTable('a,b\n"1\n2","say ""hi"", x"\n\n7,8', 'f', {}, 'p');
    expect(table.rows).toEqual([
      ['1\n2', 'say "hi", x'],
      ['7', '8'],
    ]);
    expect(table.lines).toEqual([2, 5]);
  });

  it('says of each column what it holds', () => {
    expect(summarizeColumns(parseTable(GOOD, 'f', {}, 'p'))).toMatchObject([
      { name: 'x', type: 'number', missing: 0 },
      { name: 'y', type: 'number' },
      { name: 'kind', type: 'class', values: ['a', 'b'] },
    ]);
  });
});

describe('IDX files', () => {
  const header = (...axes: number[]) => [0, 0, 8, axes.length, ...axes.flatMap((length) => [0, 0, 0, length])];
  const images = Uint8Array.from([...header(2, 1, 2), 0, 255, 51, 102]);
  const labels = Uint8Array.from([...header(2), 3, 1]);
  const openIdx = (i: Uint8Array, l: Uint8Array) =>
    openDataset(
      { name: 'idx', images: 'i', labels: 'l', testImages: 'i', testLabels: 'l' },
      {
        seed: 1,
        files: new Map([
          ['i', i],
          ['l', l],
        ]),
      },
    );

  it('become pictures with labels, the test part behind', () => {
    const data = openIdx(images, labels);
    expect(data).toMatchObject({ rows: 4, testFrom: 2, picture: [1, 2], featureUnit: 1 / 255 });
    expect([...data.targets]).toEqual([3, 1, 3, 1]);
    expect(data.classes).toHaveLength(4);
  });

  it.each([
    [images.subarray(0, 5), labels, /has 5 bytes, its header alone takes 16/],
    [images.subarray(0, 18), labels, /2 × 1 × 2 need 4 bytes, but 2 follow/],
    [labels, labels, /has 1 axes instead of 3|header alone/],
    [images, Uint8Array.from([...header(3), 1, 2, 3]), /2 rows of features and 3 of targets/],
    [Uint8Array.of(0x1f, 0x8b, 8, 0), labels, /still compressed/],
  ])('that are broken are refused, saying how', (i, l, message) => {
    expect(() => openIdx(i, l)).toThrow(message);
  });
});
