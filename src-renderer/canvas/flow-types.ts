import type { Edge, Node } from '@xyflow/react';
import type { ChainruleDocument, Graph, Point } from '#engine';
import type { SheetFrame, SheetNote } from '../stores/sheet.ts';
import type { GateData } from './gate-data.ts';
import type { VisibleFrame, VisibleGraph, VisibleWire } from './visible-graph.ts';

type FrameData = { readonly frame: VisibleFrame };
/** `bends`: points the wire is led through, in canvas coordinates. */
type WireData = { readonly wire: VisibleWire; readonly bends: readonly Point[] };

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
