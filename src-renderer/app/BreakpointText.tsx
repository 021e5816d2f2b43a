import { Trans, useTranslation } from 'react-i18next';
import { symbolOf } from '../math/symbols.ts';
import { useDocument, usePlayer } from '../stores/hooks.ts';

/** Where playing halted: `Breakpoint on x`. */
export function BreakpointText() {
  const { t } = useTranslation('player');
  const haltedAt = usePlayer((state) => state.haltedAt);
  const name = useDocument(({ document }) => {
    const node = document.nodes.find(({ id }) => id === haltedAt);
    return node && symbolOf(node).text;
  });
  if (name === undefined) return null;
  return (
    <span role="status">
      <Trans t={t} i18nKey="breakpoint.at" values={{ name }} components={{ 1: <b /> }} />
    </span>
  );
}
