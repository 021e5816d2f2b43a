import { spawn } from 'node:child_process';
import * as nodeFs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeSaveEnvironment, type SaveFileSystem, saveAtomic } from './atomic-save.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await nodeFs.realpath(await nodeFs.mkdtemp(join(tmpdir(), 'chainrule-save-')));
  file = join(folder, 'document.chainrule.json');
});
afterEach(() => nodeFs.rm(folder, { recursive: true, force: true }));

const read = (path = file) => nodeFs.readFile(path, 'utf8');

/** `node:fs/promises` that reports every call, those of open files included; `before` may throw in a call's place. */
function observedFileSystem(before: (call: string) => void): SaveFileSystem {
  const observe = (target: object, prefix: string): never =>
    new Proxy(target, {
      get(inner, key) {
        const value: unknown = Reflect.get(inner, key, inner);
        if (typeof value !== 'function' || typeof key !== 'string') return value;
        return async (...args: unknown[]) => {
          try {
            before(prefix + key);
          } catch (error) {
            if (key === 'close') await Reflect.apply(value, inner, args); // a failing close still gives the file back
            throw error;
          }
          const result: unknown = await Reflect.apply(value, inner, args);
          return key === 'open' ? observe(result as object, 'file.') : result;
        };
      },
    }) as never;
  return observe({ ...nodeFs }, '');
}

const failing = (code: string) => Object.assign(new Error(`${code}: injected`), { code });

