import type { XYPosition } from '@xyflow/react';
import type { ChainruleDocument, Point } from '#engine';
import { clipOf, pasteClip } from '../commands/clipboard.ts';
import { insertedOnWire, landingSlot, roomNeeded, withDownstreamMoved } from '../commands/insert-on-wire.ts';
import { detached, isWired, wireOf } from '../commands/wires.ts';
import { sheetOf } from '../stores/sheet.ts';
import type { Studio } from '../stores/studio.ts';
import { around, type Box, boxOf, contains } from './box.ts';
import type { CanvasParts } from './canvas-context.ts';
import { type Drag, draggedTo, placesOf, railsOf, withDragged } from './drag.ts';
import { frameGroup, markOf } from './flow-ids.ts';
import type { FlowScreen } from './flow-screen.ts';
import type { FlowNode } from './flow-types.ts';
import { align } from './guides.ts';
import { draggedWith } from './scene/dragged.ts';
import { createShake } from './shake.ts';
import { type DrawnWire, drawnWires, restingBoxes, wireUnder } from './wire-hit.ts';

/** Pixels on the screen within which a dragged gate comes into line with others. */
const GUIDE_REACH = 6;
/** Farther away, in canvas pixels, nothing is aligned with. */
const GUIDE_RANGE = 1200;
/** How long a gate is held over a wire before the wire offers to take it. */
const LANDING_MS = 120;

export interface Modifiers {
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  readonly clientX?: number;
}

/** A drag with what it is compared with, all as it was when it began. */
interface HeldDrag extends Drag {
  readonly box: Box | null;
  readonly others: readonly Box[];
  /** Wires a dragged gate may land on; none when several gates are dragged, or copies. */
  readonly wires: readonly DrawnWire[];
  readonly gate: string | null;
  readonly shaken: (x: number, nowMs: number) => boolean;
  label: string;
}

