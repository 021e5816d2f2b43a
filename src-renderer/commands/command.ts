import type { Studio } from '../stores/studio.ts';
import type { CommandText, Translate } from '../texts/texts.ts';

/**
 * One thing the user can do. Toolbar, menus, context menus, command palette, shortcuts and the native menu are views of
 * the list of these.
 */
export interface Command {
  /** `edit.undo`: the group, then the verb. */
  readonly id: string;
  /** Key into the `commands` texts. */
  readonly label: CommandText;
  /** What stands in the label for `{{title}}`, in commands made from data. */
  readonly labelWords?: (translate: Translate) => Readonly<Record<string, string>>;
  /** Further words that find it. */
  readonly keywords?: readonly string[];
  /**
   * Shortcuts, `Mod` for Ctrl or Command: `['Mod+Z']`. Those without `Mod` or `Alt` never work while typing,
   * moving keys only where they are not a control's own (commands/shortcuts.ts). The first is the one shown.
   */
  readonly keys?: readonly string[];
  /** Holding the keys down runs it again and again. */
  readonly repeats?: boolean;
  /** Its shortcut works while typing in a field too; what is typed is committed first. */
  readonly whileTyping?: boolean;
  /** The keys are shown only: the browser's own event (copy, cut, paste) brings the command about. */
  readonly nativeKeys?: boolean;
  /** Why it cannot be done now, as a key into the `commands` texts; `null` when it can. */
  readonly unavailable?: (studio: Studio) => CommandText | null;
  readonly run: (studio: Studio) => void | Promise<void>;
}

export function defineCommand(command: Command): Command {
  return Object.freeze(command);
}
