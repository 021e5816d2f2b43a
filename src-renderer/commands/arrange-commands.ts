import type { Point } from '#engine';
import type { Box } from '../stores/canvas-port.ts';
import type { Studio } from '../stores/studio.ts';
import { type Alignment, alignShifts, type Direction, distributeShifts, shifted } from './arrange.ts';
import { type Command, defineCommand } from './command.ts';

function selectedBoxes({ canvas, session }: Studio): ReadonlyMap<string, Box> {
  const { selectedNodes } = session.getState();
  const boxes = canvas.getState().port?.boxes() ?? new Map<string, Box>();
  return new Map([...boxes].filter(([id]) => selectedNodes.has(id)));
}

const fewerThan =
  (count: number) =>
  ({ canvas, session }: Studio) => {
    if (!canvas.getState().port) return 'why.noCanvas';
    if (session.getState().selectedNodes.size >= count) return null;
    return count === 2 ? 'why.selectTwoGates' : 'why.selectThreeGates';
  };

function arrange(
  studio: Studio,
  label: string,
  shiftsOf: (boxes: ReadonlyMap<string, Box>) => ReadonlyMap<string, Point>,
) {
  const boxes = selectedBoxes(studio);
  const shifts = shiftsOf(boxes);
  studio.document.edit(label, (document) => shifted(document, boxes, shifts));
}

const align = (alignment: Alignment, key: string): Command =>
  defineCommand({
    id: `graph.align-${alignment}`,
    label: `graph.align-${alignment}`,
    keywords: ['arrange', 'line up', 'edge'],
    keys: [`Shift+Alt+${key}`],
    unavailable: fewerThan(2),
    run: (studio) => arrange(studio, studio.translate('commands:step.align'), (boxes) => alignShifts(boxes, alignment)),
  });

const distribute = (direction: Direction, key: string): Command =>
  defineCommand({
    id: `graph.distribute-${direction}`,
    label: `graph.distribute-${direction}`,
    keywords: ['arrange', 'space', 'gaps', 'equal'],
    keys: [`Shift+Alt+${key}`],
    unavailable: fewerThan(3),
    run: (studio) =>
      arrange(studio, studio.translate('commands:step.distribute'), (boxes) => distributeShifts(boxes, direction)),
  });

export const arrangeCommands: readonly Command[] = [
  align('left', 'L'),
  align('centre', 'C'),
  align('right', 'R'),
  align('top', 'U'),
  align('middle', 'M'),
  align('bottom', 'D'),
  distribute('horizontal', 'H'),
  distribute('vertical', 'V'),
];
