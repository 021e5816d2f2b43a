import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { mistakes } from '#engine';
import { useStudio } from '../stores/studio.ts';

/** Says in the title that the numbers are broken on purpose. */
export function BrokenBadge() {
  const { t } = useTranslation('practice');
  const mistake = useStore(useStudio().broken, (state) => state.mistake);
  if (mistake === null) return null;
  return (
    <span className="broken-badge" title={t('broken.label', { name: mistakes.get(mistake)?.name ?? mistake })}>
      <TriangleAlert className="icon" aria-hidden />
      {t('broken.badge')}
    </span>
  );
}
