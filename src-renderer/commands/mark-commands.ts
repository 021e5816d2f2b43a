import { sheetOf, TONES, type Tone } from '../stores/sheet.ts';
import type { Studio } from '../stores/studio.ts';
import { type Command, defineCommand } from './command.ts';
import { frameBox, freshMark, withFrame, withMark, withNote } from './marks.ts';

const noCanvas = ({ canvas }: Studio) => (canvas.getState().port ? null : 'why.noCanvas');

function selectedFrames({ document, session }: Studio): readonly string[] {
  const { selectedMarks } = session.getState();
  return sheetOf(document.getState().document).frames.flatMap(({ id }) => (selectedMarks.has(id) ? [id] : []));
}

const noFrame = (studio: Studio) => noCanvas(studio) ?? (selectedFrames(studio).length === 0 ? 'why.noFrame' : null);

function onlyMark({ session }: Studio): string | null {
  const { selectedMarks } = session.getState();
  const [id] = selectedMarks;
  return selectedMarks.size === 1 && id !== undefined ? id : null;
}

function addFrame(studio: Studio): void {
  const { document, session, canvas, translate } = studio;
  const { selectedNodes } = session.getState();
  const boxes = [...(canvas.getState().port?.boxes() ?? [])].filter(([id]) => selectedNodes.has(id));
  const box = frameBox(boxes.map(([, each]) => each));
  if (!box) return;
  const id = freshMark(sheetOf(document.getState().document), 'frame');
  document.edit(translate('commands:step.frame'), (before) => withFrame(before, id, box, ''));
  session.select([], [], [id]);
  canvas.getState().port?.editText(id);
}

function addNote(studio: Studio): void {
  const { document, session, canvas, translate } = studio;
  const port = canvas.getState().port;
  const at = session.getState().pointer ?? port?.centre() ?? { x: 0, y: 0 };
  const id = freshMark(sheetOf(document.getState().document), 'note');
  const onGrid = (value: number) => Math.round(value / 8) * 8;
  document.edit(translate('commands:step.note'), (before) =>
    withNote(before, id, { x: onGrid(at.x), y: onGrid(at.y) }),
  );
  session.select([], [], [id]);
  port?.editText(id);
}

/** Puts a frame around the gates whose middle lies in it. */
function fitFrames(studio: Studio): void {
  const { document, canvas, translate } = studio;
  const boxes = [...(canvas.getState().port?.boxes().values() ?? [])];
  document.edit(translate('commands:step.fitFrame'), (before) =>
    selectedFrames(studio).reduce((next, id) => {
      const frame = sheetOf(next).frames.find((each) => each.id === id);
      const inside = boxes.filter((box) => {
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        return frame && x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height;
      });
      const box = frameBox(inside);
      return box ? withMark(next, id, box) : next;
    }, before),
  );
}

const tone = (name: Tone): Command =>
  defineCommand({
    id: `graph.tone-${name}`,
    label: `graph.tone-${name}`,
    keywords: ['frame', 'colour', 'color'],
    unavailable: noFrame,
    run: (studio) =>
      studio.document.edit(studio.translate('commands:step.tone'), (before) =>
        selectedFrames(studio).reduce((next, id) => withMark(next, id, { tone: name }), before),
      ),
  });

/** Frames and notes. */
export const markCommands: readonly Command[] = [
  defineCommand({
    id: 'graph.frame',
    label: 'graph.frame',
    keywords: ['box', 'outline', 'title', 'section'],
    keys: ['F'],
    unavailable: (studio) =>
      noCanvas(studio) ?? (studio.session.getState().selectedNodes.size === 0 ? 'why.nothingSelected' : null),
    run: addFrame,
  }),
  defineCommand({
    id: 'graph.note',
    label: 'graph.note',
    keywords: ['text', 'comment', 'sticky', 'remark'],
    keys: ['Shift+S'],
    unavailable: noCanvas,
    run: addNote,
  }),
  defineCommand({
    id: 'graph.edit-text',
    label: 'graph.edit-text',
    keywords: ['rename', 'frame', 'note', 'title'],
    unavailable: (studio) => noCanvas(studio) ?? (onlyMark(studio) === null ? 'why.noMark' : null),
    run: (studio) => {
      const mark = onlyMark(studio);
      if (mark !== null) studio.canvas.getState().port?.editText(mark);
    },
  }),
  defineCommand({
    id: 'graph.fit-frame',
    label: 'graph.fit-frame',
    keywords: ['shrink', 'grow', 'resize'],
    unavailable: noFrame,
    run: fitFrames,
  }),
  ...TONES.map(tone),
];
