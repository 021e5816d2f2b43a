import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeSaveEnvironment } from '../files/atomic-save.ts';
import { openJournals, parseJournalEntry } from './journal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chainrule-journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = { path: '/home/ada/x.chainrule.json', stamp: 'abc' };

describe('a journal', () => {
  test('returns what was written last, and nothing once cleared', async () => {
    const journal = (await openJournals(folder)).create();
    expect(await journal.read()).toBeNull();
    await journal.write({ text: 'one', file: null });
    await journal.write({ text: 'two', file });
    expect(await journal.read()).toEqual({ text: 'two', file });
    await journal.clear();
    expect(await journal.read()).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  test('of many requests at once the last one stands', async () => {
    const journal = (await openJournals(folder)).create();
    const texts = Array.from({ length: 50 }, (_, index) => `text ${index}`);
    await Promise.all(texts.map((text) => journal.write({ text, file: null })));
    expect(await journal.read()).toMatchObject({ text: 'text 49' });
    await Promise.all([journal.write({ text: 'late', file: null }), journal.clear()]);
    expect(await journal.read()).toBeNull();
  });

  test('says when it cannot be written, and recovers when it can again', async () => {
    let full = true;
    const fs: typeof nodeSaveEnvironment.fs = {
      ...nodeSaveEnvironment.fs,
      rename: async (from, to) => {
        if (full) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        await nodeSaveEnvironment.fs.rename(from, to);
      },
    };
    const journal = (await openJournals(folder, { ...nodeSaveEnvironment, fs })).create();
    await expect(journal.write({ text: 'lost', file: null })).rejects.toThrow('no space');
    full = false;
    await journal.write({ text: 'kept', file: null });
    expect(await journal.read()).toEqual({ text: 'kept', file: null });
  });
});

describe('what an earlier run left behind', () => {
  test('is found by the next run, the newest first, and cleared through it', async () => {
    const before = await openJournals(folder);
    for (const text of ['older', 'newer']) {
      await before.create().write({ text, file: null });
      if (text === 'older') for (const name of await readdir(folder)) await utimes(join(folder, name), 1, 1);
    }
    const journals = await openJournals(folder);
    const found = await journals.leftBehind();
    expect(await Promise.all(found.map((journal) => journal.read()))).toMatchObject([
      { text: 'newer' },
      { text: 'older' },
    ]);
    expect(await journals.leftBehind()).toEqual([]);
    await Promise.all(found.map((journal) => journal.clear()));
    expect(await readdir(folder)).toEqual([]);
  });

  test('is not mistaken for other files, damaged journals or journals of this run', async () => {
    const journals = await openJournals(folder);
    await journals.create().write({ text: 'mine', file: null });
    await writeFile(join(folder, 'notes.txt'), '{"version":1,"text":"x"}');
    await writeFile(join(folder, '00000000-0000-4000-8000-000000000000.journal'), '{"version":1,"te');
    expect(await journals.leftBehind()).toEqual([]);
    expect(await readdir(folder)).toHaveLength(3);
  });
});

test.each([
  [null, null],
  [[], null],
  [{ version: 2, text: 'x' }, null],
  [{ version: 1, text: 1 }, null],
  [
    { version: 1, text: 'x', file: { path: 'relative', stamp: 'a' } },
    { text: 'x', file: null },
  ],
  [
    { version: 1, text: 'x', file: { path: '/a', stamp: 1 } },
    { text: 'x', file: null },
  ],
  [
    { version: 1, text: 'x', file, more: true },
    { text: 'x', file },
  ],
])('the stored form %j is read as %j', (stored, expected) => {
  expect(parseJournalEntry(stored)).toEqual(expected);
});
