import type { Page } from '@playwright/test';
import type { DesktopProgram } from '../shell/launch-shell.ts';

/**
 * The running program and the person in front of it: one window, and answers to the system's dialogs prepared in advance.
 * The same for the web edition, the desktop program on the stand-in for Electron, and Electron itself.
 */
export interface Desk {
  readonly edition: 'web' | 'desktop';
  readonly page: Page;
  /** The next open dialog answers with this file. */
  willOpen(name: string, text: string): Promise<void>;
  /** The next open dialogs are cancelled. */
  willCancelOpen(): Promise<void>;
  /** The next save dialogs answer with this name, in a folder of the test's own. */
  willSaveAs(name: string): Promise<void>;
  /** The next save dialogs are cancelled. */
  willCancelSave(): Promise<void>;
  /** Content of a file saved under this name, or given to `willOpen`; throws when there is none. */
  savedText(name: string): Promise<string>;
  /** The names that the save dialog suggested so far. */
  suggestedNames(): Promise<readonly string[]>;
}

export interface DesktopDesk extends Desk {
  readonly edition: 'desktop';
  readonly program: DesktopProgram;
  /** Folder in which the prepared and saved files lie. */
  readonly folder: string;
  readonly userData: string;
  /** Clicks an item of the native menu by its id, which is the command it sends. */
  chooseMenu(id: string): Promise<void>;
  /** The next native questions get this button (its position), and are recorded. */
  willAnswer(button: number): Promise<void>;
  /** The messages of native questions so far. */
  questions(): Promise<readonly string[]>;
  /** Ends the program as a power cut would and starts it again with the same user data; the page is another one then. */
  restart(): Promise<DesktopDesk>;
}

export function isDesktopDesk(desk: Desk): desk is DesktopDesk {
  return desk.edition === 'desktop';
}
