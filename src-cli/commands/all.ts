// Written by `npm run gen` from the files of this folder.
import { checkCommand } from './check-command.ts';
import type { Command } from './define.ts';
import { evalCommand } from './eval-command.ts';
import { exportCommand } from './export-command.ts';
import { trainCommand } from './train-command.ts';
import { validateCommand } from './validate-command.ts';

export const commands: readonly Command[] = [checkCommand, evalCommand, exportCommand, trainCommand, validateCommand];
