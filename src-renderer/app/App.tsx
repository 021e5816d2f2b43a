import { useTranslation } from 'react-i18next';
import { Canvas } from '../canvas/Canvas.tsx';
import { SidePanel } from '../inspector/SidePanel.tsx';
import { Palette } from '../palette/Palette.tsx';
import { Player } from '../player/Player.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';
import { Workspace } from './Workspace.tsx';

/** The regions of the window. */
export function App() {
  const { t } = useTranslation('app');
  return (
    <div className="window">
      <TitleBar />
      <Workspace palette={<Palette />} canvas={<Canvas />} panel={<SidePanel />} />
      <section className="player-region" aria-label={t('region.player')} data-bare-keys>
        <Player />
      </section>
      <StatusBar />
    </div>
  );
}
