import '@xyflow/react/dist/base.css';
import './canvas.css';
import './gate.css';
import './wire.css';
import './scene/scene.css';
import {
  Background,
  BackgroundVariant,
  type EdgeTypes,
  type NodeTypes,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStoreApi,
} from '@xyflow/react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { findOp } from '#engine';
import { symbolOf } from '../math/symbols.ts';
import { useDocument, useSession, useSettings } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { Breadcrumb } from './Breadcrumb.tsx';
import { CameraControls } from './CameraControls.tsx';
import { CanvasMenu } from './CanvasMenu.tsx';
import { CanvasMinimap } from './CanvasMinimap.tsx';
import { ConnectionLine } from './ConnectionLine.tsx';
import { ConnectionWatch } from './ConnectionWatch.tsx';
import { createCanvasActions } from './canvas-actions.ts';
import { CanvasContext, ObjectiveContext, useNumbers, useView } from './canvas-context.ts';
import { CutPane, EditLayer } from './EditLayer.tsx';
import { FrameNode } from './FrameNode.tsx';
import { createFlowHandlers } from './flow-handlers.ts';
import { gateElementId } from './flow-ids.ts';
import { createFlowModel } from './flow-model.ts';
import { FLOW_OPTIONS } from './flow-options.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import { GateNode } from './GateNode.tsx';
import { LedgerPopover } from './LedgerPopover.tsx';
import { MarkNode, NoteNode } from './MarkNode.tsx';
import { createNumbersStore } from './numbers-store.ts';
import { createCounters } from './scene/counters.ts';
import { SceneLayer } from './scene/SceneLayer.tsx';
import { useScene } from './scene/use-scene.ts';
import { UseGateDialog } from './UseGateDialog.tsx';
import { useCamera } from './use-camera.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useInside } from './use-inside.ts';
import { useLayout } from './use-layout.ts';
import { useMorph } from './use-morph.ts';
import { createViewStore } from './view-store.ts';
import { WireEdge } from './WireEdge.tsx';

const nodeTypes: NodeTypes = { gate: GateNode, frame: FrameNode, mark: MarkNode, note: NoteNode };
const edgeTypes: EdgeTypes = { wire: WireEdge };

