import { useTranslation } from 'react-i18next';
import { useDocument } from '../stores/hooks.ts';

export function StatusBar() {
  const { t } = useTranslation('app');
  const nodes = useDocument((state) => state.document.nodes.length);
  return (
    <footer className="status-bar">
      <span>{t('status.nodes', { count: nodes })}</span>
    </footer>
  );
}
