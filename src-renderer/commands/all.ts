import type { Studio } from '../stores/studio.ts';
import { arrangeCommands } from './arrange-commands.ts';
import type { Command } from './command.ts';
import { editCommands } from './edit-commands.ts';
import { exampleCommands, fileCommands } from './file-commands.ts';
import { gateCommands } from './gate-commands.ts';
import { graphCommands } from './graph-commands.ts';
import { lessonCommands, lessonStartCommands } from './lesson-commands.ts';
import { markCommands } from './mark-commands.ts';
import { playerCommands } from './player-commands.ts';
import { selectionCommands } from './selection-commands.ts';
import { templateCommands } from './template-commands.ts';
import { textSizeCommands } from './text-size-commands.ts';
import { trainingCommands } from './training-commands.ts';
import { helpCommands, viewCommands } from './view-commands.ts';
import { wireCommands } from './wire-commands.ts';

/** The commands that need no feature's own state, in the order of the lists. */
export function sharedCommands(studio: Studio): readonly Command[] {
  return [
    ...fileCommands,
    ...editCommands,
    ...selectionCommands,
    ...graphCommands,
    ...templateCommands,
    ...arrangeCommands,
    ...wireCommands,
    ...gateCommands,
    ...markCommands,
    ...viewCommands,
    ...textSizeCommands,
    ...playerCommands,
    ...trainingCommands,
    ...helpCommands,
    ...lessonCommands,
    ...lessonStartCommands(studio),
    ...exampleCommands(studio),
  ];
}
