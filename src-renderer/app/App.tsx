import { useTranslation } from 'react-i18next';
import { Canvas } from '../canvas/Canvas.tsx';
import { FindBar } from '../find/FindBar.tsx';
import { SidePanel } from '../inspector/SidePanel.tsx';
import { LessonSide } from '../lessons/LessonSide.tsx';
import { Palette } from '../palette/Palette.tsx';
import { Player } from '../player/Player.tsx';
import { PracticeDialogs } from '../practice/PracticeDialogs.tsx';
import { PracticeFrame } from '../practice/PracticeFrame.tsx';
import { EmptyCanvas } from '../quick-add/EmptyCanvas.tsx';
import { QuickAdd } from '../quick-add/QuickAdd.tsx';
import { useDocument, useLessons, useSession } from '../stores/hooks.ts';
import { isTrainable } from '../stores/training-document.ts';
import { GraphTable } from '../table/GraphTable.tsx';
import { TrainingDock } from '../training/TrainingDock.tsx';
import { TrainPanel } from '../training/TrainPanel.tsx';
import { classes } from '../ui/Button.tsx';
import { Dialogs } from './Dialogs.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Notices } from './Notices.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';
import { Workspace } from './Workspace.tsx';

const NOTHING_HIDDEN: readonly string[] = [];

/** The regions of the window. A part that fails leaves the others working. */
export function App() {
  const { t } = useTranslation('app');
  const lesson = useLessons((state) => state.lesson !== null || state.recording);
  const trainable = useDocument((state) => isTrainable(state.document));
  const trains = useSession((state) => state.panelTab === 'train') && trainable && !lesson;
  const asTable = useSession((state) => state.asTable);
  const presenting = useLessons((state) => state.presenting);
  const hidden = useLessons((state) => state.lesson?.hides ?? NOTHING_HIDDEN);
  return (
    <div className={classes('window', presenting && 'is-presenting', ...hidden.map((part) => `hides-${part}`))}>
      <ErrorBoundary>
        <TitleBar />
      </ErrorBoundary>
      <Workspace
        palette={
          <ErrorBoundary>
            <Palette />
          </ErrorBoundary>
        }
        dock={
          trains ? (
            <ErrorBoundary>
              <TrainingDock />
            </ErrorBoundary>
          ) : null
        }
        canvas={
          <ErrorBoundary>
            <PracticeFrame>
              {asTable ? (
                <GraphTable />
              ) : (
                <>
                  <Canvas />
                  <EmptyCanvas />
                  <QuickAdd />
                </>
              )}
              <FindBar />
              <Notices />
            </PracticeFrame>
          </ErrorBoundary>
        }
        lesson={
          lesson ? (
            <ErrorBoundary>
              <LessonSide />
            </ErrorBoundary>
          ) : null
        }
        panel={
          <ErrorBoundary>
            <SidePanel train={trainable ? <TrainPanel /> : null} />
          </ErrorBoundary>
        }
      />
      <section className="player-region" aria-label={t('region.player')} data-bare-keys>
        <ErrorBoundary>
          <Player />
        </ErrorBoundary>
      </section>
      <ErrorBoundary>
        <StatusBar />
      </ErrorBoundary>
      <ErrorBoundary>
        <Dialogs />
        <PracticeDialogs />
      </ErrorBoundary>
    </div>
  );
}
