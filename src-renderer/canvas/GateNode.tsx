import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { BoundaryGate } from './BoundaryGate.tsx';
import { useCanvas } from './canvas-context.ts';
import type { GateFlowNode } from './flow-types.ts';
import { MergedGate } from './MergedGate.tsx';
import { OpGate } from './OpGate.tsx';

/** A gate: an op's node, or a merged gate that stands for many. Far away the style sheet makes it compact, no render. */
export const GateNode = memo(function GateNode({ id, data, selected }: NodeProps<GateFlowNode>) {
  const { counters } = useCanvas();
  counters.gate(id);
  const { gate } = data;
  if (gate.kind === 'node' && gate.boundary) return <BoundaryGate data={data} gate={gate} />;
  return gate.kind === 'node' ? (
    <OpGate data={data} node={gate.node} selected={selected} />
  ) : (
    <MergedGate data={data} gate={gate} selected={selected} />
  );
});
