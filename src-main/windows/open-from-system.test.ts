import { describe, expect, test } from 'vitest';
import { documentArgument, documentOfSecondStart } from './open-from-system.ts';

describe('the document on a command line', () => {
  test.each([
    [['/opt/chainrule'], 1, null],
    [['/opt/chainrule', 'a.json'], 1, '/work/a.json'],
    [['/opt/chainrule', '/b.json', '--flag'], 1, '/b.json'],
    [['electron', '.'], 2, null],
    [['electron', '--no-sandbox', '/project', '--user-data-dir=/x', 'a.json'], 2, '/work/a.json'],
    [['electron', '.', ''], 2, null],
  ])('%j', (argv, ownArguments, expected) => {
    expect(documentArgument(argv, ownArguments, '/work')).toBe(expected);
  });
});

test.each([
  [{ document: '/a.json' }, '/a.json'],
  [{ document: null }, null],
  [{ document: 'relative.json' }, null],
  [{ document: '/a\0.json' }, null],
  [{ document: ['/a.json'] }, null],
  [undefined, null],
  ['/a.json', null],
])('what a second start passes on, %j, is read as %j', (data, expected) => {
  expect(documentOfSecondStart(data)).toBe(expected);
});
