import type { Edge, Node } from '@xyflow/react';
import { type ChainruleDocument, edgeKey, type Graph, type Point } from '#engine';
import { bendsOf, type Sheet, type SheetFrame, type SheetNote, sheetOf } from '../stores/sheet.ts';
import { placeBoundary } from './boundary.ts';
import { type Box, boxOf } from './box.ts';
import { hangTrays } from './fork-trays.ts';
import {
  type FindOp,
  type GateData,
  gateData,
  gateHandles,
  gatePosition,
  inputHandle,
  outputHandle,
  sameFace,
} from './gate-data.ts';
import { insideOf } from './inside.ts';
import { movedGraph } from './moved-graph.ts';
import {
  type VisibleFrame,
  type VisibleGate,
  type VisibleGraph,
  type VisibleWire,
  visibleGraph,
} from './visible-graph.ts';

export type FrameData = { readonly frame: VisibleFrame };
/** `bends`: points the wire is led through, in canvas coordinates. */
export type WireData = { readonly wire: VisibleWire; readonly bends: readonly Point[] };

export type GateFlowNode = Node<GateData, 'gate'>;
export type FrameFlowNode = Node<FrameData, 'frame'>;
export type MarkFlowNode = Node<{ readonly frame: SheetFrame }, 'mark'>;
export type NoteFlowNode = Node<{ readonly note: SheetNote }, 'note'>;
export type FlowNode = GateFlowNode | FrameFlowNode | MarkFlowNode | NoteFlowNode;
export type FlowEdge = Edge<WireData, 'wire'>;

/** A graph, with what stands beside it where it is a document. */
export type DrawnGraph = Graph & Pick<ChainruleDocument, 'extensions'>;

export interface FlowModel {
  readonly visible: VisibleGraph;
  readonly nodes: FlowNode[];
  readonly edges: FlowEdge[];
}

export interface FlowSelection {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  readonly marks?: ReadonlySet<string>;
}

/** Room between a frame and the gates inside; its label stands above them. */
const FRAME_PADDING = 24;
const FRAME_HEADER = 32;
const FRAME_PREFIX = 'frame:';
const MARK_PREFIX = 'mark:';

/** Id of the element of a gate, for `aria-activedescendant`. */
export const gateElementId = (gate: string) => `gate-${gate}`;

/** Group of a frame's id in React Flow; `null` for gates. */
export function frameGroup(id: string): string | null {
  return id.startsWith(FRAME_PREFIX) ? id.slice(FRAME_PREFIX.length) : null;
}

/** Frame or note of the sheet that an id in React Flow stands for; `null` for gates and open gates. */
export function markOf(id: string): string | null {
  return id.startsWith(MARK_PREFIX) ? id.slice(MARK_PREFIX.length) : null;
}

/**
 * Turns documents into what React Flow draws; no other file knows both. An object is made anew only when what it shows
 * changed, so that React Flow re-renders a moved gate and no other, and its data only when more than its place changed.
 */
