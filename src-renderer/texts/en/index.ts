import { app } from './app.ts';
import { canvas } from './canvas.ts';
import { commands } from './commands.ts';
import { find } from './find.ts';
import { inspector } from './inspector.ts';
import { lessons } from './lessons.ts';
import { palette } from './palette.ts';
import { player } from './player.ts';
import { practice } from './practice.ts';
import { table } from './table.ts';
import { training } from './training.ts';
import { ui } from './ui.ts';

/** English: the language every other is checked against. */
export const en = {
  app,
  canvas,
  commands,
  find,
  inspector,
  lessons,
  palette,
  player,
  practice,
  table,
  training,
  ui,
} as const;
