import type { Studio } from '../stores/studio.ts';
import type { Translate } from '../texts/texts.ts';
import { clipOf, clipText, pasteClip, type ReadClip, readClip } from './clipboard.ts';
import { deleteSelection } from './delete.ts';

const PASTE_STEP_PX = 24;

/** The text to put on the clipboard; `null` when nothing is selected. */
export function copySelection(studio: Studio, how: 'copied' | 'cut'): string | null {
  const clip = clipOf(studio.document.getState().document, studio.session.getState().selectedNodes);
  if (!clip) return null;
  studio.session.notify(
    studio.translate(how === 'cut' ? 'commands:done.cut' : 'commands:done.copied', { count: clip.nodes.length }),
  );
  return clipText(clip);
}

export function cutSelection(studio: Studio): string | null {
  const text = copySelection(studio, 'cut');
  if (text !== null) deleteSelection(studio, studio.translate('commands:step.cut'));
  return text;
}

/** Pastes at the pointer; text that is no part of a graph is refused with a sentence and changes nothing. */
export function pasteText(studio: Studio, text: string, keepIncoming = false): void {
  const { document, session, translate } = studio;
  const read = readClip(text);
  if (!('clip' in read)) {
    session.notify(refusalOf(read, translate), 'refusal');
    return;
  }
  const before = document.getState().document;
  const at = session.getState().pointer;
  const pasted = pasteClip(before, read.clip, {
    at,
    offset: at ? freeOffset(studio, at) : PASTE_STEP_PX,
    keepIncoming,
  });
  document.edit(translate('commands:step.paste'), () => pasted.document);
  session.select(pasted.gates);
  session.notify(translate('commands:done.pasted', { count: pasted.count }));
}

function refusalOf(read: Exclude<ReadClip, { readonly clip: unknown }>, translate: Translate): string {
  if ('foreign' in read) return translate('commands:refused.clipboard');
  if ('tooLarge' in read) return translate('commands:refused.clipboardTooLarge');
  return translate('commands:refused.clipboardBroken', { reason: read.problems[0]?.message ?? '' });
}

/** Pasting again at the same place steps aside, so that copies do not hide one another. */
function freeOffset({ document }: Studio, at: { readonly x: number; readonly y: number }): number {
  const { nodes, groups } = document.getState().document;
  const taken = [...nodes, ...groups].flatMap(({ position }) => (position ? [position] : []));
  let offset = 0;
  while (taken.some(({ x, y }) => Math.abs(x - at.x - offset) < 8 && Math.abs(y - at.y - offset) < 8))
    offset += PASTE_STEP_PX;
  return offset;
}

/** A copy beside the original that reads what the original reads. */
export function duplicateSelection(studio: Studio): void {
  const { document, session, translate } = studio;
  const before = document.getState().document;
  const clip = clipOf(before, session.getState().selectedNodes);
  if (!clip) return;
  const pasted = pasteClip(before, clip, { at: null, offset: PASTE_STEP_PX, keepIncoming: true });
  document.edit(translate('commands:step.duplicate'), () => pasted.document);
  session.select(pasted.gates);
}
