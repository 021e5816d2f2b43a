import type { Studio } from '../stores/studio.ts';
import type { Command } from './command.ts';
import { editCommands } from './edit-commands.ts';
import { exampleCommands, fileCommands } from './file-commands.ts';
import { graphCommands } from './graph-commands.ts';
import { playerCommands } from './player-commands.ts';
import { helpCommands, viewCommands } from './view-commands.ts';

/** The commands that need no feature's own state, in the order of the lists. */
export function sharedCommands(studio: Studio): readonly Command[] {
  return [
    ...fileCommands,
    ...editCommands,
    ...graphCommands,
    ...viewCommands,
    ...playerCommands,
    ...helpCommands,
    ...exampleCommands(studio),
  ];
}
