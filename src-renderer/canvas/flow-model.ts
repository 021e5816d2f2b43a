import { edgeKey, type Graph } from '#engine';
import { type Sheet, sheetOf } from '../stores/sheet.ts';
import { placeBoundary } from './boundary.ts';
import { type Box, boxOf } from './box.ts';
import type { DrawnGraph, FlowEdge, FlowModel, FlowNode, FlowSelection, GateFlowNode } from './flow-types.ts';
import { hangTrays } from './fork-trays.ts';
import { frameNode } from './frame-nodes.ts';
import { type FindOp, gateData, gateHandles, gatePosition, sameFace } from './gate-data.ts';
import { insideOf } from './inside.ts';
import { markNodes } from './mark-nodes.ts';
import { movedGraph } from './moved-graph.ts';
import { type VisibleGate, visibleGraph } from './visible-graph.ts';
import { wireEdge } from './wire-edges.ts';

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

const NO_MARKS: ReadonlySet<string> = new Set();

const sameSelection = (a: FlowSelection, b: FlowSelection) =>
  a.nodes === b.nodes && a.edges === b.edges && a.marks === b.marks;

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
