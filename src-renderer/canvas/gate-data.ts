import { type NodeHandle, Position } from '@xyflow/react';
import type { GraphNode, OpDefinition, Point } from '#engine';
import { type GateGeometry, gateGeometry, gateWidth, PORT_PITCH, PORT_SIZE } from '../layout/gate-geometry.ts';
import { symbolOf, symbolOfName } from '../math/symbols.ts';
import type { VisibleGate } from './visible-graph.ts';

/** What a drawn gate knows: everything but where it stands. */
export type GateData = {
  readonly gate: VisibleGate;
  readonly geometry: GateGeometry;
  /** Per input port: whether a wire enters. */
  readonly filled: readonly boolean[];
  /** Whether the op takes one input more than it has, so that a further port appears when wanted. */
  readonly grows: boolean;
  /** Wires that leave, as drawn. */
  readonly leaving: number;
  /** Where the sum of a fork hangs: below, unless a gate stands there. */
  readonly tray: 'above' | 'below';
};

export type FindOp = (op: string) => OpDefinition | undefined;

/** A wire connected to the port with this handle adds a slot. */
export const GROW_HANDLE = 'grow';

export const inputHandle = (port: number) => `in:${port}`;
export const outputHandle = (port: number) => `out:${port}`;

/** The port a handle stands for; `null` for handles that are no port. */
export function portOf(handle: string | null | undefined): { kind: 'input' | 'output'; port: number } | null {
  const match = /^(in|out):(\d+)$/.exec(handle ?? '');
  return match ? { kind: match[1] === 'in' ? 'input' : 'output', port: Number(match[2]) } : null;
}

export function gateData(gate: VisibleGate, leaving: number, findOp: FindOp): GateData {
  const op = gate.kind === 'node' ? findOp(gate.node.op) : undefined;
  if (gate.kind === 'node' && gate.boundary) return boundaryData(gate, leaving);
  const filled = gate.kind === 'node' ? slotsOf(gate.node, op) : gate.inputs.map(() => true);
  const outputs = gate.kind === 'node' ? 1 : gate.outputs.length;
  return {
    gate,
    geometry: gateGeometry(filled.length, outputs, gateWidth(gateName(gate, op), gateSymbol(gate))),
    filled,
    grows: op !== undefined && 'atLeast' in op.slots.counts && filled.every(Boolean),
    leaving,
    tray: 'below',
  };
}

const BOUNDARY = { width: 96, height: 40 };

/** A node outside of the gate that is shown: its name, and ports for the wires that cross. Other slots have none (NaN). */
function boundaryData(gate: Extract<VisibleGate, { kind: 'node' }>, leaving: number): GateData {
  const filled = gate.node.inputs.map((input) => input !== null);
  let row = 0;
  const inputs = filled.map((isFilled) => (isFilled ? BOUNDARY.height / 2 + PORT_PITCH * row++ : Number.NaN));
  const height = BOUNDARY.height + PORT_PITCH * Math.max(0, row - 1);
  return {
    gate,
    geometry: { width: BOUNDARY.width, height, inputs, outputs: [BOUNDARY.height / 2] },
    filled,
    grows: false,
    leaving,
    tray: 'below',
  };
}

/** Whether two states of a gate show the same, wherever they stand. */
export function sameFace(a: VisibleGate, b: VisibleGate): boolean {
  if (a.kind === 'node' && b.kind === 'node') return a.boundary === b.boundary && sameNodeFace(a.node, b.node);
  if (a.kind === 'node' || b.kind === 'node') return false;
  return (
    a.group.label === b.group.label &&
    sameLists(a.members, b.members, (one, other) => one.id === other.id && sameNodeFace(one, other)) &&
    sameLists(a.inputs, b.inputs, (one, other) => one.target === other.target && one.slot === other.slot) &&
    sameLists(a.outputs, b.outputs, (one, other) => one === other)
  );
}

/** Upper left corner: the record's own, else the middle of what a group holds. */
export function gatePosition(gate: VisibleGate, { width, height }: GateGeometry): Point {
  if (gate.kind === 'node') return gate.node.position ?? { x: 0, y: 0 };
  if (gate.group.position) return gate.group.position;
  const placed = gate.members.flatMap(({ position }) => (position ? [position] : []));
  if (placed.length === 0) return { x: 0, y: 0 };
  const between = (values: readonly number[], memberSize: number, size: number) =>
    Math.round((Math.min(...values) + Math.max(...values) + memberSize - size) / 8) * 4;
  return {
    x: between(
      placed.map(({ x }) => x),
      120,
      width,
    ),
    y: between(
      placed.map(({ y }) => y),
      88,
      height,
    ),
  };
}

export function gateHandles({ geometry, grows }: GateData): NodeHandle[] {
  const at = (id: string, type: 'source' | 'target', x: number, y: number): NodeHandle => ({
    id,
    type,
    position: type === 'source' ? Position.Right : Position.Left,
    x: x - PORT_SIZE / 2,
    y: y - PORT_SIZE / 2,
    width: PORT_SIZE,
    height: PORT_SIZE,
  });
  const handles = geometry.inputs.flatMap((y, port) =>
    Number.isNaN(y) ? [] : [at(inputHandle(port), 'target', 0, y)],
  );
  if (grows) handles.push(at(GROW_HANDLE, 'target', 0, geometry.height));
  return [...handles, ...geometry.outputs.map((y, port) => at(outputHandle(port), 'source', geometry.width, y))];
}

function gateName(gate: VisibleGate, op: OpDefinition | undefined): string {
  return gate.kind === 'node' ? (op?.name ?? gate.node.op) : (gate.group.label ?? gate.group.id);
}

function gateSymbol(gate: VisibleGate): string {
  if (gate.kind === 'node') return symbolOf(gate.node).text;
  return gate.outputs.length === 1 ? symbolOfName(gate.outputs[0]!).text : '';
}

/** Ports of a node: as many as it has inputs, and at least as many as its op needs. */
function slotsOf(node: GraphNode, op: OpDefinition | undefined): boolean[] {
  const least = !op ? 0 : 'atLeast' in op.slots.counts ? op.slots.counts.atLeast : Math.min(...op.slots.counts);
  return Array.from({ length: Math.max(least, node.inputs.length) }, (_, slot) => (node.inputs[slot] ?? null) !== null);
}

function sameNodeFace(a: GraphNode, b: GraphNode): boolean {
  if (a === b) return true;
  return (
    a.op === b.op &&
    a.label === b.label &&
    a.attrs === b.attrs &&
    (a.inputs === b.inputs || sameLists(a.inputs, b.inputs, (one, other) => one === other))
  );
}

function sameLists<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((entry, index) => same(entry, b[index]!));
}
