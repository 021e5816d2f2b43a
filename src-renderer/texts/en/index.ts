import { app } from './app.ts';
import { canvas } from './canvas.ts';
import { commands } from './commands.ts';
import { inspector } from './inspector.ts';
import { palette } from './palette.ts';
import { player } from './player.ts';
import { ui } from './ui.ts';

/** English: the language every other is checked against. */
export const en = { app, canvas, commands, inspector, palette, player, ui } as const;
