import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { mistakes } from '#engine';
import { useStudio } from '../stores/studio.ts';

/** Says in the title that numbers are broken on purpose; otherwise what stands there. */
export function BrokenBadge({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('practice');
  const mistake = useStore(useStudio().broken, (state) => state.mistake);
  if (mistake === null) return children;
  return (
    <span className="broken-badge" title={t('broken.label', { name: mistakes.get(mistake)?.name ?? mistake })}>
      <TriangleAlert className="icon" aria-hidden />
      {t('broken.badge')}
    </span>
  );
}
