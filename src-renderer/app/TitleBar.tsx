import { useTranslation } from 'react-i18next';
import { TruthLight } from '../player/TruthLight.tsx';
import { useDocument } from '../stores/hooks.ts';
import { Mark } from '../ui/Mark.tsx';

export function TitleBar() {
  const { t } = useTranslation('app');
  const title = useDocument((state) => state.document.title);
  return (
    <header className="title-bar">
      <Mark />
      <span className="document-title">{title}</span>
      <span className="grow" />
      <TruthLight />
    </header>
  );
}
