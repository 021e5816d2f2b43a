import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The program file of the installed Electron; `null` when only its npm package is there, which downloads the rest on demand. */
export function findElectron(
  projectRoot: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const packageFolder = join(projectRoot, 'node_modules', 'electron');
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  try {
    const name = readFileSync(join(packageFolder, 'path.txt'), 'utf8').trim();
    const path = join(override || join(packageFolder, 'dist'), name);
    return name !== '' && existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

const FAILURE_REMEMBERED_MS = 24 * 60 * 60 * 1000;

/** A note of the last failed download, so that a computer without network does not wait for one at every start. */
export function createDownloadMemory(file: string, now: () => number) {
  return {
    async failedLately(): Promise<boolean> {
      try {
        const at = Number(await readFile(file, 'utf8'));
        return now() >= at && now() - at < FAILURE_REMEMBERED_MS;
      } catch {
        return false;
      }
    },
    async rememberFailure(): Promise<void> {
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, String(now()));
      } catch {
        // a folder that cannot be written only costs the wait next time
      }
    },
    forget: () => rm(file, { force: true }).catch(() => undefined),
  };
}

export interface DownloadOptions {
  /** Script of the electron package that fetches and unpacks its binary. */
  readonly installScript: string;
  /** Given up when for this long not one more byte has arrived. */
  readonly stallMs: number;
  readonly signal: AbortSignal;
}

/** Resolves to `null` once Electron is installed, otherwise to a sentence about what went wrong. */
export async function downloadElectron({ installScript, stallMs, signal }: DownloadOptions): Promise<string | null> {
  // The downloader writes into the temporary folder; a folder of our own shows its progress and leaves nothing behind.
  const temporary = await mkdtemp(join(tmpdir(), 'chainrule-electron-'));
  const watched = [temporary, join(dirname(installScript), 'dist')];
  const child = spawn(process.execPath, [installScript], {
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-4000);
  });
  let stalled = false;
  let lastSize = -1;
  let lastGrowth = performance.now();
  const watch = setInterval(
    async () => {
      const size = (await Promise.all(watched.map(sizeOfFolder))).reduce((sum, bytes) => sum + bytes, 0);
      if (size !== lastSize) lastGrowth = performance.now();
      lastSize = size;
      stalled = performance.now() - lastGrowth > stallMs;
      if (stalled) child.kill('SIGKILL');
    },
    Math.min(1000, stallMs / 4),
  );
  const stop = () => child.kill('SIGKILL');
  signal.addEventListener('abort', stop);
  try {
    const code = await new Promise<number | null>((resolve) => {
      child.on('error', () => resolve(null));
      child.on('close', resolve);
    });
    if (code === 0) return null;
    if (signal.aborted) return 'stopped';
    if (stalled) return `no progress for ${Math.round(stallMs / 1000)} s`;
    return (
      errors
        .split('\n')
        .find((line) => /Error\b/.test(line))
        ?.trim() ?? `its installer ended with code ${code}`
    );
  } finally {
    clearInterval(watch);
    signal.removeEventListener('abort', stop);
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function sizeOfFolder(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    bytes += (await stat(join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0;
  }
  return bytes;
}
