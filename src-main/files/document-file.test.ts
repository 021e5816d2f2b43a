import { execFileSync } from 'node:child_process';
import { mkdtemp, realpath, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  changedOnDisk,
  MAXIMUM_DOCUMENT_BYTES,
  readDocumentFile,
  suggestFileName,
  withDocumentSuffix,
  writeDocumentFile,
} from './document-file.ts';
import { UserError } from './file-error.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'chainrule-file-')));
  file = join(folder, 'a.chainrule.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('reading', () => {
  test('returns the text as it was written', async () => {
    const text = '{"name": "∂y/∂x"}\n';
    const { stamp } = await writeDocumentFile(file, text);
    expect(await readDocumentFile(file)).toEqual({ path: file, name: 'a.chainrule.json', text, stamp });
  });

  test('takes a file of exactly 64 MiB and refuses one byte more without reading it', async () => {
    await writeFile(file, '');
    await truncate(file, MAXIMUM_DOCUMENT_BYTES);
    expect((await readDocumentFile(file)).text).toHaveLength(MAXIMUM_DOCUMENT_BYTES);
    await truncate(file, MAXIMUM_DOCUMENT_BYTES + 1);
    await expect(readDocumentFile(file)).rejects.toThrow('“a.chainrule.json” is too large to open: 64 MiB');
  });

  test('says in a sentence what is wrong with what cannot be a document', async () => {
    await expect(readDocumentFile(file)).rejects.toThrow(
      new UserError('Could not open “a.chainrule.json”: it, or its folder, is no longer there (ENOENT).'),
    );
    await expect(readDocumentFile(folder)).rejects.toThrow('is not a file that can be opened');
    await writeFile(file, Uint8Array.of(0x80));
    await expect(readDocumentFile(file)).rejects.toThrow('is not a text file in UTF-8');
  });

  test.skipIf(process.platform === 'win32')('does not wait for a pipe or read a device', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    await expect(readDocumentFile(pipe)).rejects.toThrow('is not a file that can be opened');
    await expect(readDocumentFile('/dev/zero')).rejects.toThrow('is not a file that can be opened');
  });
});

test('a touched file is unchanged, one with other content is changed, a removed one may be written again', async () => {
  const { stamp } = await writeDocumentFile(file, 'one');
  await utimes(file, 1, 1);
  expect(await changedOnDisk(file, stamp)).toBe(false);
  await writeFile(file, 'two');
  expect(await changedOnDisk(file, stamp)).toBe(true);
  await rm(file);
  expect(await changedOnDisk(file, stamp)).toBe(false);
});

test('an error of a save says that nothing is lost', async () => {
  await expect(writeDocumentFile(join(folder, 'none', 'b.json'), 'x')).rejects.toThrow(
    'Could not save “b.json”: it, or its folder, is no longer there (ENOENT). What was there before is unchanged; your document is still open.',
  );
});

describe('a suggested file name', () => {
  test.each([
    ['One input', 'One input.chainrule.json'],
    ['one.chainrule.json', 'one.chainrule.json'],
    ['../../etc/passwd', 'etc passwd.chainrule.json'],
    ['C:\\x\\y', 'C x y.chainrule.json'],
    ['', 'Untitled.chainrule.json'],
    ['...', 'Untitled.chainrule.json'],
    ['NUL', 'Untitled.chainrule.json'],
    ['a\u202egnp.exe', 'a gnp.exe.chainrule.json'],
  ])('is made from %j', (name, expected) => {
    expect(suggestFileName(name)).toBe(expected);
  });

  test('never names another folder, whatever the document is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const suggested = suggestFileName(name);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be in a name
        expect(suggested).toMatch(/^[^\u0000-\u001f<>:"/\\|?*. ][^\u0000-\u001f<>:"/\\|?*]*\.chainrule\.json$/u);
      }),
      { numRuns: 2000 },
    );
  });
});

test('the suffix is added unless the name is already one of a JSON file', () => {
  expect(['/a/x', '/a/x.json', '/a/x.chainrule.json', '/a/x.txt'].map(withDocumentSuffix)).toEqual([
    '/a/x.chainrule.json',
    '/a/x.json',
    '/a/x.chainrule.json',
    '/a/x.txt.chainrule.json',
  ]);
});
