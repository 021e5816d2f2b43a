import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, Panel, type PanelSize, Separator } from 'react-resizable-panels';
import { useSettings } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';
import { useCompact } from '../ui/use-media.ts';
import { Rail } from './Rail.tsx';

export interface WorkspaceProps {
  readonly palette: ReactNode;
  readonly canvas: ReactNode;
  /** Plots below the canvas. */
  readonly dock: ReactNode;
  readonly panel: ReactNode;
  /** Stands in the place of palette and panel when there is one. */
  readonly lesson: ReactNode;
}

const COMPACT_PANEL_PX = 264;

/** Palette, canvas and panel side by side; widths are remembered. Closed, or in a narrow window, the palette is a rail. */
export function Workspace({ palette, canvas, dock, panel, lesson }: WorkspaceProps) {
  const { t } = useTranslation('app');
  const { settings } = useStudio();
  const textSizePx = useSettings((state) => state.textSizePx);
  const compact = useCompact(textSizePx);
  const scale = textSizePx / 12;
  const paletteOpen = useSettings((state) => state.paletteOpen);
  const panelOpen = useSettings((state) => state.panelOpen);
  const { paletteWidthPx, panelWidthPx } = settings.getState();
  // Only what the user chose is kept: the library also reports sizes that follow from the window's.
  const keep = (part: 'palette' | 'panel') => (size: PanelSize, _: unknown, before?: PanelSize) => {
    if (size.inPixels === 0) settings.set({ [`${part}Open`]: false });
    else if (before && !compact) settings.set({ [`${part}WidthPx`]: Math.round(size.inPixels / scale) });
  };
  const canvasRegion = (
    <Panel id="canvas" minSize={320} className="canvas-column">
      <main className="canvas-region" aria-label={t('region.canvas')} data-bare-keys>
        {canvas}
      </main>
      {dock}
    </Panel>
  );
  if (lesson)
    return (
      <div className="workspace">
        <aside className="side left lesson-side">{lesson}</aside>
        <section className="canvas-region workspace-rest" aria-label={t('region.canvas')} data-bare-keys>
          {canvas}
        </section>
      </div>
    );
  const panelRegion = panelOpen && (
    <>
      <Separator className="splitter" aria-label={t('resize.panel')} />
      <Panel
        id="panel"
        defaultSize={(compact ? COMPACT_PANEL_PX : panelWidthPx) * scale}
        minSize={240 * scale}
        collapsible
        collapsedSize={0}
        maxSize={560 * scale}
        groupResizeBehavior="preserve-pixel-size"
        onResize={keep('panel')}
      >
        <aside className="side right" aria-label={t('region.panel')}>
          <h2 className="visually-hidden">{t('region.panel')}</h2>
          {panel}
        </aside>
      </Panel>
    </>
  );
  if (compact || !paletteOpen)
    return (
      <div className="workspace">
        <Rail>{palette}</Rail>
        <Group key="narrow" orientation="horizontal" className="workspace-rest">
          {canvasRegion}
          {panelRegion}
        </Group>
      </div>
    );
  return (
    <Group key="wide" orientation="horizontal">
      <Panel
        id="palette"
        defaultSize={paletteWidthPx * scale}
        minSize={200 * scale}
        maxSize={400 * scale}
        collapsible
        collapsedSize={0}
        groupResizeBehavior="preserve-pixel-size"
        onResize={keep('palette')}
      >
        <aside className="side left" aria-label={t('region.palette')}>
          <h2 className="visually-hidden">{t('region.palette')}</h2>
          {palette}
        </aside>
      </Panel>
      <Separator className="splitter" aria-label={t('resize.palette')} />
      {canvasRegion}
      {panelRegion}
    </Group>
  );
}
