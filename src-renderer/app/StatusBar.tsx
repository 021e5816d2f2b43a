import { useTranslation } from 'react-i18next';
import { useDocument, useSettings } from '../stores/hooks.ts';
import { BreakpointText } from './BreakpointText.tsx';
import { SelectionText } from './SelectionText.tsx';

/** Pixels between the points of the grid. */
const GRID_PX = 8;

export function StatusBar() {
  const { t } = useTranslation('app');
  const nodes = useDocument((state) => state.document.nodes.length);
  const wires = useDocument(({ document }) =>
    document.nodes.reduce((sum, { inputs }) => sum + inputs.filter((source) => source !== null).length, 0),
  );
  const edited = useDocument((state) => state.edited);
  const grid = useSettings((state) => state.grid);
  return (
    <footer className="status-bar">
      <span>
        {t('status.size', { nodes: t('status.nodes', { count: nodes }), wires: t('status.wires', { count: wires }) })}
      </span>
      <span>{edited ? t('status.edited') : t('status.saved')}</span>
      <span className="grow" />
      <span>{t('status.precision')}</span>
      <span>{grid ? t('status.grid', { size: GRID_PX }) : t('status.gridOff')}</span>
      <BreakpointText />
      <SelectionText />
    </footer>
  );
}
