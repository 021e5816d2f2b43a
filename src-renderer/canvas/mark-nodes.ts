import type { Sheet, SheetFrame, SheetNote } from '../stores/sheet.ts';
import { markId } from './flow-ids.ts';
import type { FlowNode, MarkFlowNode, NoteFlowNode } from './flow-types.ts';

/** The frames and notes of a sheet; one that shows the same as `before` keeps its object. */
export function markNodes(
  { frames, notes }: Sheet,
  selected: ReadonlySet<string>,
  before: ReadonlyMap<string, FlowNode>,
): readonly FlowNode[] {
  const box = ({ id, x, y, width, height }: SheetFrame | SheetNote) => ({
    id: markId(id),
    position: { x, y },
    width,
    height,
    measured: { width, height },
    selected: selected.has(id),
    handles: [],
  });
  return [
    ...frames.map((frame): MarkFlowNode => {
      const old = before.get(markId(frame.id));
      if (old?.type === 'mark' && old.data.frame === frame && old.selected === selected.has(frame.id)) return old;
      return {
        ...box(frame),
        type: 'mark',
        data: { frame },
        zIndex: -20,
        dragHandle: '.mark-label',
        style: { pointerEvents: 'none' },
      };
    }),
    ...notes.map((note): NoteFlowNode => {
      const old = before.get(markId(note.id));
      if (old?.type === 'note' && old.data.note === note && old.selected === selected.has(note.id)) return old;
      return { ...box(note), type: 'note', data: { note }, zIndex: -5 };
    }),
  ];
}
