import type { GraphNode, OpDefinition } from '#engine';
import { CheckRows } from './CheckRows.tsx';
import { LeafPlot } from './LeafPlot.tsx';
import { OpPlot } from './OpPlot.tsx';
import { hasCurve } from './op-curve.ts';

/** The node's curve with its tangent, and the check of its gradient. */
export function PlotSection({ node, op }: { readonly node: GraphNode; readonly op: OpDefinition }) {
  if (op.leaf) return op.leaf === 'constant' ? null : <LeafPlot node={node} />;
  if (hasCurve(op)) return <OpPlot node={node} op={op} />;
  return (
    <section className="panel-section check-only">
      <CheckRows node={node} slot={0} />
    </section>
  );
}
