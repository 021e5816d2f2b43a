import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { findOp, place } from '#engine';
import { deleteSelection } from '../commands/delete.ts';
import { leaveGate } from '../commands/gate-commands.ts';
import { isTyping } from '../commands/keymap.ts';
import { withMark } from '../commands/marks.ts';
import { GRID } from '../layout/gate-geometry.ts';
import { sheetOf } from '../stores/sheet.ts';
import { useStudio } from '../stores/studio.ts';
import type { CanvasParts } from './canvas-context.ts';
import type { FlowHandlers } from './flow-handlers.ts';
import type { FlowModel } from './flow-types.ts';
import { describe } from './say.ts';
import type { Cursor } from './view-store.ts';
import { afterDeletion, type Direction, entrance, step } from './walk.ts';
import { createWireKeys } from './wire-keys.ts';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
/** A shorter press of Space without a drag opens quick-add; a longer one is for panning. */
const TAP_MS = 250;
const POPUPS = '[role="dialog"], [role="menu"], [role="listbox"]';

/**
 * The canvas by keyboard. It has one Tab stop; Up, Down or Tab enters the graph, and from then on arrows walk along the
 * wires. Before that Left and Right are the player's.
 */
export function useCanvasKeys(parts: CanvasParts, handlers: FlowHandlers, model: () => FlowModel) {
  const studio = useStudio();
  const space = useRef<number | null>(null);
  const pointer = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const [keys] = useState(() => createKeys());
  return keys;

  function createKeys() {
    const { view, actions } = parts;
    const { document, session, platform, translate } = studio;
    const wireKeys = createWireKeys(studio, parts, handlers, model);
    const say = (cursor: Cursor) => actions.announce(describe(studio, parts.numbers.getState().shown, model(), cursor));
    const go = (cursor: Cursor | null) => {
      if (!cursor) return;
      view.setState({ cursor });
      if (cursor.kind === 'gate') session.select([cursor.id]);
      else session.select([], [cursor.key]);
      const gate = cursor.kind === 'gate' ? cursor.id : model().edges.find(({ id }) => id === cursor.key)?.target;
      if (gate !== undefined) bringIntoView(gate);
      say(cursor);
    };
    const bringIntoView = (gate: string) => {
      const element = globalThis.document.querySelector(`.react-flow__node[data-id="${CSS.escape(gate)}"]`);
      const box = element?.getBoundingClientRect();
      const room = globalThis.document.querySelector('.canvas')?.getBoundingClientRect();
      const inside =
        box &&
        room &&
        box.left >= room.left &&
        box.right <= room.right &&
        box.top >= room.top &&
        box.bottom <= room.bottom;
      if (!inside) session.revealNode(gate);
    };
    const edit = (cursor: Cursor) => {
      if (cursor.kind === 'wire') return;
      const gate = model().visible.gates.find(({ id }) => id === cursor.id);
      const opened = model().visible.frames.some(({ group }) => group.id === cursor.id);
      if (gate?.kind === 'group') actions.enter(cursor.id);
      else if (opened) actions.toggleGroup(cursor.id);
      else if (gate && findOp(gate.node.op)?.leaf) view.setState({ editing: { gate: gate.id, field: 'value' } });
      else if (gate) view.setState({ editing: { gate: gate.id, field: 'symbol' } });
    };
    const nudge = (direction: Direction, far: boolean) => {
      const distance = far ? 4 * GRID : GRID;
      const dx = direction === 'left' ? -distance : direction === 'right' ? distance : 0;
      const dy = direction === 'up' ? -distance : direction === 'down' ? distance : 0;
      const { selectedNodes, selectedMarks } = session.getState();
      const places = handlers.placesOf([...selectedNodes]);
      const moved = new Map([...places].map(([id, at]) => [id, { x: at.x + dx, y: at.y + dy }]));
      document.edit(
        translate('canvas:step.nudge'),
        (graph) =>
          [...selectedMarks].reduce(
            (next, id) => {
              const { frames, notes } = sheetOf(next);
              const mark = [...frames, ...notes].find((each) => each.id === id);
              return mark ? withMark(next, id, { x: mark.x + dx, y: mark.y + dy }) : next;
            },
            place(graph, moved),
          ),
        { merge: 'nudge' },
      );
    };
    const remove = (cursor: Cursor) => {
      const next =
        cursor.kind === 'gate'
          ? afterDeletion(model(), session.getState().selectedNodes)
          : { kind: 'gate' as const, id: model().edges.find(({ id }) => id === cursor.key)?.target ?? '' };
      deleteSelection(studio, translate('commands:step.delete'));
      view.setState({ cursor: null });
      if (next && (next.kind !== 'gate' || next.id !== '')) go(next);
    };
    const leave = (): boolean => {
      const { cursor, menu, keyWire, bend } = view.getState();
      if (handlers.cancelDrag() || handlers.cancelWire() || handlers.bend.cancel() || handlers.cut.cancel())
        return true;
      if (cursor || menu || keyWire || bend) {
        view.setState({ cursor: null, menu: null, keyWire: null, bend: null });
        return true;
      }
      const { selectedNodes, selectedEdges } = session.getState();
      if (selectedNodes.size + selectedEdges.size + session.getState().selectedMarks.size > 0) {
        session.select([]);
        return true;
      }
      if (session.getState().inside === null) return false;
      leaveGate(studio);
      const { inside } = session.getState();
      actions.announce(
        inside === null ? translate('canvas:said.outside') : translate('canvas:said.inside', { name: inside }),
      );
      return true;
    };
    const handle = (event: KeyboardEvent): boolean => {
      if (wireKeys.handle(event)) return true;
      const { cursor } = view.getState();
      const { selectedNodes, selectedMarks } = session.getState();
      const direction = DIRECTIONS[event.key];
      if (event.key === 'Escape') return leave();
      const { bend } = view.getState();
      if (bend && (event.key === 'Delete' || event.key === 'Backspace')) {
        handlers.bend.remove(bend.wire, bend.index);
        return true;
      }
      if (direction && event.altKey && selectedNodes.size + selectedMarks.size > 0) {
        nudge(direction, event.shiftKey);
        return true;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key.toLowerCase() === 'y' && !event.shiftKey) {
        handlers.cut.arm(true);
        return true;
      }
      if (direction && !event.shiftKey) {
        if (cursor) go(step(model(), cursor, direction));
        else if (direction === 'up' || direction === 'down') go(entrance(model(), selectedNodes));
        else return false;
        return true;
      }
      const at: Cursor | null =
        cursor ?? (selectedNodes.size === 1 ? { kind: 'gate', id: [...selectedNodes][0]! } : null);
      if (!at) return false;
      if (event.key === 'Enter') edit(at);
      else if (event.key === 'F2' && at.kind === 'gate') view.setState({ editing: { gate: at.id, field: 'symbol' } });
      else if (event.key.toLowerCase() === 'c' && at.kind === 'gate' && !event.shiftKey) wireKeys.start(at.id);
      else if ((event.key === 'Delete' || event.key === 'Backspace') && cursor) remove(cursor);
      else return false;
      return true;
    };
    return {
      onPointerMove(event: { readonly clientX: number; readonly clientY: number }) {
        pointer.current = { x: event.clientX, y: event.clientY };
      },
      /** Commands that a key runs ask where the pointer is; it is told them then, not on every move. */
      onKeyDownCapture() {
        if (pointer.current) session.setState({ pointer: handlers.toCanvas(pointer.current) });
      },
      onKeyDown(event: KeyboardEvent) {
        if (event.defaultPrevented || event.nativeEvent.isComposing) return;
        const target = event.target instanceof Element ? event.target : null;
        if (isTyping(target)) return;
        if (event.key === ' ' && !target?.closest('button')) {
          if (!event.repeat) space.current = platform.clock.now();
          event.preventDefault();
          return;
        }
        if (target?.closest('button') && event.key === 'Enter') return;
        if (handle(event)) event.preventDefault();
      },
      onKeyUp(event: KeyboardEvent) {
        if (event.key.toLowerCase() === 'y') handlers.cut.arm(false);
        if (event.key !== ' ' || space.current === null) return;
        const held = platform.clock.now() - space.current;
        space.current = null;
        if (held > TAP_MS || isTyping(event.target instanceof Element ? event.target : null)) return;
        const at = session.getState().pointer ?? studio.canvas.getState().port?.centre();
        if (at) session.setState({ quickAdd: { at } });
      },
      /** A press of a button while Space is down is a pan, not a tap. */
      onPointerDownCapture() {
        space.current = null;
        handlers.pressed();
        view.setState({ cursor: null });
      },
      /** Coming by Tab enters the graph; the focus given back by a field or a popup does not. */
      onFocus(event: FocusEvent) {
        const { target, currentTarget, relatedTarget } = event;
        const from = relatedTarget instanceof Element ? relatedTarget : null;
        const tabbed = from !== null && !currentTarget.contains(from) && !from.closest(POPUPS);
        if (target !== currentTarget || !tabbed || !currentTarget.matches(':focus-visible')) return;
        if (currentTarget instanceof HTMLElement) currentTarget.dataset['tabbed'] = '';
        if (!view.getState().cursor) go(entrance(model(), session.getState().selectedNodes));
      },
      onBlur({ target, currentTarget }: FocusEvent) {
        handlers.cut.arm(false);
        if (target === currentTarget && currentTarget instanceof HTMLElement) delete currentTarget.dataset['tabbed'];
      },
    };
  }
}
