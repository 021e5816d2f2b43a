import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryPath } from './atomic-save.ts';
import { isProcessAlive, sweepTemporaryFiles } from './sweep.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chainrule-sweep-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('only the old temporary files of dead processes go', async () => {
  const dead = '.x.chainrule.json.999-1.chainrule-tmp';
  const fresh = '.x.chainrule.json.999-2.chainrule-tmp';
  const living = '.x.chainrule.json.123-1.chainrule-tmp';
  const others = [
    'x.chainrule.json',
    '.999-1.chainrule-tmp.txt',
    'notes.999-1.tmp',
    '.x.chainrule.json.-5-1.chainrule-tmp',
  ];
  for (const name of [dead, fresh, living, ...others]) await writeFile(join(folder, name), '');
  const now = Date.now();
  for (const name of [dead, living]) await utimes(join(folder, name), now / 1000 - 60, now / 1000 - 60);
  const options = { minimumAgeMs: 10_000, isAlive: (pid: number) => pid === 123, now: () => now };
  expect(await sweepTemporaryFiles(folder, options)).toEqual([dead]);
  expect((await readdir(folder)).sort()).toEqual([fresh, living, ...others].sort());
});

test('what a save of this process writes is recognised, and left alone while it lives', async () => {
  await writeFile(temporaryPath(join(folder, 'a.json')), '');
  const options = { minimumAgeMs: 0, now: Date.now };
  expect(await sweepTemporaryFiles(folder, { ...options, isAlive: isProcessAlive })).toEqual([]);
  expect(await sweepTemporaryFiles(folder, { ...options, isAlive: () => false })).toHaveLength(1);
});

test('a folder that is not there is no error', async () => {
  const options = { minimumAgeMs: 0, isAlive: () => false, now: Date.now };
  expect(await sweepTemporaryFiles(join(folder, 'none'), options)).toEqual([]);
});

test('this process lives, and no process has the number 0 or below', () => {
  expect([process.pid, 0, -1].map(isProcessAlive)).toEqual([true, false, false]);
});
