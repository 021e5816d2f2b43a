import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, Panel, type PanelSize, Separator } from 'react-resizable-panels';
import { useSettings } from '../stores/hooks.ts';
import { useStudio } from '../stores/studio.ts';

export interface WorkspaceProps {
  readonly palette: ReactNode;
  readonly canvas: ReactNode;
  readonly panel: ReactNode;
}

/** Palette, canvas and panel side by side; widths are remembered. */
export function Workspace({ palette, canvas, panel }: WorkspaceProps) {
  const { t } = useTranslation('app');
  const { settings } = useStudio();
  const paletteOpen = useSettings((state) => state.paletteOpen);
  const panelOpen = useSettings((state) => state.panelOpen);
  const { paletteWidthPx, panelWidthPx } = settings.getState();
  const keepPalette = useCallback(
    ({ inPixels }: PanelSize) => settings.set({ paletteWidthPx: Math.round(inPixels) }),
    [settings],
  );
  const keepPanel = useCallback(
    ({ inPixels }: PanelSize) => settings.set({ panelWidthPx: Math.round(inPixels) }),
    [settings],
  );
  return (
    <Group orientation="horizontal">
      {paletteOpen && (
        <>
          <Panel
            id="palette"
            defaultSize={paletteWidthPx}
            minSize={200}
            maxSize={400}
            groupResizeBehavior="preserve-pixel-size"
            onResize={keepPalette}
          >
            <aside className="side left" aria-label={t('region.palette')}>
              {palette}
            </aside>
          </Panel>
          <Separator className="splitter" aria-label={t('resize.palette')} />
        </>
      )}
      <Panel id="canvas" minSize={320}>
        <section className="canvas-region" aria-label={t('region.canvas')} data-bare-keys>
          {canvas}
        </section>
      </Panel>
      {panelOpen && (
        <>
          <Separator className="splitter" aria-label={t('resize.panel')} />
          <Panel
            id="panel"
            defaultSize={panelWidthPx}
            minSize={240}
            maxSize={560}
            groupResizeBehavior="preserve-pixel-size"
            onResize={keepPanel}
          >
            <aside className="side right" aria-label={t('region.panel')}>
              {panel}
            </aside>
          </Panel>
        </>
      )}
    </Group>
  );
}
