import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { useStudio } from '../../stores/studio.ts';
import type { CanvasParts } from '../canvas-context.ts';
import { frameGroup } from '../flow-ids.ts';
import { gatesIn, gatesNear, wireNear } from './find.ts';
import type { Scene } from './scene.ts';
import { isCrowded } from './use-drawn.ts';

/** Pixels on the screen. */
const GATE_REACH = 10;
const WIRE_REACH = 8;
const WIRING_REACH = 40;

/**
 * Finds what the pointer is at where gates and wires are painted, and lets elements stand for it, so that pressing,
 * dragging, wiring and menus are the same as everywhere. A marquee selects by the model's geometry there.
 */
export function usePointing(root: RefObject<HTMLDivElement | null>, parts: CanvasParts, scene: () => Scene): void {
  const { session, settings, platform } = useStudio();
  const store = useStoreApi();
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const { view, actions } = parts;
    let frame: number | null = null;
    let last: {
      readonly x: number;
      readonly y: number;
      readonly pressed: boolean;
      readonly over: Element | null;
    } | null = null;

    const isPainted = () => settings.getState().virtualise && (view.getState().detail === 'box' || isCrowded(scene()));
    const point = (ids: readonly string[]) => {
      const before = view.getState().pointed;
      if (before.length !== ids.length || ids.some((id, index) => id !== before[index]))
        view.setState({ pointed: ids });
    };
    const look = () => {
      frame = null;
      if (!last) return;
      if (!isPainted()) {
        point([]);
        return;
      }
      const { left, top } = element.getBoundingClientRect();
      const [x, y, zoom] = store.getState().transform;
      const at = { x: (last.x - left - x) / zoom, y: (last.y - top - y) / zoom };
      const { wiring, pointed } = view.getState();
      const current = scene();
      const near = gatesNear(
        current,
        at,
        (wiring === null ? GATE_REACH : WIRING_REACH) / zoom,
        wiring === null ? 2 : 6,
      );
      const ids = near.map((index) => current.gates[index]!.id);
      // What is pressed stays an element until the press ends; a pan makes no others.
      if (last.pressed && wiring === null) return;
      point(last.pressed ? [...new Set([...pointed, ...ids])] : ids.sort());
      if (last.pressed || wiring !== null || last.over?.closest('.react-flow__handle, .fork-tray, .ledger')) return;
      const inside = near.some((index) => contains(current, index, at));
      const wire = inside || !last.over?.closest('.react-flow') ? null : wireNear(current, at, WIRE_REACH / zoom);
      actions.hoverWire(wire === null ? null : current.wires[wire]!.data!.wire);
    };
    const onMove = (event: PointerEvent) => {
      const over = event.target instanceof Element ? event.target : null;
      last = { x: event.clientX, y: event.clientY, pressed: event.buttons !== 0, over };
      frame ??= platform.clock.requestFrame(look);
    };
    /** A press without a move before it, as by touch, finds its element too. */
    const onDown = (event: PointerEvent) => {
      const over = event.target instanceof Element ? event.target : null;
      last = { x: event.clientX, y: event.clientY, pressed: false, over };
      if (isPainted()) look();
      last = { ...last, pressed: true };
    };
    const onUp = () => {
      if (last) last = { ...last, pressed: false };
    };
    const onLeave = () => {
      last = null;
      if (frame !== null) platform.clock.cancelFrame(frame);
      frame = null;
      if (view.getState().wiring === null) point([]);
      if (isPainted()) actions.hoverWire(null);
    };
    element.addEventListener('pointermove', onMove, { passive: true, capture: true });
    element.addEventListener('pointerdown', onDown, { passive: true, capture: true });
    element.addEventListener('pointerup', onUp, { passive: true, capture: true });
    element.addEventListener('pointerleave', onLeave, { passive: true });
    const endMarquee = store.subscribe(({ userSelectionRect: marquee, transform: [x, y, zoom] }, before) => {
      if (!marquee || marquee === before.userSelectionRect || !isPainted()) return;
      const current = scene();
      const bounds = {
        left: (marquee.x - x) / zoom,
        top: (marquee.y - y) / zoom,
        right: (marquee.x + marquee.width - x) / zoom,
        bottom: (marquee.y + marquee.height - y) / zoom,
      };
      const frames = current.model.nodes.filter(
        ({ type, position, width = 0, height = 0 }) =>
          type === 'frame' &&
          position.x >= bounds.left &&
          position.y >= bounds.top &&
          position.x + width <= bounds.right &&
          position.y + height <= bounds.bottom,
      );
      session.select([
        ...gatesIn(current, bounds).map((index) => current.gates[index]!.id),
        ...frames.map(({ id }) => frameGroup(id) ?? id),
      ]);
    });
    return () => {
      if (frame !== null) platform.clock.cancelFrame(frame);
      element.removeEventListener('pointermove', onMove, { capture: true });
      element.removeEventListener('pointerdown', onDown, { capture: true });
      element.removeEventListener('pointerup', onUp, { capture: true });
      element.removeEventListener('pointerleave', onLeave);
      endMarquee();
    };
  }, [root, parts, scene, session, settings, platform, store]);
}

function contains({ boxes }: Scene, index: number, { x, y }: { readonly x: number; readonly y: number }): boolean {
  const at = 4 * index;
  return (
    x >= boxes[at]! && y >= boxes[at + 1]! && x <= boxes[at]! + boxes[at + 2]! && y <= boxes[at + 1]! + boxes[at + 3]!
  );
}
