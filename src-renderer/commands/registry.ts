import type { Studio } from '../stores/studio.ts';
import { withShortcuts } from './bindings.ts';
import type { Command } from './command.ts';

/** All commands of the window, in the order in which lists show them, with the shortcuts that are in force. */
export interface CommandRegistry {
  readonly list: readonly Command[];
  /** The same with the shortcuts they come with. */
  readonly original: readonly Command[];
  get(id: string): Command | undefined;
  /** Runs it if it can be run now. A command that throws tells the user, and nothing else fails. */
  run(id: string): void;
  label(command: Command): string;
  /** Why it cannot be run now, as a sentence. */
  unavailable(command: Command): string | null;
}

export function createRegistry(studio: Studio, list: readonly Command[]): CommandRegistry {
  let chosen = studio.settings.getState().shortcuts;
  let current = withShortcuts(list, chosen);
  let byId = indexOf(current);
  if (byId.size !== list.length) throw new Error('Two commands have the same id.');
  const refresh = () => {
    const { shortcuts } = studio.settings.getState();
    if (shortcuts === chosen) return;
    chosen = shortcuts;
    current = withShortcuts(list, chosen);
    byId = indexOf(current);
  };
  const unavailable = (command: Command) => {
    const reason = command.unavailable?.(studio);
    return reason ? studio.translate(`commands:${reason}`) : null;
  };
  const fail = (error: unknown) => {
    studio.session.notify(error instanceof Error ? error.message : String(error), 'error');
  };
  return {
    get list() {
      refresh();
      return current;
    },
    original: list,
    get(id) {
      refresh();
      return byId.get(id);
    },
    run(id) {
      const command = byId.get(id);
      if (!command || unavailable(command) !== null) return;
      try {
        Promise.resolve(command.run(studio)).catch(fail);
      } catch (error) {
        fail(error);
      }
    },
    label: ({ label, labelWords }) => studio.translate(`commands:${label}`, labelWords?.(studio.translate)),
    unavailable,
  };
}

function indexOf(list: readonly Command[]): ReadonlyMap<string, Command> {
  return new Map(list.map((command) => [command.id, command]));
}
