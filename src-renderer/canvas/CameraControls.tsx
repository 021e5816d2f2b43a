import { useStore } from '@xyflow/react';
import { Maximize, Minus, PictureInPicture2, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';

/** Zoom, fit and minimap, at the lower left. */
export function CameraControls() {
  const { t } = useTranslation('canvas');
  const { canvas, settings } = useStudio();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const minimap = useSettings((state) => state.minimap);
  const port = () => canvas.getState().port;
  return (
    <div className="camera-controls" role="toolbar" aria-label={t('label.canvas')}>
      <button type="button" title={t('camera.out')} aria-label={t('camera.out')} onClick={() => port()?.zoomOut()}>
        <Minus size={16} strokeWidth={1.5} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="camera-zoom"
        title={t('camera.actual')}
        aria-label={`${t('camera.zoom', { percent })}. ${t('camera.actual')}`}
        onClick={() => port()?.zoomTo(1)}
      >
        {t('camera.zoom', { percent })}
      </button>
      <button type="button" title={t('camera.in')} aria-label={t('camera.in')} onClick={() => port()?.zoomIn()}>
        <Plus size={16} strokeWidth={1.5} aria-hidden="true" />
      </button>
      <button type="button" title={t('camera.fit')} aria-label={t('camera.fit')} onClick={() => port()?.fit()}>
        <Maximize size={16} strokeWidth={1.5} aria-hidden="true" />
      </button>
      <button
        type="button"
        title={t('camera.minimap')}
        aria-label={t('camera.minimap')}
        aria-pressed={minimap}
        onClick={() => settings.set({ minimap: !minimap })}
      >
        <PictureInPicture2 size={16} strokeWidth={1.5} aria-hidden="true" />
      </button>
    </div>
  );
}
