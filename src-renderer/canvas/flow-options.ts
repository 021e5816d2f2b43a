import { ConnectionMode, PanOnScrollMode, type ReactFlowProps, SelectionMode } from '@xyflow/react';
import { GRID } from '../layout/gate-geometry.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';

const PAN_BUTTONS = [1, 2];
const SELECT_MORE = ['Shift', 'Meta', 'Control'];
const SNAP: [number, number] = [GRID, GRID];
const NO_STYLE_ATTRIBUTION = { hideAttribution: false };

/** How React Flow takes pointer and wheel. The keyboard is the canvas's own, so React Flow's keys are off. */
export const FLOW_OPTIONS = {
  connectionMode: ConnectionMode.Strict,
  connectionDragThreshold: 3,
  connectOnClick: true,
  reconnectRadius: 12,
  nodesDraggable: true,
  nodesConnectable: true,
  elementsSelectable: true,
  nodesFocusable: false,
  edgesFocusable: false,
  disableKeyboardA11y: true,
  selectNodesOnDrag: true,
  nodeDragThreshold: 3,
  snapToGrid: false,
  snapGrid: SNAP,
  selectionOnDrag: true,
  selectionMode: SelectionMode.Partial,
  selectionKeyCode: null,
  multiSelectionKeyCode: SELECT_MORE,
  deleteKeyCode: null,
  panOnDrag: PAN_BUTTONS,
  panActivationKeyCode: 'Space',
  panOnScroll: false,
  panOnScrollMode: PanOnScrollMode.Free,
  zoomOnScroll: true,
  zoomOnPinch: true,
  zoomOnDoubleClick: false,
  zoomActivationKeyCode: null,
  preventScrolling: true,
  minZoom: 0.05,
  maxZoom: 4,
  autoPanOnConnect: true,
  autoPanOnNodeDrag: true,
  autoPanOnNodeFocus: false,
  elevateNodesOnSelect: false,
  elevateEdgesOnSelect: false,
  zIndexMode: 'manual',
  noDragClassName: 'nodrag',
  noPanClassName: 'nopan',
  noWheelClassName: 'nowheel',
  paneClickDistance: 3,
  nodeClickDistance: 3,
  proOptions: NO_STYLE_ATTRIBUTION,
  attributionPosition: 'bottom-right',
} satisfies ReactFlowProps<FlowNode, FlowEdge>;
