import { type ChainruleDocument, type Point, place } from '#engine';
import { layered } from '../layout/layered.ts';
import type { Layout, LayoutGraph } from '../layout/layout-graph.ts';
import { createFlowModel } from './flow-model.ts';
import type { FlowModel } from './flow-types.ts';
import type { FindOp } from './gate-data.ts';
import { outputHandle } from './gate-data.ts';

/** Height of a fork's tray with its gap. */
const TRAY = 40;
const NOTHING: ReadonlySet<string> = new Set();

/** What the layout sees: the gates as drawn, or only the chosen ones. */
export function layoutGraph(model: FlowModel, only: ReadonlySet<string> | null = null): LayoutGraph {
  const frameOf = new Map<string, string>();
  // Outer frames come first, so that the innermost has the last word.
  for (const { group, gates } of model.visible.frames) for (const gate of gates) frameOf.set(gate, group.id);
  const frames = model.visible.frames.map(({ group }) => group);
  const drawn = new Set(frames.map(({ id }) => id));
  const chosen = (id: string) => only === null || only.has(id);
  const boxes = model.nodes.flatMap((node) => {
    if (node.type !== 'gate' || !chosen(node.id)) return [];
    const { geometry, leaving } = node.data;
    const frame = only === null ? frameOf.get(node.id) : undefined;
    const box = { id: node.id, width: geometry.width, height: geometry.height, below: leaving > 1 ? TRAY : 0 };
    return [frame === undefined ? box : { ...box, frame }];
  });
  const ports = new Map(
    model.nodes.map((node) => [
      node.id,
      new Map(node.handles?.map((handle) => [handle.id, handle.y + (handle.height ?? 0) / 2])),
    ]),
  );
  const wires = model.edges
    .filter(({ source, target }) => chosen(source) && chosen(target))
    .map(({ source, target, sourceHandle, targetHandle }) => ({
      source,
      sourceY: ports.get(source)?.get(sourceHandle ?? outputHandle(0)) ?? 0,
      target,
      targetY: ports.get(target)?.get(targetHandle ?? null) ?? 0,
    }));
  return {
    boxes,
    wires,
    frames:
      only === null
        ? frames.map(({ id, group }) => (group !== undefined && drawn.has(group) ? { id, frame: group } : { id }))
        : [],
  };
}

/** The document with the layout's positions; what lies inside collapsed groups moves with them. */
export function withLayout(
  document: ChainruleDocument,
  model: FlowModel,
  layout: Layout,
  origin: Point,
): ChainruleDocument {
  const places = new Map<string, Point>();
  for (const node of model.nodes) {
    const at = layout.get(node.id);
    // Nodes outside the gate that is open are drawn at its border; they stay where they are in the document.
    if (node.type !== 'gate' || !at || (node.data.gate.kind === 'node' && node.data.gate.boundary)) continue;
    const to = { x: at.x + origin.x, y: at.y + origin.y };
    places.set(node.id, to);
    if (node.data.gate.kind !== 'group') continue;
    const shift = { x: to.x - node.position.x, y: to.y - node.position.y };
    for (const { id, position } of node.data.gate.members)
      if (position) places.set(id, { x: position.x + shift.x, y: position.y + shift.y });
  }
  return place(document, places);
}

/** Upper left corner of the gates that are laid out, so that a tidied graph stays where it was. */
export function originOf(model: FlowModel, layout: Layout): Point {
  const gates = model.nodes.filter(({ id }) => layout.has(id));
  const corner = (axis: 'x' | 'y') => {
    const before = Math.min(...gates.map(({ position }) => position[axis]));
    const after = Math.min(...[...layout.values()].map((at) => at[axis]));
    return Number.isFinite(before - after) ? Math.round((before - after) / 8) * 8 : 0;
  };
  return { x: corner('x'), y: corner('y') };
}

export function lacksPositions({ nodes }: ChainruleDocument): boolean {
  return nodes.some(({ position }) => position === undefined);
}

/** An instant layout of a document that brings none: first all its gates as if open, then what is drawn. */
export function withInstantLayout(document: ChainruleDocument, findOp: FindOp): ChainruleDocument {
  const selection = { nodes: NOTHING, edges: NOTHING };
  const opened = { ...document, groups: document.groups.map((group) => ({ ...group, collapsed: false })) };
  const whole = createFlowModel(findOp)(opened, selection);
  const placed = withLayout(document, whole, layered(layoutGraph(whole)), { x: 0, y: 0 });
  if (!document.groups.some(({ collapsed }) => collapsed)) return placed;
  const drawn = createFlowModel(findOp)(placed, selection);
  return withLayout(placed, drawn, layered(layoutGraph(drawn)), { x: 0, y: 0 });
}
