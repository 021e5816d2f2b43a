import type { Edge, Node } from '@xyflow/react';
import { type ChainruleDocument, edgeKey, type Graph, type Point } from '#engine';
import { bendsOf, type Sheet, sheetOf } from '../stores/sheet.ts';
import { boxOf } from './box.ts';
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
export type FlowNode = GateFlowNode | FrameFlowNode;
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
}

/** Room between a frame and the gates inside; its label stands above them. */
const FRAME_PADDING = 24;
const FRAME_HEADER = 32;
/** Height of a fork's sum with its gap, and its usual width. */
const TRAY = 40;
const TRAY_WIDTH = 160;
const FRAME_PREFIX = 'frame:';

/** Id of the element of a gate, for `aria-activedescendant`. */
export const gateElementId = (gate: string) => `gate-${gate}`;

/** Group of a frame's id in React Flow; `null` for gates. */
export function frameGroup(id: string): string | null {
  return id.startsWith(FRAME_PREFIX) ? id.slice(FRAME_PREFIX.length) : null;
}

/**
 * Turns documents into what React Flow draws; no other file knows both. An object is made anew only when what it shows
 * changed, so that React Flow re-renders a moved gate and no other, and its data only when more than its place changed.
 */
export function createFlowModel(findOp: FindOp): (graph: DrawnGraph, selection: FlowSelection) => FlowModel {
  let nodes = new Map<string, FlowNode>();
  let edges = new Map<string, FlowEdge>();
  let shown: { readonly graph: Graph; readonly visible: VisibleGraph } | null = null;
  return (graph, selection) => {
    const sheet = sheetOf(graph);
    if (!shown || !sameRecords(shown.graph, graph)) shown = { graph, visible: visibleGraph(graph) };
    const { visible } = shown;
    const leaving = new Map<string, number>();
    for (const wire of visible.wires) leaving.set(wire.sourceGate, (leaving.get(wire.sourceGate) ?? 0) + 1);

    const nextNodes = new Map<string, FlowNode>();
    for (const gate of visible.gates)
      nextNodes.set(
        gate.id,
        gateNode(gate, leaving.get(gate.id) ?? 0, selection.nodes.has(gate.id), findOp, nodes.get(gate.id)),
      );
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
    edges = nextEdges;
    return { visible, nodes: [...nodes.values()], edges: [...edges.values()] };
  };
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
  if (same && old.selected === selected && old.position.x === position.x && old.position.y === position.y) return old;
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
  };
}

/** A fork's sum hangs above its gate where another gate stands in its place below. Gates keep what they had before. */
function hangTrays(gates: Map<string, FlowNode>): void {
  const boxes = [...gates.values()].map(boxOf);
  for (const [id, node] of gates) {
    if (node.type !== 'gate' || node.data.leaving < 2) continue;
    const own = boxOf(node);
    const free = (top: number) =>
      boxes.every(
        (box) =>
          box.x >= own.x + TRAY_WIDTH || box.x + box.width <= own.x || box.y >= top + TRAY || box.y + box.height <= top,
      );
    const tray = free(own.y + own.height) || !free(own.y - TRAY) ? 'below' : 'above';
    if (tray === node.data.tray) continue;
    gates.set(id, { ...node, data: { ...node.data, tray } });
  }
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
