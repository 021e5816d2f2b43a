import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useView } from './canvas-context.ts';
import type { GateFlowNode } from './flow-model.ts';
import { gateHandles } from './gate-data.ts';
import { MergedGate } from './MergedGate.tsx';
import { OpGate } from './OpGate.tsx';

/** A gate: an op's node, or a merged gate that stands for many. */
export const GateNode = memo(function GateNode({ data, selected }: NodeProps<GateFlowNode>) {
  const outline = useView(({ detail, keyWire }) => detail === 'outline' && keyWire === null);
  if (outline) return <OutlineGate data={data} selected={selected} />;
  const { gate } = data;
  return gate.kind === 'node' ? (
    <OpGate data={data} node={gate.node} selected={selected} />
  ) : (
    <MergedGate data={data} gate={gate} selected={selected} />
  );
});

/**
 * Far away: the box alone. React Flow measures handles by their class and attributes; marks that cost nothing stand in
 * for the ports, so that wires stay attached.
 */
function OutlineGate({ data, selected }: Pick<NodeProps<GateFlowNode>, 'data' | 'selected'>) {
  const kind = data.gate.kind === 'node' ? data.gate.node.op : 'merged';
  return (
    <div className={`gate gate-outline gate-of-${kind} ${selected ? 'is-selected' : ''}`}>
      {gateHandles(data).map(({ id, type, position, x, y, width = 0, height = 0 }) => (
        <i
          key={id}
          className={type}
          data-handleid={id}
          data-handlepos={position}
          style={{ position: 'absolute', left: x, top: y, width, height }}
        />
      ))}
    </div>
  );
}