export function createFlowModel(
  findOp: FindOp,
): (graph: DrawnGraph, selection: FlowSelection, inside?: string | null) => FlowModel {
  let nodes = new Map<string, FlowNode>();
  let edges = new Map<string, FlowEdge>();
  let last: Shown | null = null;
  return (graph, selection, inside = null) => {
    const sheet = sheetOf(graph);
    const place = last?.inside === inside ? last : null;
    const before = place?.sheet === sheet && sameSelection(place.selection, selection) ? place : null;
    const rest = place && sameRecords(place.graph, graph) ? place : null;
    if (before && rest) {
      last = { ...before, graph };
      return before.model;
    }
    const change = before && inside === null && movedGraph(before.graph, graph, before.model.visible);
    if (before && change) {
      const after = new Map(nodes);
      const boxes: Box[] = [];
      for (const gate of change.moved) {
        const old = after.get(gate.id)!;
        const leaving = old.type === 'gate' ? old.data.leaving : 0;
        const made = gateNode(gate, leaving, selection.nodes.has(gate.id), findOp, old);
        after.set(gate.id, made);
        boxes.push(boxOf(old), boxOf(made));
      }
      hangTrays(after, boxes);
      for (const frame of change.visible.frames) {
        const made = frameNode(frame, after, change.visible, selection.nodes.has(frame.group.id), nodes);
        after.set(made.id, made);
      }
      nodes = after;
      const model = { visible: change.visible, nodes: [...nodes.values()], edges: before.model.edges };
      last = { graph, sheet, selection, inside, model };
      return model;
    }
    const part = inside === null ? null : insideOf(graph, inside);
    const visible = rest?.model.visible ?? visibleGraph(part?.graph ?? graph, part?.boundary);
    const leaving = new Map<string, number>();
    for (const wire of visible.wires) leaving.set(wire.sourceGate, (leaving.get(wire.sourceGate) ?? 0) + 1);

    const nextNodes = new Map<string, FlowNode>();
    for (const made of markNodes(sheet, selection.marks ?? NO_MARKS, nodes)) nextNodes.set(made.id, made);
    for (const gate of visible.gates)
      nextNodes.set(
        gate.id,
        gateNode(gate, leaving.get(gate.id) ?? 0, selection.nodes.has(gate.id), findOp, nodes.get(gate.id)),
      );
    if (part) placeBoundary(nextNodes, visible);
    hangTrays(nextNodes);
    // Inner frames last in the list: the boxes of outer ones need only gates, so each counts its own nesting.
    for (const frame of visible.frames) {
      const made = frameNode(frame, nextNodes, visible, selection.nodes.has(frame.group.id), nodes);
      nextNodes.set(made.id, made);
    }
    const nextEdges = new Map<string, FlowEdge>();
    for (const wire of visible.wires) {
      const id = edgeKey(wire.target, wire.slot);
      nextEdges.set(id, wireEdge(id, wire, nextNodes, sheet, selection.edges.has(id), edges.get(id)));
    }
    nodes = nextNodes;
    const drawn = [...nextEdges.values()];
    const same = last?.model.edges.length === drawn.length && drawn.every((edge, at) => edge === last?.model.edges[at]);
    edges = nextEdges;
    const model = { visible, nodes: [...nodes.values()], edges: same && last ? last.model.edges : drawn };
    last = { graph, sheet, selection, inside, model };
    return model;
  };
}

interface Shown {
  readonly graph: Graph;
  readonly sheet: Sheet;
  readonly selection: FlowSelection;
  readonly inside: string | null;
  readonly model: FlowModel;
}

const sameSelection = (a: FlowSelection, b: FlowSelection) =>
  a.nodes === b.nodes && a.edges === b.edges && a.marks === b.marks;

const NO_MARKS: ReadonlySet<string> = new Set();

function markNodes(
  { frames, notes }: Sheet,
  selected: ReadonlySet<string>,
  before: ReadonlyMap<string, FlowNode>,
): readonly FlowNode[] {
  const box = ({ id, x, y, width, height }: SheetFrame | SheetNote) => ({
    id: MARK_PREFIX + id,
    position: { x, y },
    width,
    height,
    measured: { width, height },
    selected: selected.has(id),
    handles: [],
  });
  return [
    ...frames.map((frame): MarkFlowNode => {
      const old = before.get(MARK_PREFIX + frame.id);
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
      const old = before.get(MARK_PREFIX + note.id);
      if (old?.type === 'note' && old.data.note === note && old.selected === selected.has(note.id)) return old;
      return { ...box(note), type: 'note', data: { note }, zIndex: -5 };
    }),
  ];
}

function sameRecords(before: Graph, after: Graph): boolean {
  return before.nodes === after.nodes && before.groups === after.groups && before.objective === after.objective;
}

function gateNode(
  gate: VisibleGate,
  leaving: number,
  selected: boolean,
  findOp: FindOp,
  before: FlowNode | undefined,
): GateFlowNode {
  const old = before?.type === 'gate' ? before : undefined;
  const same = old && old.data.leaving === leaving && sameFace(old.data.gate, gate);
  const data = same ? old.data : gateData(gate, leaving, findOp);
  const { geometry } = data;
  const position = gatePosition(gate, geometry);
  const boundary = gate.kind === 'node' && gate.boundary === true;
  if (
    same &&
    old.selected === selected &&
    (boundary || (old.position.x === position.x && old.position.y === position.y))
  )
    return old;
  return {
    id: gate.id,
    type: 'gate',
    position,
    data,
    selected,
    width: geometry.width,
    height: geometry.height,
    measured: { width: geometry.width, height: geometry.height },
    handles: gateHandles(data),
    ...(boundary ? { draggable: false, selectable: false } : {}),
  };
}

