import { type NodeProps, NodeResizeControl } from '@xyflow/react';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { withMark } from '../commands/marks.ts';
import { snap } from '../layout/gate-geometry.ts';
import type { Gesture } from '../stores/document-store.ts';
import { useStudio } from '../stores/studio.ts';
import { useCanvas, useView } from './canvas-context.ts';
import type { MarkFlowNode, NoteFlowNode } from './flow-types.ts';

/** A frame around gates: its title moves it with what lies inside. */
export const MarkNode = memo(function MarkNode({ data, selected }: NodeProps<MarkFlowNode>) {
  const { t } = useTranslation('canvas');
  const { document } = useStudio();
  const { view, actions } = useCanvas();
  const { frame } = data;
  const editing = useView((state) => state.editing?.gate === frame.id && state.editing.field === 'text');
  const close = (text: string | null) => {
    if (text !== null)
      document.edit(t('step.frameTitle'), (before) => withMark(before, frame.id, { title: text.trim() }));
    view.setState({ editing: null });
    actions.focusCanvas();
  };
  return (
    <div className={`sheet-frame tone-of-${frame.tone} ${selected ? 'is-selected' : ''}`}>
      <div className="mark-label">
        {editing ? (
          <TextLine label={t('frame.title')} text={frame.title} onClose={close} />
        ) : (
          frame.title || t('frame.untitled')
        )}
      </div>
      <Corner id={frame.id} minimum={{ width: 96, height: 64 }} />
    </div>
  );
});

/** The field that opens takes the keyboard, with its text chosen. */
function focusAll(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  field?.focus();
  field?.select();
}

function TextLine(props: {
  readonly label: string;
  readonly text: string;
  readonly onClose: (text: string | null) => void;
}) {
  return (
    <input
      className="nodrag"
      ref={focusAll}
      aria-label={props.label}
      defaultValue={props.text}
      maxLength={200}
      onBlur={(event) => props.onClose(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') props.onClose(null);
        else if (event.key === 'Enter') props.onClose(event.currentTarget.value);
      }}
    />
  );
}

/** Plain text on the canvas. */
export const NoteNode = memo(function NoteNode({ data, selected }: NodeProps<NoteFlowNode>) {
  const { t } = useTranslation('canvas');
  const { document } = useStudio();
  const { view, actions } = useCanvas();
  const { note } = data;
  const editing = useView((state) => state.editing?.gate === note.id && state.editing.field === 'text');
  const close = (text: string | null) => {
    if (text !== null && text !== note.text)
      document.edit(t('step.noteText'), (before) => withMark(before, note.id, { text }));
    view.setState({ editing: null });
    actions.focusCanvas();
  };
  return (
    <div className={`sheet-note ${selected ? 'is-selected' : ''}`}>
      {editing ? (
        <textarea
          className="nodrag nowheel"
          ref={focusAll}
          aria-label={t('note.text')}
          defaultValue={note.text}
          maxLength={4000}
          onBlur={(event) => close(event.currentTarget.value)}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape') close(null);
            else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) close(event.currentTarget.value);
          }}
        />
      ) : note.text === '' ? (
        <span className="note-empty">{t('note.empty')}</span>
      ) : (
        note.text
      )}
      <Corner id={note.id} minimum={{ width: 96, height: 40 }} />
    </div>
  );
});

interface CornerProps {
  readonly id: string;
  readonly minimum: { readonly width: number; readonly height: number };
}

function Corner({ id, minimum }: CornerProps) {
  const { t } = useTranslation('canvas');
  const { document } = useStudio();
  const gesture = useRef<Gesture | null>(null);
  return (
    <NodeResizeControl
      className="mark-corner nodrag"
      position="bottom-right"
      minWidth={minimum.width}
      minHeight={minimum.height}
      onResizeStart={() => {
        gesture.current = document.begin(t('step.resize'));
      }}
      onResize={(_event, { width, height }) =>
        gesture.current?.update((before) => withMark(before, id, { width: snap(width), height: snap(height) }))
      }
      onResizeEnd={() => gesture.current?.commit()}
    />
  );
}
