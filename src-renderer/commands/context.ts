import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { useStudio } from '../stores/studio.ts';
import type { CommandRegistry } from './registry.ts';

export const CommandsContext = createContext<CommandRegistry | null>(null);

export function useCommands(): CommandRegistry {
  const commands = useContext(CommandsContext);
  if (!commands) throw new Error('useCommands outside <CommandsContext>');
  return commands;
}

export interface CommandView {
  readonly label: string;
  /** The shortcut shown. */
  readonly shortcut: string | undefined;
  /** Why it cannot be run now; the view renders again when that changes. */
  readonly unavailable: string | null;
  readonly run: () => void;
}

/** One command as a button or a menu item shows it. */
export function useCommand(id: string): CommandView {
  const commands = useCommands();
  const { document, run, player, session, settings, canvas, practice, broken, training } = useStudio();
  const find = () => {
    const command = commands.get(id);
    if (!command) throw new Error(`There is no command "${id}".`);
    return command;
  };
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [document, run, player, session, settings, canvas, practice, broken, training].map((store) =>
        store.subscribe(listener),
      );
      return () => {
        for (const end of ends) end();
      };
    },
    [document, run, player, session, settings, canvas, practice, broken, training],
  );
  const command = useSyncExternalStore(subscribe, find);
  const unavailable = useSyncExternalStore(subscribe, () => commands.unavailable(command));
  return {
    label: commands.label(command),
    shortcut: command.keys?.[0],
    unavailable,
    run: () => commands.run(id),
  };
}
