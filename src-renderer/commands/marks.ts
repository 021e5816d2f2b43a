import type { ChainruleDocument, Point } from '#engine';
import type { Box } from '../stores/canvas-port.ts';
import { type Sheet, type SheetFrame, type SheetNote, sheetOf, withSheet } from '../stores/sheet.ts';

/** Room between a frame and what it is put around; its title stands above. */
const PADDING = 24;
const HEADER = 32;
const NOTE = { width: 200, height: 80 };

/** Names of frames and notes are free of those of others. */
export function freshMark({ frames, notes }: Sheet, stem: 'frame' | 'note'): string {
  const taken = new Set([...frames, ...notes].map(({ id }) => id));
  for (let number = 1; ; number++) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`;
}

/** The frame's box around boxes. */
export function frameBox(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x)) - PADDING;
  const y = Math.min(...boxes.map((box) => box.y)) - PADDING - HEADER;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + PADDING;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + PADDING;
  return { x, y, width: right - x, height: bottom - y };
}

export function withFrame<D extends ChainruleDocument>(document: D, id: string, box: Box, title: string): D {
  return withSheet(document, (sheet) => ({
    ...sheet,
    frames: [...sheet.frames, { id, ...box, title, tone: 'plain' }],
  }));
}

export function withNote<D extends ChainruleDocument>(document: D, id: string, { x, y }: Point): D {
  return withSheet(document, (sheet) => ({ ...sheet, notes: [...sheet.notes, { id, x, y, ...NOTE, text: '' }] }));
}

/** Changes a frame or note; an id that names none changes nothing. */
export function withMark<D extends ChainruleDocument>(
  document: D,
  id: string,
  change: Partial<SheetFrame> & Partial<SheetNote>,
): D {
  const { frames, notes } = sheetOf(document);
  if (![...frames, ...notes].some((mark) => mark.id === id)) return document;
  const changed = <T extends { readonly id: string }>(mark: T): T => (mark.id === id ? { ...mark, ...change } : mark);
  return withSheet(document, (sheet) => ({
    ...sheet,
    frames: sheet.frames.map((frame) => changed(frame)),
    notes: sheet.notes.map((note) => changed(note)),
  }));
}