/** Dragging gates, frames and notes: in line with others, onto wires, out of wires, as copies. */
export function createDragHandlers(studio: Studio, { actions, view }: CanvasParts, screen: FlowScreen) {
  const { document, session, settings, translate, platform, run, canvas } = studio;
  const { clock } = platform;
  let drag: HeldDrag | null = null;
  let over: { readonly wire: string | null; readonly timer: number | null } = { wire: null, timer: null };

  const shapeOf = (id: string) => run.getState().result?.value(id)?.shape;
  const setOver = (wire: string | null) => {
    if (wire === over.wire) return;
    if (over.timer !== null) clock.clearTimeout(over.timer);
    if (view.getState().landing !== null) view.setState({ landing: null });
    over = { wire, timer: wire === null ? null : clock.setTimeout(() => view.setState({ landing: wire }), LANDING_MS) };
  };
  const end = () => {
    setOver(null);
    view.setState({ guides: [], dragging: false });
    drag = null;
  };
  const scale = () => screen.toCanvas({ x: 1, y: 0 }).x - screen.toCanvas({ x: 0, y: 0 }).x;

  return {
    onNodeDragStart(event: Modifiers, node: FlowNode, nodes: readonly FlowNode[]) {
      const model = screen.model();
      const before = document.getState().document;
      const elements = nodes.map(({ id }) => id);
      const ids = draggedWith(node.id, elements, model);
      const copies = event.altKey === true && markOf(node.id) === null && frameGroup(node.id) === null;
      const label = copies
        ? translate('commands:step.duplicate')
        : translate('canvas:step.move', { count: ids.length });
      const gesture = document.begin(label);
      const places = new Map<string, Point>();
      const marks = new Map<string, Point>();
      if (copies) {
        const clip = clipOf(before, new Set(ids));
        if (clip) {
          const pasted = pasteClip(before, clip, { at: null, offset: 0, keepIncoming: true });
          gesture.update(() => pasted.document);
          const known = new Set([...before.nodes, ...before.groups].map(({ id }) => id));
          for (const { id, position } of [...pasted.document.nodes, ...pasted.document.groups])
            if (position && !known.has(id)) places.set(id, position);
          session.select(pasted.gates);
        }
      } else {
        const held = withContents(ids, event.altKey === true);
        for (const [id, at] of placesOf(held.gates, before, model)) places.set(id, at);
        for (const [id, at] of held.marks) marks.set(id, at);
      }
      const moving = new Set(copies ? ids : places.keys());
      const own = model.nodes.filter((each) => moving.has(each.id) && each.type === 'gate').map(boxOf);
      const box = around(own) ?? boxOf(model.nodes.find(({ id }) => id === node.id) ?? node);
      const single = !copies && ids.length === 1 && node.type === 'gate' && node.data.gate.kind === 'node';
      drag = {
        gesture,
        label,
        primary: node.id,
        start: model.nodes.find(({ id }) => id === node.id)?.position ?? node.position,
        places,
        marks,
        rails: copies ? [] : railsOf(node.id, places, model),
        box,
        others: restingBoxes(model, copies ? new Set() : moving).filter((other) => isNear(other, box)),
        wires: single ? drawnWires(model) : [],
        gate: single ? node.id : null,
        shaken: createShake(),
      };
      view.setState({ cursor: null, dragging: true });
    },
    onNodeDrag(event: Modifiers, node: FlowNode, nodes: readonly FlowNode[]) {
      const held = drag;
      const primary = nodes.find(({ id }) => id === held?.primary) ?? node;
      if (!held) return;
      const inverted = event.ctrlKey === true || event.metaKey === true;
      const snapping = settings.getState().grid !== inverted;
      let shift = draggedTo(held, primary.position, snapping);
      if (held.box && !inverted) {
        const raw = { x: primary.position.x - held.start.x, y: primary.position.y - held.start.y };
        const at = { ...held.box, x: held.box.x + raw.x, y: held.box.y + raw.y };
        const line = align(at, held.others, GUIDE_REACH * scale());
        const straight = shift.straight;
        shift = {
          x: line.snappedX ? raw.x + line.dx : shift.x,
          y: straight || !line.snappedY ? shift.y : raw.y + line.dy,
          straight,
        };
        const placed = { ...held.box, x: held.box.x + shift.x, y: held.box.y + shift.y };
        view.setState({ guides: align(placed, held.others, 0.01).guides });
      } else if (view.getState().guides.length > 0) view.setState({ guides: [] });
      held.gesture.update((graph) => withDragged(graph, held, shift));
      if (held.gate !== null && event.clientX !== undefined && held.shaken(event.clientX, clock.now())) shakeOff(held);
      if (held.gate !== null && held.box) {
        const at = { ...held.box, x: held.box.x + shift.x, y: held.box.y + shift.y };
        const wire = event.altKey ? null : wireUnder(at, held.wires);
        setOver(wire !== null && canLand(held.gate, wire) ? wire : null);
      }
    },
    onNodeDragStop() {
      const held = drag;
      if (!held) return;
      const { landing } = view.getState();
      if (landing !== null && held.gate !== null) land(held, landing);
      else held.gesture.commit(held.label);
      end();
    },
    /** Where the gates stand, with what moves along with them. */
    placesOf(gates: readonly string[]): ReadonlyMap<string, XYPosition> {
      return placesOf(gates, document.getState().document, screen.model());
    },
    /** Puts a drag under way back; whether there was one. */
    cancelDrag(): boolean {
      if (!drag) return false;
      drag.gesture.cancel();
      end();
      return true;
    },
  };

  /** What moves with dragged frames: everything that lies in them, unless the frame is to move alone. */
  function withContents(ids: readonly string[], alone: boolean) {
    const { nodes } = screen.model();
    const boxes = new Map(nodes.map((each) => [each.id, boxOf(each)]));
    const { frames, notes } = sheetOf(document.getState().document);
    const gates = new Set(ids.filter((id) => markOf(id) === null));
    const marks = new Map<string, Point>();
    for (const id of ids) {
      const mark = markOf(id);
      const frame = frames.find((each) => each.id === mark);
      const note = notes.find((each) => each.id === mark);
      if (note) marks.set(note.id, { x: note.x, y: note.y });
      if (!frame) continue;
      marks.set(frame.id, { x: frame.x, y: frame.y });
      if (alone) continue;
      for (const each of nodes) if (each.type === 'gate' && contains(frame, boxes.get(each.id)!)) gates.add(each.id);
      for (const each of [...frames, ...notes]) if (contains(frame, each)) marks.set(each.id, { x: each.x, y: each.y });
    }
    return { gates: [...gates], marks };
  }

  function canLand(gate: string, wire: string): boolean {
    return landingSlot(document.getState().document, gate, wireOf(wire), shapeOf) !== null;
  }

  /** Takes a dragged gate into the wire below it, and moves what comes after aside. */
  function land(held: HeldDrag, key: string): void {
    const wire = wireOf(key);
    const gate = held.gate!;
    const slot = landingSlot(document.getState().document, gate, wire, shapeOf);
    const { visible } = screen.model();
    const boxes = canvas.getState().port?.boxes() ?? new Map<string, Box>();
    const next = boxes.get(visible.gateOf.get(wire.target) ?? wire.target);
    const own = boxes.get(gate);
    if (slot === null) {
      held.gesture.commit();
      return;
    }
    held.gesture.update((before) => {
      const inserted = insertedOnWire(before, gate, slot, wire);
      if (!own || !next) return inserted;
      return withDownstreamMoved(inserted, boxes, wire.target, roomNeeded(own, next), new Set([gate]));
    });
    held.gesture.commit(translate('canvas:step.insert'));
    actions.announce(translate('canvas:said.inserted', { node: gate, target: wire.target }));
  }

  function shakeOff(held: HeldDrag): void {
    const ids = new Set([held.gate!]);
    if (!isWired(document.getState().document, ids)) return;
    held.gesture.update((before: ChainruleDocument) => detached(before, ids, shapeOf));
    held.label = translate('canvas:step.detach');
    actions.announce(translate('canvas:said.detached', { node: held.gate ?? '' }));
  }
}

function isNear(other: Box, box: Box): boolean {
  return (
    other.x < box.x + box.width + GUIDE_RANGE &&
    other.x + other.width > box.x - GUIDE_RANGE &&
    other.y < box.y + box.height + GUIDE_RANGE &&
    other.y + other.height > box.y - GUIDE_RANGE
  );
}
