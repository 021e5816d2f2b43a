import { Trans, useTranslation } from 'react-i18next';
import { useDocument, useSession } from '../stores/hooks.ts';
import { opNameById } from '../texts/engine-texts.ts';

/** What is selected, in words: `Square E selected`. */
export function SelectionText() {
  const { t } = useTranslation('app');
  const nodeCount = useSession((state) => state.selectedNodes.size);
  const edgeCount = useSession((state) => state.selectedEdges.size);
  const node = useSession((state) => [...state.selectedNodes][0]);
  const edge = useSession((state) => [...state.selectedEdges][0]);
  if (nodeCount + edgeCount === 0) return null;
  if (nodeCount + edgeCount > 1) return <span>{t('status.selected.many', { count: nodeCount + edgeCount })}</span>;
  return node === undefined ? <WireText wire={edge!} /> : <GateText id={node} />;
}

function GateText({ id }: { readonly id: string }) {
  const { t } = useTranslation('app');
  // Words, not records: a drag gives the selected node a new record on every frame.
  const group = useDocument(({ document }) => {
    const found = document.groups.find((each) => each.id === id);
    return found && (found.label ?? found.id);
  });
  const op = useDocument(({ document }) => document.nodes.find((each) => each.id === id)?.op);
  const label = useDocument(({ document }) => document.nodes.find((each) => each.id === id)?.label ?? id);
  if (group !== undefined) return <span>{t('status.selected.group', { label: group })}</span>;
  if (op === undefined) return null;
  return (
    <span>
      <Trans
        t={t}
        i18nKey="status.selected.named"
        values={{ op: opNameById(t, op), label }}
        components={{ 1: <b /> }}
      />
    </span>
  );
}

function WireText({ wire }: { readonly wire: string }) {
  const { t } = useTranslation('app');
  const colon = wire.lastIndexOf(':');
  const target = wire.slice(0, colon);
  const source = useDocument(
    ({ document }) => document.nodes.find(({ id }) => id === target)?.inputs[Number(wire.slice(colon + 1))],
  );
  return source ? <span>{t('status.selected.wire', { source, target })}</span> : null;
}
