import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlayer } from '../stores/hooks.ts';
import { endOfRun } from '../stores/stops.ts';
import { useStudio } from '../stores/studio.ts';
import { type Band, bandsOf, drawnAsBar, positionAt } from './track-geometry.ts';

/** The run as one line to scrub along: a band for each phase, a tick for each stop. */
export function Track({ valueText }: { readonly valueText: string }) {
  const { t } = useTranslation('player');
  const { player } = useStudio();
  const stops = usePlayer((state) => state.stops);
  const position = usePlayer((state) => state.position);
  const element = useRef<HTMLDivElement>(null);
  const bands = bandsOf(stops);

  const scrub = (event: PointerEvent) => {
    const drawn = element.current?.querySelectorAll('[data-ticks]') ?? [];
    const places = [...drawn].flatMap((ticks, index) => {
      const band = bands[index];
      const { left, width } = ticks.getBoundingClientRect();
      return band ? [{ first: band.first, count: band.count, left, width }] : [];
    });
    player.seek(positionAt(event.clientX, places));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    player.pause();
    scrub(event);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = keyMove(event, position, endOfRun(stops), stops.length);
    if (move === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (typeof move === 'number') player.seek(move);
    else player.stepPhase(move === 'phase-next' ? 1 : -1);
  };
  return (
    <div
      ref={element}
      className="track"
      role="slider"
      tabIndex={0}
      aria-label={t('track.label')}
      aria-valuemin={0}
      aria-valuemax={stops.length}
      aria-valuenow={position}
      aria-valuetext={valueText}
      aria-disabled={stops.length === 0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    >
      {bands.map((band) => (
        <BandView key={band.phase} band={band} position={position} />
      ))}
      {bands.some(({ phase }) => phase === 'backward') && !bands.some(({ phase }) => phase === 'update') && (
        <NoUpdate />
      )}
      {bands.length === 0 && <div className="band-ticks track-empty" />}
    </div>
  );
}

function BandView({ band, position }: { readonly band: Band; readonly position: number }) {
  const { t } = useTranslation('player');
  const ticks = useRef<HTMLDivElement>(null);
  const widthPx = useWidth(ticks);
  const done = Math.min(band.count, Math.max(0, position - band.first));
  const current = position > band.first && position <= band.first + band.count;
  return (
    <div className={current ? 'band band-current' : 'band'} style={{ flexGrow: band.grow }}>
      <div className="band-name">
        <span>{t(`phase.${band.phase}`)}</span>
        <span className="band-count">{band.count}</span>
      </div>
      <div className="band-ticks" data-ticks ref={ticks}>
        {drawnAsBar(band.count, widthPx) ? (
          <Bar done={done} count={band.count} current={current} />
        ) : (
          Array.from({ length: band.count }, (_, at) => {
            const stop = band.first + at + 1;
            const state = stop === position ? 'tick tick-now' : stop < position ? 'tick tick-done' : 'tick';
            return <span key={stop} className={state} />;
          })
        )}
      </div>
    </div>
  );
}

/** Nothing here is trained. */
function NoUpdate() {
  const { t } = useTranslation('player');
  return (
    <div className="band band-none">
      <div className="band-name">
        <span>{t('phase.update')}</span>
        <span className="band-count">{t('phase.none')}</span>
      </div>
      <div className="band-ticks" />
    </div>
  );
}

function Bar({ done, count, current }: { readonly done: number; readonly count: number; readonly current: boolean }) {
  const share = `${(done / count) * 100}%`;
  return (
    <>
      <span className="bar-done" style={{ width: share }} />
      {current && <span className="bar-now" style={{ left: share }} />}
    </>
  );
}

function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [widthPx, setWidthPx] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    setWidthPx(target.clientWidth);
    const observer = new ResizeObserver(() => setWidthPx(target.clientWidth));
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return widthPx;
}

/** Where a key of the slider goes: a position, or to the next or previous phase. */
function keyMove(
  event: KeyboardEvent,
  position: number,
  end: number,
  last: number,
): number | 'phase-next' | 'phase-previous' | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return event.shiftKey ? 'phase-next' : Math.min(last, position + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return event.shiftKey ? 'phase-previous' : Math.max(0, position - 1);
    case 'PageUp':
      return 'phase-next';
    case 'PageDown':
      return 'phase-previous';
    case 'Home':
      return 0;
    case 'End':
      return position < end ? end : last; // first to the end of the run, then to that of its updates
    default:
      return null;
  }
}
