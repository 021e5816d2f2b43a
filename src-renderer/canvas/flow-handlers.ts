import type { EdgeChange, NodeChange } from '@xyflow/react';
import type { DragEvent, MouseEvent as ReactMouseEvent } from 'react';
import { type EdgeRef, findOp, findTemplate } from '#engine';
import { insertNode } from '../commands/insert.ts';
import { addTemplate } from '../commands/insert-template.ts';
import type { Studio } from '../stores/studio.ts';
import type { CanvasParts } from './canvas-context.ts';
import { createDragHandlers } from './drag-handlers.ts';
import { frameGroup, markOf } from './flow-ids.ts';
import type { FlowScreen } from './flow-screen.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import type { MenuTarget } from './view-store.ts';
import { createWireGestures } from './wire-gestures.ts';
import { createWireHandlers } from './wire-handlers.ts';

const OP_MIME = 'application/x-chainrule-op';

export type FlowHandlers = ReturnType<typeof createFlowHandlers>;

/** Turns what the pointer does to React Flow into edits and selections. Made once, so that no render hands over new functions. */
export function createFlowHandlers(studio: Studio, parts: CanvasParts, screen: FlowScreen) {
  const { actions, view } = parts;
  const { session } = studio;
  const gestures = createWireGestures(studio, parts, screen);
  const refOf = (edge: FlowEdge): EdgeRef => ({ target: edge.data!.wire.target, slot: edge.data!.wire.slot });

  return {
    ...createWireHandlers(studio, parts, screen),
    ...createDragHandlers(studio, parts, screen),
    ...gestures,
    onNodesChange(changes: readonly NodeChange<FlowNode>[]) {
      const { selectedNodes, selectedEdges, selectedMarks } = session.getState();
      const next = new Set(selectedNodes);
      const marks = new Set(selectedMarks);
      for (const change of changes) {
        if (change.type !== 'select') continue;
        const mark = markOf(change.id);
        const set = mark === null ? next : marks;
        const id = mark ?? frameGroup(change.id) ?? change.id;
        if (change.selected) set.add(id);
        else set.delete(id);
      }
      session.select(next, selectedEdges, marks);
    },
    onEdgesChange(changes: readonly EdgeChange<FlowEdge>[]) {
      if (screen.selecting()) return; // a marquee selects gates; their wires go with them anyway
      const { selectedNodes, selectedEdges, selectedMarks } = session.getState();
      const next = new Set(selectedEdges);
      for (const change of changes) {
        if (change.type !== 'select') continue;
        if (change.selected) next.add(change.id);
        else next.delete(change.id);
      }
      session.select(selectedNodes, next, selectedMarks);
    },
    toCanvas: screen.toCanvas,
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes(OP_MIME)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop(event: DragEvent) {
      const dragged = event.dataTransfer.getData(OP_MIME);
      const at = screen.toCanvas({ x: event.clientX, y: event.clientY });
      const op = findOp(dragged);
      const template = findTemplate(dragged);
      if (!op && !template) return;
      event.preventDefault();
      if (op) insertNode(studio, op, { at });
      else if (template) addTemplate(studio, template, { at });
      actions.focusCanvas();
    },
    onNodeMouseEnter(_event: unknown, node: FlowNode) {
      if (node.type === 'gate') session.setState({ hoveredNode: node.id });
    },
    onNodeMouseLeave() {
      session.setState({ hoveredNode: null });
    },
    onEdgeMouseEnter(_event: unknown, edge: FlowEdge) {
      actions.hoverWire(refOf(edge));
    },
    onEdgeMouseLeave() {
      actions.hoverWire(null);
    },
    onPaneClick() {
      view.setState({ cursor: null, editing: null, bend: null });
      session.select([]);
    },
    onPaneContextMenu(event: ReactMouseEvent | MouseEvent) {
      event.preventDefault();
      openMenu(event, { kind: 'pane' });
    },
    onNodeContextMenu(event: ReactMouseEvent, node: FlowNode) {
      event.preventDefault();
      const mark = markOf(node.id);
      if (mark !== null) {
        session.select([], [], [mark]);
        openMenu(event, { kind: 'mark', id: mark });
        return;
      }
      if (node.type === 'gate' && node.data.gate.kind === 'node' && node.data.gate.boundary) return;
      const port = event.target instanceof Element ? event.target.closest('.react-flow__handle') : null;
      const handle = port?.getAttribute('data-handleid');
      if (handle) {
        openMenu(event, { kind: 'port', gate: node.id, wires: gestures.portWires(node.id, handle) });
        return;
      }
      const id = frameGroup(node.id) ?? node.id;
      if (!session.getState().selectedNodes.has(id)) session.select([id]);
      openMenu(event, { kind: 'gate', id });
    },
    onEdgeContextMenu(event: ReactMouseEvent, edge: FlowEdge) {
      event.preventDefault();
      if (!session.getState().selectedEdges.has(edge.id)) session.select([], [edge.id]);
      openMenu(event, { kind: 'wire', key: edge.id });
    },
    onNodeDoubleClick(event: ReactMouseEvent, node: FlowNode) {
      const target = event.target instanceof Element ? event.target : null;
      const renamed = target?.closest('[data-rename]')?.getAttribute('data-rename');
      const mark = markOf(node.id);
      if (mark !== null) view.setState({ editing: { gate: mark, field: 'text' } });
      else if (renamed) view.setState({ editing: { gate: renamed, field: 'symbol' } });
      else if (node.type === 'gate' && node.data.gate.kind === 'group' && !target?.closest('button'))
        actions.enter(node.id);
    },
    onEdgeDoubleClick(event: ReactMouseEvent, edge: FlowEdge) {
      gestures.bend.add(edge.id, { x: event.clientX, y: event.clientY });
    },
    onEdgeClick(event: ReactMouseEvent, edge: FlowEdge) {
      if (event.altKey) gestures.bend.add(edge.id, { x: event.clientX, y: event.clientY });
    },
    /** Alt and a press on a port take its wires away; nothing else learns of the press. */
    onPortPress(event: ReactMouseEvent) {
      if (!event.altKey || event.button !== 0 || !(event.target instanceof Element)) return;
      const port = event.target.closest('.react-flow__handle');
      const [gate, handle] = [port?.getAttribute('data-nodeid'), port?.getAttribute('data-handleid')];
      if (!gate || !handle) return;
      event.stopPropagation();
      event.preventDefault();
      const wires = event.type === 'mousedown' ? gestures.portWires(gate, handle) : [];
      if (wires.length > 0) actions.removeWires(wires);
    },
    onDoubleClick(event: ReactMouseEvent) {
      if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return;
      session.setState({ quickAdd: { at: screen.toCanvas({ x: event.clientX, y: event.clientY }) } });
    },
  };

  function openMenu(event: ReactMouseEvent | MouseEvent, target: MenuTarget) {
    const client = { x: event.clientX, y: event.clientY };
    const at = screen.toCanvas(client);
    session.setState({ pointer: at });
    view.setState({ menu: { target, screen: client, at } });
  }
}
