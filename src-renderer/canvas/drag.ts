import { type ChainruleDocument, type Graph, type Point, place } from '#engine';
import { GRID, snap } from '../layout/gate-geometry.ts';
import type { Gesture } from '../stores/document-store.ts';
import { withSheet } from '../stores/sheet.ts';
import { frameGroup } from './flow-ids.ts';
import type { FlowModel, FlowNode } from './flow-types.ts';

/** How near a straight wire must be for the dragged gate to jump to it. */
const STRAIGHTEN_WITHIN = 4;

/** A drag under way: every record that moves with its place at the start, and the gate under the pointer. */
export interface Drag {
  readonly gesture: Gesture;
  readonly primary: string;
  readonly start: Point;
  readonly places: ReadonlyMap<string, Point>;
  /** Frames and notes that move along. */
  readonly marks: ReadonlyMap<string, Point>;
  /** Heights of the dragged gate's ports and of those they are wired to, for straight wires. */
  readonly rails: readonly { readonly own: number; readonly other: number }[];
}

/** What moves when gates and frames are dragged: what lies inside a merged gate, open or closed, comes along. */
export function placesOf(dragged: readonly string[], graph: Graph, model: FlowModel): Map<string, Point> {
  const gates = new Set<string>();
  for (const id of dragged) {
    const group = frameGroup(id);
    const frame = group === null ? undefined : model.visible.frames.find((each) => each.group.id === group);
    if (frame) for (const gate of frame.gates) gates.add(gate);
    else gates.add(id);
  }
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));
  const places = new Map<string, Point>();
  const inside = new Set<string>();
  for (const gate of gates) {
    const node = nodes.get(gate);
    if (node?.type !== 'gate') continue;
    places.set(gate, node.position);
    if (node.data.gate.kind === 'group') inside.add(gate);
  }
  if (inside.size === 0) return places;
  const parents = new Map(graph.groups.map(({ id, group }) => [id, group]));
  const isInside = (group: string | undefined) => {
    const seen = new Set<string>();
    for (let at = group; at !== undefined && !seen.has(at); at = parents.get(at)) {
      if (inside.has(at)) return true;
      seen.add(at);
    }
    return false;
  };
  for (const record of [...graph.nodes, ...graph.groups])
    if (record.position && !places.has(record.id) && isInside(record.group)) places.set(record.id, record.position);
  return places;
}

/** Wires between the dragged gate and gates that stay: where both ends stand at the start. */
export function railsOf(primary: string, places: ReadonlyMap<string, Point>, model: FlowModel): Drag['rails'] {
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));
  return model.edges.flatMap((edge) => {
    if (edge.source !== primary && edge.target !== primary) return [];
    const other = edge.source === primary ? edge.target : edge.source;
    if (places.has(other)) return [];
    const from = handleY(nodes.get(edge.source), edge.sourceHandle);
    const to = handleY(nodes.get(edge.target), edge.targetHandle);
    if (from === null || to === null) return [];
    return [edge.source === primary ? { own: from, other: to } : { own: to, other: from }];
  });
}

function handleY(node: FlowNode | undefined, handle: string | null | undefined): number | null {
  const found = node?.handles?.find(({ id }) => id === handle);
  return node && found ? node.position.y + found.y + (found.height ?? 0) / 2 : null;
}

/** How far the dragged records are from where they began: on the grid, or on a straight wire. */
export function draggedTo(
  drag: Drag,
  pointer: Point,
  snapping: boolean,
): { readonly x: number; readonly y: number; readonly straight: boolean } {
  const x = (snapping ? snap(pointer.x, GRID) : pointer.x) - drag.start.x;
  const y = (snapping ? snap(pointer.y, GRID) : pointer.y) - drag.start.y;
  if (!snapping) return { x, y, straight: false };
  const rail = drag.rails
    .map(({ own, other }) => other - own)
    .filter((straight) => Math.abs(straight - (pointer.y - drag.start.y)) <= STRAIGHTEN_WITHIN)
    .sort((a, b) => Math.abs(a - y) - Math.abs(b - y))[0];
  return { x, y: rail ?? y, straight: rail !== undefined };
}

/** The document with everything dragged so far from where it began. */
export function withDragged<D extends ChainruleDocument>(document: D, drag: Drag, by: Point): D {
  const to = (at: Point) => ({ x: round(at.x + by.x), y: round(at.y + by.y) });
  const placed = place(document, new Map([...drag.places].map(([id, at]) => [id, to(at)])));
  if (drag.marks.size === 0) return placed;
  const moved = <T extends { readonly id: string }>(mark: T): T => {
    const at = drag.marks.get(mark.id);
    return at ? { ...mark, ...to(at) } : mark;
  };
  return withSheet(placed, (sheet) => ({
    ...sheet,
    frames: sheet.frames.map((frame) => moved(frame)),
    notes: sheet.notes.map((note) => moved(note)),
  }));
}

const round = (value: number) => Math.round(value * 100) / 100;
