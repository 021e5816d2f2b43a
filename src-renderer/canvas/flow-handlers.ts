import type { EdgeChange, NodeChange, XYPosition } from '@xyflow/react';
import type { DragEvent, MouseEvent as ReactMouseEvent } from 'react';
import { type EdgeRef, findOp, findTemplate } from '#engine';
import { insertNode } from '../commands/insert.ts';
import { addTemplate } from '../commands/insert-template.ts';
import type { Studio } from '../stores/studio.ts';
import type { CanvasParts } from './canvas-context.ts';
import { type Drag, dragTo, placesOf, railsOf } from './drag.ts';
import { type FlowEdge, type FlowNode, frameGroup } from './flow-model.ts';
import type { FlowScreen } from './flow-screen.ts';
import type { MenuTarget } from './view-store.ts';
import { createWireHandlers } from './wire-handlers.ts';

const OP_MIME = 'application/x-chainrule-op';

export type FlowHandlers = ReturnType<typeof createFlowHandlers>;

/** Turns what the pointer does to React Flow into edits and selections. Made once, so that no render hands over new functions. */
export function createFlowHandlers(studio: Studio, parts: CanvasParts, screen: FlowScreen) {
  const { actions, view } = parts;
  const { document, session, settings, translate } = studio;
  let drag: Drag | null = null;
  const refOf = (edge: FlowEdge): EdgeRef => ({ target: edge.data!.wire.target, slot: edge.data!.wire.slot });

  return {
    ...createWireHandlers(studio, parts, screen),
    onNodesChange(changes: readonly NodeChange<FlowNode>[]) {
      const { selectedNodes, selectedEdges } = session.getState();
      const next = new Set(selectedNodes);
      for (const change of changes) {
        if (change.type !== 'select') continue;
        const id = frameGroup(change.id) ?? change.id;
        if (change.selected) next.add(id);
        else next.delete(id);
      }
      session.select(next, selectedEdges);
    },
    onEdgesChange(changes: readonly EdgeChange<FlowEdge>[]) {
      if (screen.selecting()) return; // a marquee selects gates; their wires go with them anyway
      const { selectedNodes, selectedEdges } = session.getState();
      const next = new Set(selectedEdges);
      for (const change of changes) {
        if (change.type !== 'select') continue;
        if (change.selected) next.add(change.id);
        else next.delete(change.id);
      }
      session.select(selectedNodes, next);
    },
    onNodeDragStart(_event: unknown, node: FlowNode, nodes: readonly FlowNode[]) {
      const model = screen.model();
      const places = placesOf(
        nodes.map(({ id }) => id),
        document.getState().document,
        model,
      );
      drag = {
        gesture: document.begin(translate('canvas:step.move', { count: nodes.length })),
        primary: node.id,
        start: model.nodes.find(({ id }) => id === node.id)?.position ?? node.position,
        places,
        rails: railsOf(node.id, places, model),
      };
      view.setState({ cursor: null });
    },
    onNodeDrag(
      event: { readonly ctrlKey?: boolean; readonly metaKey?: boolean },
      node: FlowNode,
      nodes: readonly FlowNode[],
    ) {
      const held = drag;
      const primary = nodes.find(({ id }) => id === held?.primary) ?? node;
      if (!held) return;
      const snapping = settings.getState().grid !== (event.ctrlKey === true || event.metaKey === true);
      held.gesture.update((graph) => dragTo(graph, held, primary.position, snapping));
    },
    onNodeDragStop() {
      drag?.gesture.commit();
      drag = null;
    },
    toCanvas: screen.toCanvas,
    /** Where the gates stand, with what moves along with them. */
    placesOf(gates: readonly string[]): ReadonlyMap<string, XYPosition> {
      return placesOf(gates, document.getState().document, screen.model());
    },
    /** Puts a drag under way back; whether there was one. */
    cancelDrag(): boolean {
      if (!drag) return false;
      drag.gesture.cancel();
      drag = null;
      return true;
    },
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
      view.setState({ cursor: null, editing: null });
      session.select([]);
    },
    onPaneContextMenu(event: ReactMouseEvent | MouseEvent) {
      event.preventDefault();
      openMenu(event, { kind: 'pane' });
    },
    onNodeContextMenu(event: ReactMouseEvent, node: FlowNode) {
      event.preventDefault();
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
      if (renamed) view.setState({ editing: { gate: renamed, field: 'symbol' } });
      else if (node.type === 'gate' && node.data.gate.kind === 'group' && !target?.closest('button'))
        actions.toggleGroup(node.id);
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
