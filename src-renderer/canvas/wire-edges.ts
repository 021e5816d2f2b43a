import { bendsOf, type Sheet } from '../stores/sheet.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import { inputHandle, outputHandle } from './gate-data.ts';
import type { VisibleWire } from './visible-graph.ts';

/** A wire between the ports its ends are drawn at, which on a merged gate are not the slots of the document. */
export function wireEdge(
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
