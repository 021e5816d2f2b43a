import type { FullConfig } from '@playwright/test';
import { ELECTRON_ABSENT, electronProgramFile } from './support/electron-program.ts';

/** The list of results shows a skipped test, but not why. */
export default function globalSetup(config: FullConfig) {
  const wanted = config.projects.some((project) => project.name === 'electron');
  if (wanted && electronProgramFile() === null) console.log(`Project "electron" is skipped: ${ELECTRON_ABSENT}`);
}
