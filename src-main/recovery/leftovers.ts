import { dirname } from 'node:path';
import { isProcessAlive, sweepTemporaryFiles } from '../files/sweep.ts';

/** Another machine may be saving into a folder we share with it. */
const SHARED_FOLDER_AGE_MS = 10_000;

/** Clears what killed saves left in the program's own folders and beside the files the user worked on lately. */
export async function sweepLeftovers(journalFolder: string, settingsFolder: string, recentFiles: readonly string[]) {
  const options = { isAlive: isProcessAlive, now: Date.now };
  for (const folder of [journalFolder, settingsFolder])
    await sweepTemporaryFiles(folder, { ...options, minimumAgeMs: 0 });
  for (const folder of new Set(recentFiles.map((path) => dirname(path))))
    await sweepTemporaryFiles(folder, { ...options, minimumAgeMs: SHARED_FOLDER_AGE_MS });
}
