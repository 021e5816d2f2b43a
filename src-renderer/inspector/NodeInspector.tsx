import { useTranslation } from 'react-i18next';
import { findOp, type GraphNode } from '#engine';
import { InputsTable } from './InputsTable.tsx';
import { NodeHead } from './NodeHead.tsx';
import { NodeIdentity } from './NodeIdentity.tsx';
import { IntuitionNote, KinkNote } from './Notes.tsx';
import { NudgeSection } from './NudgeSection.tsx';
import { NumberRows } from './NumberRows.tsx';
import { PathsSection } from './PathsSection.tsx';
import { PlotSection } from './PlotSection.tsx';
import { Settings } from './Settings.tsx';

/** Everything about one node. */
export function NodeInspector({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation('inspector');
  const op = findOp(node.op);
  if (!op)
    return (
      <section className="panel-section">
        <p className="note">{t('head.unknown', { op: node.op })}</p>
      </section>
    );
  return (
    <>
      <NodeHead node={node} op={op} />
      <NumberRows node={node} op={op} />
      {op.leaf ? <Settings node={node} op={op} /> : <InputsTable node={node} op={op} />}
      <PlotSection node={node} op={op} />
      {op.leaf !== 'constant' && <NudgeSection node={node} />}
      <PathsSection source={node} target={null} />
      <KinkNote node={node} />
      <IntuitionNote op={op} />
      {op.leaf ? null : <Settings node={node} op={op} />}
      <NodeIdentity node={node} op={op} />
    </>
  );
}
