import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphNode, TensorLiteral } from '#engine';
import { plainText } from '../math/format-number.ts';
import { moveByNotches, type ParsedValue, parseValueText, valueStep } from '../math/value-text.ts';
import type { Gesture } from '../stores/document-store.ts';
import { useCanvas, useView } from './canvas-context.ts';

/** Pixels of a horizontal drag that make one notch. */
const PIXELS_PER_NOTCH = 4;
const DRAG_THRESHOLD = 3;

interface LeafValueProps {
  readonly node: GraphNode;
  /** As the window writes it now. */
  readonly text: string;
  readonly exact: string;
}

interface Scrub {
  readonly startX: number;
  lastX: number;
  value: number;
  gesture: Gesture | null;
}

/** The value of a leaf: click to type, drag sideways to change (Shift fine, Alt coarse), one step of undo each. */
export function LeafValue({ node, text, exact }: LeafValueProps) {
  const { t } = useTranslation('canvas');
  const { actions, view } = useCanvas();
  const editing = useView(({ editing: open }) => open?.gate === node.id && open.field === 'value');
  const scrub = useRef<Scrub | null>(null);
  const literal = node.attrs['value'] as TensorLiteral | undefined;
  const scalar = typeof literal === 'number' ? literal : null;

  if (editing) return <ValueField node={node} literal={literal} />;

  const begin = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0 || scalar === null || event.ctrlKey || event.metaKey) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    scrub.current = { startX: event.clientX, lastX: event.clientX, value: scalar, gesture: null };
  };
  const move = (event: PointerEvent<HTMLButtonElement>) => {
    const state = scrub.current;
    if (!state) return;
    if (!state.gesture && Math.abs(event.clientX - state.startX) <= DRAG_THRESHOLD) return;
    const notches = Math.trunc((event.clientX - state.lastX) / PIXELS_PER_NOTCH);
    if (notches === 0) return;
    state.gesture ??= actions.beginValue(node.id);
    state.lastX += notches * PIXELS_PER_NOTCH;
    const speed = event.shiftKey ? 'fine' : event.altKey ? 'coarse' : 'normal';
    state.value = moveByNotches(state.value, notches, valueStep(state.value, speed));
    const { value } = state;
    state.gesture.update((document) => actions.withValue(document, node.id, value));
  };
  const end = (event: PointerEvent<HTMLButtonElement>, keep: boolean) => {
    const state = scrub.current;
    scrub.current = null;
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      event.currentTarget.releasePointerCapture(event.pointerId);
    if (!state?.gesture) return;
    if (keep) state.gesture.commit();
    else state.gesture.cancel();
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !scrub.current?.gesture) return;
    event.stopPropagation();
    scrub.current.gesture.cancel();
    scrub.current = null;
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className="leaf-value nodrag"
      title={exact}
      aria-label={t('value.edit', { symbol: node.label ?? node.id, value: text })}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={(event) => {
        const dragged = scrub.current?.gesture != null;
        end(event, true);
        if (!dragged && event.button === 0) view.setState({ editing: { gate: node.id, field: 'value' } });
      }}
      onPointerCancel={(event) => end(event, false)}
      onKeyDown={cancel}
    >
      {text}
    </button>
  );
}

function ValueField({ node, literal }: { readonly node: GraphNode; readonly literal: TensorLiteral | undefined }) {
  const { t } = useTranslation('canvas');
  const { actions, view } = useCanvas();
  const [draft, setDraft] = useState(() => literalText(literal));
  const [problem, setProblem] = useState<Extract<ParsedValue, { ok: false }>['why'] | null>(null);
  const closed = useRef(false);

  const close = (keep: boolean, refocus: boolean) => {
    if (closed.current) return;
    const parsed = parseValueText(draft);
    if (keep && !parsed.ok && refocus) {
      setProblem(parsed.why);
      return;
    }
    closed.current = true;
    if (keep && parsed.ok) actions.setValue(node.id, parsed.value);
    else if (keep && !parsed.ok)
      actions.refuse(t('value.kept', { reason: t(parsed.why), value: literalText(literal) }));
    view.setState({ editing: null });
    if (refocus) actions.focusCanvas();
  };
  const nudge = (event: KeyboardEvent<HTMLInputElement>) => {
    const parsed = parseValueText(draft);
    if (!parsed.ok || typeof parsed.value !== 'number') return;
    event.preventDefault();
    const speed = event.shiftKey ? 'fine' : event.altKey ? 'coarse' : 'normal';
    const next = moveByNotches(parsed.value, event.key === 'ArrowUp' ? 1 : -1, valueStep(parsed.value, speed));
    setDraft(plainText(next));
    actions.setValue(node.id, next, { merge: `value:${node.id}` });
  };
  return (
    <>
      <input
        className="leaf-field nodrag nopan"
        // biome-ignore lint/a11y/noAutofocus: the field opens on the user's request, where the value was
        autoFocus
        value={draft}
        spellCheck={false}
        autoComplete="off"
        aria-label={t('value.field', { symbol: node.label ?? node.id })}
        aria-invalid={problem !== null}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setProblem(null);
        }}
        onBlur={() => close(true, false)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') close(true, true);
          else if (event.key === 'Escape') close(false, true);
          else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') nudge(event);
        }}
      />
      {problem === null ? null : (
        <span className="field-problem" role="alert">
          {t(problem)}
        </span>
      )}
    </>
  );
}

function literalText(literal: TensorLiteral | undefined): string {
  if (typeof literal === 'number') return plainText(literal);
  return literal === undefined ? '' : JSON.stringify(literal);
}
