import { useTranslation } from 'react-i18next';
import { useDocument, usePlayer, useRun } from '../stores/hooks.ts';
import type { PlayerState } from '../stores/player-store.ts';

/** Which phase the player stands in, and how far: `Backward complete`, `Forward 3 of 5`. */
export function PhaseState() {
  const { t } = useTranslation('app');
  const status = useRun((state) => state.status);
  const known = useRun((state) => state.result !== null);
  const phase = usePlayer((state) => progressOf(state).phase);
  const done = usePlayer((state) => progressOf(state).done);
  const total = usePlayer((state) => progressOf(state).total);
  const empty = useDocument((state) => state.document.nodes.length === 0);
  if (empty) return <span className="phase">{t('phase.empty')}</span>;
  if (!known || total === 0)
    return <span className="phase">{status === 'running' ? t('phase.running') : t('phase.stopped')}</span>;
  return (
    <span className="phase">
      {t(`phase.${phase}`)}{' '}
      <b>{done === 0 ? t('phase.start') : done === total ? t('phase.complete') : t('phase.of', { done, total })}</b>
    </span>
  );
}

function progressOf({ stops, position }: PlayerState) {
  const phase = stops[Math.max(0, position - 1)]?.phase ?? 'forward';
  let [done, total] = [0, 0];
  for (const [index, stop] of stops.entries()) {
    if (stop.phase !== phase) continue;
    total++;
    if (index < position) done++;
  }
  return { phase, done, total };
}
