import { edgeKey } from '#engine';
import { SymbolText } from '../math/MathText.tsx';
import { symbolOf } from '../math/symbols.ts';
import { useNumbers } from './canvas-context.ts';
import { gateElementId } from './flow-ids.ts';
import type { GateData } from './gate-data.ts';
import { NumberText, numberFace, numberKey } from './NumberText.tsx';
import { InputPort, OutputPort } from './Port.tsx';
import type { VisibleGate } from './visible-graph.ts';

const VALUE_CH = 7;

interface BoundaryGateProps {
  readonly data: GateData;
  readonly gate: Extract<VisibleGate, { kind: 'node' }>;
}

/** A node outside of the merged gate whose inside is shown: what a wire that crosses comes from, or goes to. */
export function BoundaryGate({ data: { geometry, leaving }, gate: { node } }: BoundaryGateProps) {
  const face = numberFace(useNumbers((shown) => numberKey(shown.value(node.id), 'value', VALUE_CH)));
  return (
    <div id={gateElementId(node.id)} className="gate-boundary">
      <SymbolText symbol={symbolOf(node)} />
      <NumberText face={face} />
      {geometry.inputs.map((y, slot) =>
        Number.isNaN(y) ? null : (
          <InputPort key={y} port={slot} y={y} wire={edgeKey(node.id, slot)} name={node.label ?? node.id} />
        ),
      )}
      {leaving > 0 ? <OutputPort port={0} y={geometry.outputs[0]!} title={node.label ?? node.id} /> : null}
    </div>
  );
}
