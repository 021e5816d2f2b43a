import { useTranslation } from 'react-i18next';
import { useDocument, useRun, useSession } from '../stores/hooks.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { DocumentInspector } from './DocumentInspector.tsx';
import { GroupInspector } from './GroupInspector.tsx';
import { inOrder } from './in-order.ts';
import { NodeInspector } from './NodeInspector.tsx';
import { PathsSection } from './PathsSection.tsx';
import { WireInspector } from './WireInspector.tsx';

/** What is selected: a node, a wire, a merged gate, several, or nothing: the document then. */
export function Inspect() {
  const { t } = useTranslation('inspector');
  const selectedNodes = useSession((state) => state.selectedNodes);
  const selectedEdges = useSession((state) => state.selectedEdges);
  const groups = useDocument((state) => state.document.groups);
  const nodes = useNodesById();
  const result = useRun((state) => state.result);
  const [first, second] = inOrder(
    [...selectedNodes].flatMap((id) => nodes.get(id) ?? []),
    result,
  );
  const count = selectedNodes.size + selectedEdges.size;
  if (count > 1)
    return (
      <>
        <section className="panel-section">
          <h2>{t('several.title', { count })}</h2>
          {selectedNodes.size > 1 && <p className="note">{t('several.hint')}</p>}
        </section>
        {first && second && selectedNodes.size === 2 && <PathsSection source={first} target={second} />}
      </>
    );
  const [selected = ''] = selectedNodes;
  const node = nodes.get(selected);
  if (node) return <NodeInspector key={node.id} node={node} />;
  const group = groups.find(({ id }) => id === selected);
  if (group) return <GroupInspector key={group.id} group={group} />;
  const [edge] = selectedEdges;
  if (edge !== undefined) {
    const split = edge.lastIndexOf(':');
    const target = nodes.get(edge.slice(0, split));
    const slot = Number(edge.slice(split + 1));
    const source = nodes.get(target?.inputs[slot] ?? '');
    if (target && source) return <WireInspector key={edge} source={source} target={target} slot={slot} />;
  }
  return <DocumentInspector />;
}
