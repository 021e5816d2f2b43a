import type { Studio } from '../stores/studio.ts';
import type { Command } from './command.ts';

/** All commands of the window, in the order in which lists show them. */
export interface CommandRegistry {
  readonly list: readonly Command[];
  get(id: string): Command | undefined;
  /** Runs it if it can be run now. A command that throws tells the user, and nothing else fails. */
  run(id: string): void;
  label(command: Command): string;
  /** Why it cannot be run now, as a sentence. */
  unavailable(command: Command): string | null;
}

export function createRegistry(studio: Studio, list: readonly Command[]): CommandRegistry {
  const byId = new Map(list.map((command) => [command.id, command]));
  if (byId.size !== list.length) throw new Error('Two commands have the same id.');
  const unavailable = (command: Command) => {
    const reason = command.unavailable?.(studio);
    return reason ? studio.translate(`commands:${reason}`) : null;
  };
  const fail = (error: unknown) => {
    studio.session.notify(error instanceof Error ? error.message : String(error), 'error');
  };
  return {
    list,
    get: (id) => byId.get(id),
    run(id) {
      const command = byId.get(id);
      if (!command || unavailable(command) !== null) return;
      try {
        Promise.resolve(command.run(studio)).catch(fail);
      } catch (error) {
        fail(error);
      }
    },
    label: ({ label, labelWords }) => studio.translate(`commands:${label}`, { ...labelWords }),
    unavailable,
  };
}
