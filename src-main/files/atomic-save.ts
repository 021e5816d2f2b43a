import type { FileHandle as OpenFile } from 'node:fs/promises';
import * as nodeFs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The part of `node:fs/promises` a save uses; tests make each call fail in turn. */
export type SaveFileSystem = Pick<typeof nodeFs, 'open' | 'rename' | 'rm' | 'stat' | 'realpath'>;

export interface SaveEnvironment {
  readonly fs: SaveFileSystem;
  readonly platform: NodeJS.Platform;
  readonly sleep: (durationMs: number) => Promise<void>;
}

export const nodeSaveEnvironment: SaveEnvironment = {
  fs: nodeFs,
  platform: process.platform,
  sleep: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
};

/** Virus scanners and indexers hold files open on Windows for a moment. */
const WINDOWS_RETRY_DELAYS_MS = [50, 200, 800];
/** Some file systems cannot sync a folder; the renamed file is complete on them all the same. */
const FOLDER_SYNC_UNSUPPORTED = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EACCES', 'EISDIR', 'EBADF']);

let saveCount = 0;

/** `.name.<pid>-<n>.chainrule-tmp`: beside the file, so that the rename stays within one file system. */
export function temporaryPath(file: string): string {
  saveCount += 1;
  return join(dirname(file), `.${basename(file)}.${process.pid}-${saveCount}.chainrule-tmp`);
}

export interface SavedBytes {
  /** Where the bytes went: `file` with its symbolic links resolved. */
  readonly path: string;
}

/**
 * Replaces the content of `file` so that whoever looks, at any moment and after any crash, finds the old or the new
 * content whole. Order: write temporary file, sync it, rename it over the file, sync the folder.
 * Links are followed, the old file's mode is kept, a file that nobody may write (mode has no `w`) is refused as EACCES.
 * On an error before the rename the old file is untouched and the temporary file is gone.
 */
export async function saveAtomic(
  file: string,
  content: string | Uint8Array,
  { fs, platform, sleep }: SaveEnvironment = nodeSaveEnvironment,
): Promise<SavedBytes> {
  const path = await resolveTarget(fs, file);
  const old = await statOrNull(fs, path);
  if (old && !old.isFile()) throw withCode('EISDIR', 'not a regular file');
  if (old && (old.mode & 0o222) === 0) throw withCode('EACCES', 'the file is read-only');

  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const temporary = temporaryPath(path);
  try {
    const handle = await fs.open(temporary, 'wx', old ? 0o600 : 0o666);
    try {
      await handle.writeFile(bytes);
      const written = await handle.stat();
      if (written.size !== bytes.byteLength) throw withCode('EIO', 'the file system kept only part of the file');
      if (old) await keepOwnerAndMode(handle, written, old, platform);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameWithRetry(fs, temporary, path, platform, sleep);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
  if (platform !== 'win32') await syncFolder(fs, dirname(path));
  return { path };
}

/** A link is saved through; one whose target is missing is replaced by the file. */
async function resolveTarget(fs: SaveFileSystem, file: string): Promise<string> {
  try {
    return await fs.realpath(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return join(await fs.realpath(dirname(file)), basename(file));
  }
}

async function statOrNull(fs: SaveFileSystem, path: string) {
  try {
    return await fs.stat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

interface Ownership {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

async function keepOwnerAndMode(handle: OpenFile, written: Ownership, old: Ownership, platform: NodeJS.Platform) {
  if (platform === 'win32') return;
  if (written.uid !== old.uid || written.gid !== old.gid) {
    try {
      await handle.chown(old.uid, old.gid);
    } catch (error) {
      if (codeOf(error) !== 'EPERM') throw error; // only the superuser may give files away; the content matters more
    }
  }
  await handle.chmod(old.mode & 0o7777);
}

async function renameWithRetry(
  fs: SaveFileSystem,
  from: string,
  to: string,
  platform: NodeJS.Platform,
  sleep: (durationMs: number) => Promise<void>,
) {
  const delays = platform === 'win32' ? WINDOWS_RETRY_DELAYS_MS : [];
  for (let attempt = 0; ; attempt += 1) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      const delayMs = delays[attempt];
      if (delayMs === undefined || !['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error) ?? '')) throw error;
      await sleep(delayMs);
    }
  }
}

async function syncFolder(fs: SaveFileSystem, folder: string) {
  try {
    const handle = await fs.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!FOLDER_SYNC_UNSUPPORTED.has(codeOf(error) ?? '')) throw error;
  }
}

function withCode(code: string, message: string): NodeJS.ErrnoException {
  return Object.assign(new Error(message), { code });
}

export function codeOf(error: unknown): string | null {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : null;
}