/** The graph: gates, wires and their numbers. Emits intents; the document is the stores'. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <CanvasFlow />
    </ReactFlowProvider>
  );
}

function CanvasFlow() {
  const { t } = useTranslation('canvas');
  const studio = useStudio();
  const root = useRef<HTMLDivElement>(null);
  const help = useId();
  const flowStore = useStoreApi<FlowNode, FlowEdge>();
  const { screenToFlowPosition } = useReactFlow<FlowNode, FlowEdge>();
  const [numbers] = useState(() => createNumbersStore(studio));
  const [toFlow] = useState(() => createFlowModel(findOp));
  const [parts] = useState(() => {
    const view = createViewStore();
    const focus = () => root.current?.focus({ preventScroll: true });
    const actions = createCanvasActions(studio, view, focus);
    return { numbers: numbers.store, view, actions, counters: createCounters() };
  });
  useEffect(() => numbers.connect(), [numbers]);

  const document = useDocument((state) => state.document);
  const selectedNodes = useSession((state) => state.selectedNodes);
  const selectedEdges = useSession((state) => state.selectedEdges);
  const selectedMarks = useSession((state) => state.selectedMarks);
  const inside = useSession((state) => state.inside);
  const model = useMemo(
    () => toFlow(document, { nodes: selectedNodes, edges: selectedEdges, marks: selectedMarks }, inside),
    [toFlow, document, selectedNodes, selectedEdges, selectedMarks, inside],
  );
  const latest = useRef(model);
  latest.current = model;
  const [handlers] = useState(() =>
    createFlowHandlers(studio, parts, {
      model: () => latest.current,
      toCanvas: screenToFlowPosition,
      selecting: () => flowStore.getState().userSelectionActive,
      cancelWire: () => {
        const { connection, connectionClickStartHandle, cancelConnection } = flowStore.getState();
        if (!connection.inProgress && !connectionClickStartHandle) return false;
        flowStore.setState({ connectionClickStartHandle: null });
        cancelConnection();
        return true;
      },
    }),
  );
  const [currentModel] = useState(() => () => latest.current);
  const { tidy } = useLayout(currentModel, parts.actions);
  const camera = useCamera(root, parts.view, currentModel, tidy);
  const keys = useCanvasKeys(parts, handlers, currentModel);
  useMorph(root, model);
  useInside(root, currentModel);
  const picture = useScene(root, model, parts);
  const near = useStore(parts.view, (view) => view.detail !== 'box');
  const wiring = useStore(parts.view, (view) => view.wiring !== null || view.keyWire !== null);
  const active = useStore(parts.view, ({ cursor }) => (cursor?.kind === 'gate' ? gateElementId(cursor.id) : undefined));
  const grid = useSettings((state) => state.grid);
  const minimap = useSettings((state) => state.minimap);

  return (
    <CanvasContext value={parts}>
      <div
        ref={root}
        className={wiring ? 'canvas is-wiring' : 'canvas'}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one Tab stop, from which the keyboard walks the graph
        tabIndex={0}
        aria-label={t('label.canvas')}
        aria-activedescendant={active}
        aria-describedby={help}
        onPointerMove={keys.onPointerMove}
        onKeyDownCapture={keys.onKeyDownCapture}
        onKeyDown={keys.onKeyDown}
        onKeyUp={keys.onKeyUp}
        onFocus={keys.onFocus}
        onBlur={keys.onBlur}
        onPointerDownCapture={keys.onPointerDownCapture}
        onMouseDownCapture={handlers.onPortPress}
        onClickCapture={handlers.onPortPress}
        onDoubleClick={handlers.onDoubleClick}
        onDragOver={handlers.onDragOver}
        onDrop={handlers.onDrop}
      >
        <ObjectiveProvider>
          <ReactFlow<FlowNode, FlowEdge>
            nodes={picture.drawn.nodes}
            edges={picture.drawn.edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodesChange={handlers.onNodesChange}
            onEdgesChange={handlers.onEdgesChange}
            onNodeDragStart={handlers.onNodeDragStart}
            onNodeDrag={handlers.onNodeDrag}
            onNodeDragStop={handlers.onNodeDragStop}
            onConnect={handlers.onConnect}
            onConnectStart={handlers.onConnectStart}
            onConnectEnd={handlers.onConnectEnd}
            onReconnect={handlers.onReconnect}
            onReconnectStart={handlers.onReconnectStart}
            onReconnectEnd={handlers.onReconnectEnd}
            isValidConnection={handlers.isValidConnection}
            onNodeMouseEnter={handlers.onNodeMouseEnter}
            onNodeMouseLeave={handlers.onNodeMouseLeave}
            onNodeContextMenu={handlers.onNodeContextMenu}
            onNodeDoubleClick={handlers.onNodeDoubleClick}
            onEdgeMouseEnter={handlers.onEdgeMouseEnter}
            onEdgeMouseLeave={handlers.onEdgeMouseLeave}
            onEdgeContextMenu={handlers.onEdgeContextMenu}
            onEdgeClick={handlers.onEdgeClick}
            onEdgeDoubleClick={handlers.onEdgeDoubleClick}
            onPaneClick={handlers.onPaneClick}
            onPaneContextMenu={handlers.onPaneContextMenu}
            connectionLineComponent={ConnectionLine}
            connectionRadius={camera.snapRadius}
            edgesReconnectable={near}
            {...FLOW_OPTIONS}
          >
            {grid ? <Background variant={BackgroundVariant.Dots} gap={24} size={2} /> : null}
            <SceneLayer picture={picture} />
            <EditLayer model={model} handlers={handlers} />
            <ConnectionWatch handlers={handlers} />
          </ReactFlow>
          <LedgerPopover model={model} />
        </ObjectiveProvider>
        <CutPane handlers={handlers} />
        <Breadcrumb />
        <CameraControls />
        <CanvasMenu />
        <UseGateDialog />
        {minimap ? <CanvasMinimap scene={picture.scene} /> : null}
        <p id={help} className="visually-hidden-live">
          {t('label.help')}
        </p>
        <Announcement />
      </div>
    </CanvasContext>
  );
}

/** What assistive technology is told. */
function Announcement() {
  const text = useView((view) => view.announcement);
  return (
    <div className="visually-hidden-live" role="status" aria-live="polite">
      {text}
    </div>
  );
}

function ObjectiveProvider({ children }: { readonly children: React.ReactNode }) {
  const id = useNumbers((shown) => shown.result?.objective ?? null);
  const node = useDocument(({ document }) => (id === null ? undefined : document.nodes.find((each) => each.id === id)));
  const symbol = useMemo(() => (node ? symbolOf(node) : null), [node]);
  return <ObjectiveContext value={symbol}>{children}</ObjectiveContext>;
}
