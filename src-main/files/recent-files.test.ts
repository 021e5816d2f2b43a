import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJsonStore } from '../settings/json-store.ts';
import { createRecentFiles, parseRecentFiles, readableFolder } from './recent-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chainrule-recent-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = async () => createRecentFiles(await openJsonStore(join(folder, 'recent.json'), parseRecentFiles, []));

test('the newest file comes first, once, and at most twelve are kept across starts', async () => {
  const recent = await open();
  for (let index = 0; index < 15; index += 1) await recent.add(`/f/${index}`);
  await recent.add('/f/7');
  const expected = [
    '/f/7',
    '/f/14',
    '/f/13',
    '/f/12',
    '/f/11',
    '/f/10',
    '/f/9',
    '/f/8',
    '/f/6',
    '/f/5',
    '/f/4',
    '/f/3',
  ];
  expect(recent.list()).toEqual(expected);
  expect((await open()).list()).toEqual(expected);
});

test('files are removed and the list is emptied, and listeners hear of it', async () => {
  const recent = await open();
  let changes = 0;
  recent.onChange(() => {
    changes += 1;
  });
  await recent.add('/a');
  await recent.add('/b');
  await recent.remove('/a');
  expect(recent.list()).toEqual(['/b']);
  await recent.clear();
  expect((await open()).list()).toEqual([]);
  expect(changes).toBe(4);
});

test('many changes at once end with the last one on disk', async () => {
  const recent = await open();
  await Promise.all(Array.from({ length: 30 }, (_, index) => recent.add(`/f/${index}`)));
  expect(JSON.parse(await readFile(join(folder, 'recent.json'), 'utf8'))).toEqual(recent.list());
});

test.each(['', '{', 'null', '{"a": 1}', '[1, null, "relative/path", {"x": 1}]'])(
  'a damaged list is an empty list: %j',
  async (content) => {
    await writeFile(join(folder, 'recent.json'), content);
    expect((await open()).list()).toEqual([]);
  },
);

test('folders are shown as people read them', () => {
  expect(readableFolder('/home/ada/x.json', '/home/ada')).toBe('~');
  expect(readableFolder('/home/ada/work/x.json', '/home/ada')).toBe('~/work');
  expect(readableFolder('/home/adam/x.json', '/home/ada')).toBe('/home/adam');
});
