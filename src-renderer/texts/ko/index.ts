import { app } from './app.ts';
import { canvas } from './canvas.ts';
import { commands } from './commands.ts';
import { find } from './find.ts';
import { inspector } from './inspector.ts';
import { lessons } from './lessons.ts';
import { listings } from './listings.ts';
import { mistakes } from './mistakes.ts';
import { ops } from './ops.ts';
import { palette } from './palette.ts';
import { player } from './player.ts';
import { practice } from './practice.ts';
import { problems } from './problems.ts';
import { table } from './table.ts';
import { training } from './training.ts';
import { ui } from './ui.ts';

/** Korean; docs/korean-terms.md says which word stands for what. */
export const ko = {
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

/** What the engine and the bundled files say in English; what is missing here stays English. */
export const koEngine = { ops, problems, mistakes, listings } as const;
