import { isAbsolute, resolve } from 'node:path';
import type { Dialog } from 'electron';
import type { DocumentFiles } from '../files/document-files.ts';
import type { DocumentWindow } from './document-window.ts';
import type { DocumentWindows } from './document-windows.ts';

/**
 * Shows a file that the system, a second start or the menu asks for: in the window that has it already, else in the
 * front window when nothing would be lost there, else in a new one.
 */
export async function openFromSystem(
  path: string,
  windows: DocumentWindows,
  openWindow: () => DocumentWindow,
  files: Pick<DocumentFiles, 'openPath'>,
  dialog: Pick<Dialog, 'showMessageBox'>,
): Promise<void> {
  const front = windows.current();
  const window = windows.holding(path) ?? (front?.isUntouched() ? front : openWindow());
  window.focus();
  if (window.currentPath() === path) return;
  try {
    const file = await files.openPath(window, path);
    if (file) window.offerFile(file);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await dialog.showMessageBox(window.browserWindow, { type: 'error', message, buttons: ['OK'], noLink: true });
  }
}

/**
 * The document named on a command line, made absolute; `null` when there is none. Options may stand anywhere; the first
 * `ownArguments` other words name the program itself (and, unpackaged, its folder).
 */
export function documentArgument(argv: readonly string[], ownArguments: number, workingFolder: string): string | null {
  const words = argv.filter((argument) => argument !== '' && !argument.startsWith('-'));
  const name = words.slice(ownArguments).at(-1);
  if (name === undefined) return null;
  return isAbsolute(name) ? name : resolve(workingFolder, name);
}

/** What a second start passed to the first one: data from another process, so it is checked. */
export function documentOfSecondStart(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null;
  const { document } = data as Record<string, unknown>;
  return typeof document === 'string' && isAbsolute(document) && !document.includes('\0') ? document : null;
}
