import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const TEMPORARY_NAME = /^\..+\.(\d+)-\d+\.chainrule-tmp$/;

export interface SweepOptions {
  /** A process on another machine may be saving into the same shared folder: younger files than this stay. */
  readonly minimumAgeMs: number;
  readonly isAlive: (pid: number) => boolean;
  readonly now: () => number;
}

/** Removes temporary files that a save left when its process was killed. Other files are never touched; errors are ignored. */
export async function sweepTemporaryFiles(folder: string, options: SweepOptions): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const removed: string[] = [];
  for (const name of names) {
    const pid = Number(TEMPORARY_NAME.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isSafeInteger(pid) || options.isAlive(pid)) continue;
    const path = join(folder, name);
    const info = await stat(path).catch(() => null);
    if (!info?.isFile() || options.now() - info.mtimeMs < options.minimumAgeMs) continue;
    const done = await rm(path).then(
      () => true,
      () => false,
    );
    if (done) removed.push(name);
  }
  return removed;
}

export function isProcessAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
