import './player.css';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RichText } from '../math/RichText.tsx';
import { plainSentence } from '../math/rich-text.ts';
import { useDocument, usePlayer, useRun, useSelectedNode, useSettings, useShownNumbers } from '../stores/hooks.ts';
import { endOfRun, type Granularity } from '../stores/stops.ts';
import { useStudio } from '../stores/studio.ts';
import { useNodesById } from '../stores/use-nodes.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { caption } from './caption.ts';
import { Track } from './Track.tsx';
import { Transport } from './Transport.tsx';
import { UpdateControls } from './UpdateControls.tsx';
import { useSay } from './use-say.ts';

/** Steps through the run, forward and back, and says in one sentence what the last step did. */
export function Player() {
  const { t } = useTranslation('player');
  const { session } = useStudio();
  const count = usePlayer((state) => state.stops.length);
  const position = usePlayer((state) => state.position);
  const granularity = usePlayer((state) => state.granularity);
  const playing = usePlayer((state) => state.playing);
  const iteration = usePlayer((state) => state.iteration);
  const parts = useCaption();
  const sentence = plainSentence(parts);
  const place =
    count === 0
      ? t('position.none')
      : t(granularity === 'edge' ? 'position.event' : 'position.step', { done: `${position}`, total: `${count}` });
  return (
    <div className="player">
      <Transport />
      <div className="player-track">
        <Track valueText={t('track.value', { position: place, caption: sentence })} />
        <UpdateControls />
      </div>
      <div className="player-place">
        {place}
        {iteration > 0 && <span className="iteration">{t('apply.iteration', { count: iteration })}</span>}
      </div>
      <div className="player-foot">
        <p className="caption" title={sentence} aria-live={playing ? 'off' : 'polite'}>
          <RichText parts={parts} onPoint={(node) => session.setState({ hoveredNode: node })} />
        </p>
        <GranularitySwitch />
      </div>
    </div>
  );
}

function useCaption() {
  const say = useSay();
  const shown = useShownNumbers();
  const nodes = useNodesById();
  const document = useDocument((state) => state.document);
  const stops = usePlayer((state) => state.stops);
  const position = usePlayer((state) => state.position);
  const problems = useRun((state) => state.problems);
  const notation = useSettings((state) => state.notation);
  const focus = useSelectedNode();
  const untouched = useUntouched();
  return useMemo(
    () => caption({ document, nodes, shown, stops, position, problems, notation, focus, untouched }, say),
    [document, nodes, shown, stops, position, problems, notation, focus, untouched, say],
  );
}

/** Whether the player still stands where opening the document left it, at the end. */
function useUntouched(): boolean {
  const opened = useDocument((state) => state.opened);
  const moved = usePlayer(({ position, stops }) => position !== endOfRun(stops));
  const [movedIn, setMovedIn] = useState(-1);
  useEffect(() => {
    if (moved) setMovedIn(opened);
  }, [moved, opened]);
  return movedIn !== opened && opened <= 1;
}

const GRANULARITIES: readonly Granularity[] = ['edge', 'node'];

function GranularitySwitch() {
  const { t } = useTranslation('player');
  const { player } = useStudio();
  const current = usePlayer((state) => state.granularity);
  if (current === 'number') return null; // each number is asked for
  return (
    <span className="player-switch">
      <Segmented
        label={t('granularity.label')}
        value={current}
        options={GRANULARITIES.map((value) => ({ value, text: t(`granularity.${value}`) }))}
        onChange={(value) => player.setGranularity(value)}
      />
    </span>
  );
}
