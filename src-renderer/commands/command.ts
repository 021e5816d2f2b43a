import type { Studio } from '../stores/studio.ts';

/**
 * One thing the user can do. Toolbar, menus, context menus, command palette, shortcuts and the native menu are views of
 * the list of these.
 */
export interface Command {
  /** `edit.undo`: the group, then the verb. */
  readonly id: string;
  /** Key into the `commands` texts. */
  readonly label: string;
  /** Further words that find it. */
  readonly keywords?: readonly string[];
  /** Shortcuts, `Mod` for Ctrl or Command: `['Mod+Z']`. Single letters work only while the canvas has the focus. */
  readonly keys?: readonly string[];
  /** Why it cannot be done now, as a key into the `commands` texts; `null` when it can. */
  readonly unavailable?: (studio: Studio) => string | null;
  readonly run: (studio: Studio) => void | Promise<void>;
}

export function defineCommand(command: Command): Command {
  return Object.freeze(command);
}
