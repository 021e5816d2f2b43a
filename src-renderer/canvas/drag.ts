import { type Graph, type Point, place } from '#engine';
import { GRID, snap } from '../layout/gate-geometry.ts';
import type { Gesture } from '../stores/document-store.ts';
import type { FlowModel, FlowNode } from './flow-model.ts';
import { frameGroup } from './flow-model.ts';

/** How near a straight wire must be for the dragged gate to jump to it. */
const STRAIGHTEN_WITHIN = 4;

/** A drag under way: every record that moves with its place at the start, and the gate under the pointer. */
export interface Drag {
  readonly gesture: Gesture;
  readonly primary: string;
  readonly start: Point;
  readonly places: ReadonlyMap<string, Point>;
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

/** The graph with the dragged records where the pointer has them: on the grid, or on a straight wire. */
export function dragTo<G extends Graph>(graph: G, drag: Drag, pointer: Point, snapping: boolean): G {
  let x = pointer.x - drag.start.x;
  let y = pointer.y - drag.start.y;
  if (snapping) {
    x = snap(pointer.x, GRID) - drag.start.x;
    y = snap(pointer.y, GRID) - drag.start.y;
    const rail = drag.rails
      .map(({ own, other }) => other - own)
      .filter((straight) => Math.abs(straight - (pointer.y - drag.start.y)) <= STRAIGHTEN_WITHIN)
      .sort((a, b) => Math.abs(a - y) - Math.abs(b - y))[0];
    if (rail !== undefined) y = rail;
  }
  const places = new Map([...drag.places].map(([id, at]) => [id, { x: round(at.x + x), y: round(at.y + y) }]));
  return place(graph, places);
}

const round = (value: number) => Math.round(value * 100) / 100;