describe('an atomic save', () => {
  test('writes a new file and replaces an old one, with no other file left beside it', async () => {
    await saveAtomic(file, 'one');
    expect(await read()).toBe('one');
    await saveAtomic(file, new TextEncoder().encode('zwei ∂'));
    expect(await read()).toBe('zwei ∂');
    expect(await nodeFs.readdir(folder)).toEqual(['document.chainrule.json']);
  });

  test('syncs the content before the rename and the folder after it', async () => {
    const calls: string[] = [];
    await saveAtomic(file, 'x', { ...nodeSaveEnvironment, fs: observedFileSystem((call) => void calls.push(call)) });
    const order = calls.filter((call) => /writeFile|sync|rename/.test(call));
    expect(order).toEqual(['file.writeFile', 'file.sync', 'rename', 'file.sync']);
  });

  test.each(['EIO', 'ENOSPC', 'EACCES', 'EBUSY', 'EXDEV', 'EMFILE'])(
    'leaves the old content or the new one whole, and nothing else, whichever call fails with %s',
    async (code) => {
      for (const existing of [true, false]) {
        let failures = 0;
        for (let nth = 1; ; nth += 1) {
          await nodeFs.rm(file, { force: true });
          if (existing) await nodeFs.writeFile(file, 'old');
          let count = 0;
          let failedCall = '';
          const fs = observedFileSystem((call) => {
            count += 1;
            if (count !== nth) return;
            failedCall = call;
            throw failing(code);
          });
          const outcome = await saveAtomic(file, 'new content', { ...nodeSaveEnvironment, fs }).then(
            () => 'saved',
            (error: NodeJS.ErrnoException) => error.code,
          );
          if (failedCall === '') break; // fewer calls than this: every one has failed once
          failures += 1;
          const left = await nodeFs.readdir(folder);
          expect(left.filter((name) => name.endsWith('.chainrule-tmp'))).toEqual([]);
          const content = left.length === 0 ? null : await read();
          const renamed = content === 'new content';
          if (!renamed) expect(content).toBe(existing ? 'old' : null);
          // A failure is silent only where the file is complete and merely its folder could not be synced.
          expect(outcome === 'saved' ? renamed : outcome).toBe(outcome === 'saved' ? true : code);
        }
        expect(failures).toBeGreaterThanOrEqual(existing ? 12 : 10);
      }
    },
  );

  test('notices when the file system kept only part of the content', async () => {
    await nodeFs.writeFile(file, 'old');
    const short: SaveFileSystem = {
      ...nodeFs,
      open: async (...args) => {
        const handle = await nodeFs.open(...args);
        const whole = handle.writeFile.bind(handle);
        handle.writeFile = (async (data: Uint8Array) => whole(data.subarray(0, 3))) as typeof handle.writeFile;
        return handle;
      },
    };
    await expect(saveAtomic(file, 'new content', { ...nodeSaveEnvironment, fs: short })).rejects.toThrow('only part');
    expect(await read()).toBe('old');
    expect(await nodeFs.readdir(folder)).toHaveLength(1);
  });

  test.skipIf(process.platform === 'win32')('follows links and keeps the file’s mode', async () => {
    const real = join(folder, 'real.json');
    const link = join(folder, 'link.json');
    await nodeFs.writeFile(real, 'old');
    await nodeFs.chmod(real, 0o640);
    await nodeFs.symlink(real, link);
    expect(await saveAtomic(link, 'new')).toEqual({ path: real });
    expect(await read(real)).toBe('new');
    expect((await nodeFs.lstat(link)).isSymbolicLink()).toBe(true);
    expect((await nodeFs.stat(real)).mode & 0o777).toBe(0o640);
  });

  test('refuses a read-only file, a folder and a missing folder', async () => {
    await nodeFs.writeFile(file, 'old');
    await nodeFs.chmod(file, 0o444);
    await expect(saveAtomic(file, 'new')).rejects.toMatchObject({ code: 'EACCES' });
    expect(await read()).toBe('old');
    await expect(saveAtomic(folder, 'new')).rejects.toMatchObject({ code: 'EISDIR' });
    await expect(saveAtomic(join(folder, 'none', 'x.json'), 'new')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test.each([
    { failures: 3, saved: true, waits: [50, 200, 800] },
    { failures: 4, saved: false, waits: [50, 200, 800] },
  ])(
    'tries again on Windows while another program holds the file ($failures times)',
    async ({ failures, saved, waits }) => {
      const waited: number[] = [];
      let left = failures;
      const fs: SaveFileSystem = {
        ...nodeFs,
        rename: async (from, to) => {
          if (left > 0) {
            left -= 1;
            throw failing('EBUSY');
          }
          await nodeFs.rename(from, to);
        },
      };
      const sleep = async (durationMs: number) => void waited.push(durationMs);
      const outcome = await saveAtomic(file, 'new', { fs, platform: 'win32', sleep }).then(
        () => true,
        () => false,
      );
      expect({ outcome, waited }).toEqual({ outcome: saved, waited: waits });
      expect(await nodeFs.readdir(folder)).toHaveLength(saved ? 1 : 0);
    },
  );

  test.skipIf(process.platform === 'win32')('leaves a whole file behind whenever its process is killed', async () => {
    const size = 2_000_000;
    const contents = ['a', 'b', 'c'].map((letter) => letter.repeat(size));
    await nodeFs.writeFile(file, contents[0] ?? '');
    const module = fileURLToPath(new URL('./atomic-save.ts', import.meta.url));
    const script = join(folder, 'save-forever.mjs');
    const bundled = await bundle(module);
    await nodeFs.writeFile(
      script,
      `${bundled}
      for (let round = 0; ; round += 1) {
        await saveAtomic(${JSON.stringify(file)}, 'abc'[round % 3].repeat(${size}));
        if (round === 0) process.stdout.write('saving');
      }`,
    );
    for (let kill = 0; kill < 30; kill += 1) {
      const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 23));
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      await ended;
      const content = await read();
      expect(contents.includes(content)).toBe(true);
    }
    // Kills that hit a save in the middle leave its temporary file; without any, nothing would have been tested.
    expect((await nodeFs.readdir(folder)).some((name) => name.endsWith('.chainrule-tmp'))).toBe(true);
  });
});

/** The module as plain JavaScript, for a process of its own. */
async function bundle(module: string): Promise<string> {
  const { transformWithOxc } = await import('vite');
  const { code } = await transformWithOxc(await nodeFs.readFile(module, 'utf8'), module);
  return code;
}