function frameNode(
  frame: VisibleFrame,
  gates: ReadonlyMap<string, FlowNode>,
  visible: VisibleGraph,
  selected: boolean,
  before: ReadonlyMap<string, FlowNode>,
): FrameFlowNode {
  const boxes = frame.gates.flatMap((gate) => gates.get(gate) ?? []);
  const levels = innerLevels(frame, visible);
  const padding = FRAME_PADDING * (1 + levels);
  const left = Math.min(...boxes.map(({ position }) => position.x)) - padding;
  const top = Math.min(...boxes.map(({ position }) => position.y)) - padding - FRAME_HEADER * (1 + levels);
  const width = Math.max(...boxes.map(({ position, width }) => position.x + (width ?? 0))) + padding - left;
  const height = Math.max(...boxes.map(({ position, height }) => position.y + (height ?? 0))) + padding - top;
  const id = FRAME_PREFIX + frame.group.id;
  const old = before.get(id);
  if (
    old?.type === 'frame' &&
    old.selected === selected &&
    old.data.frame.group.label === frame.group.label &&
    old.data.frame.gates.join() === frame.gates.join() &&
    old.position.x === left &&
    old.position.y === top &&
    old.width === width &&
    old.height === height
  )
    return old;
  return {
    id,
    type: 'frame',
    position: { x: left, y: top },
    data: { frame },
    selected,
    width,
    height,
    measured: { width, height },
    handles: [],
    zIndex: -10 + Math.min(frame.depth, 8),
    dragHandle: '.frame-label',
    style: { pointerEvents: 'none' },
  };
}

/** How many frames lie inside one another within this one: each takes its own room. */
function innerLevels(frame: VisibleFrame, { frames }: VisibleGraph): number {
  const parents = new Map(frames.map(({ group }) => [group.id, group.group]));
  let levels = 0;
  for (const other of frames) {
    let at: string | undefined = other.group.id;
    let distance = 0;
    while (at !== undefined && at !== frame.group.id && distance <= frames.length) {
      at = parents.get(at);
      distance++;
    }
    if (at === frame.group.id) levels = Math.max(levels, distance);
  }
  return levels;
}

function wireEdge(
  id: string,
  wire: VisibleWire,
  nodes: ReadonlyMap<string, FlowNode>,
  sheet: Sheet,
  selected: boolean,
  before: FlowEdge | undefined,
): FlowEdge {
  const sourceHandle = outputHandle(sourcePort(wire, nodes.get(wire.sourceGate)));
  const targetHandle = inputHandle(targetPort(wire, nodes.get(wire.targetGate)));
  const bends = bendsOf(sheet, wire);
  if (
    before &&
    before.selected === selected &&
    before.source === wire.sourceGate &&
    before.target === wire.targetGate &&
    before.sourceHandle === sourceHandle &&
    before.targetHandle === targetHandle &&
    before.data?.wire.source === wire.source &&
    before.data.bends === bends
  )
    return before;
  return {
    id,
    type: 'wire',
    source: wire.sourceGate,
    target: wire.targetGate,
    sourceHandle,
    targetHandle,
    data: { wire, bends },
    selected,
  };
}

function sourcePort(wire: VisibleWire, gate: FlowNode | undefined): number {
  if (gate?.type !== 'gate' || gate.data.gate.kind === 'node') return 0;
  return Math.max(0, gate.data.gate.outputs.indexOf(wire.source));
}

function targetPort(wire: VisibleWire, gate: FlowNode | undefined): number {
  if (gate?.type !== 'gate' || gate.data.gate.kind === 'node') return wire.slot;
  const { inputs } = gate.data.gate;
  return Math.max(
    0,
    inputs.findIndex(({ target, slot }) => target === wire.target && slot === wire.slot),
  );
}
