import { line, scaleLinear } from 'd3';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../math/format-number.ts';
import { type CurvePoint, type Measure, nearest, type Part, pointsOf, thinned } from './curve.ts';
import { percent } from './ProgressSection.tsx';
import type { TrainingRecord } from './use-record.ts';
import { useSize } from './use-size.ts';

const LEFT = 40;
const RIGHT = 120;
const TOP = 10;
const BOTTOM = 24;
const LABEL_HEIGHT = 15;
const PARTS: readonly Part[] = ['train', 'validation'];

interface CurveChartProps {
  readonly measure: Measure;
  readonly record: TrainingRecord;
  /** The axis reaches to here from the beginning, so that the curve shows how far it came. */
  readonly epochs: number;
}

/** Loss or accuracy per epoch: a line for each part, named at its end, the best epoch, a crosshair. */
export function CurveChart({ measure, record: { history, best }, epochs }: CurveChartProps) {
  const { t } = useTranslation('training');
  const { element, width, height } = useSize<HTMLDivElement>();
  const [pointed, setPointed] = useState<number | null>(null);
  const text = measure === 'accuracy' ? percent : formatNumber;
  const lines = PARTS.map((part) => ({ part, points: pointsOf(history, part, measure) })).filter(
    ({ points }) => points.length > 0,
  );
  const all = lines.flatMap(({ points }) => points.map(({ value }) => value));
  const top = measure === 'accuracy' ? 1 : all.reduce((high, value) => Math.max(high, value), 0);
  const bottom = measure === 'accuracy' ? 0 : all.reduce((low, value) => Math.min(low, value), 0);
  const last = history.at(-1)?.epoch ?? 1;
  const toX = scaleLinear([0, Math.max(1, last, epochs)], [LEFT, Math.max(LEFT + 1, width - RIGHT)]);
  const toY = scaleLinear([bottom, top || 1], [height - BOTTOM, TOP]);
  const path = line<CurvePoint>(
    ({ epoch }) => toX(epoch),
    ({ value }) => toY(value),
  );
  const ends = spread(
    lines.map(({ part, points }) => ({ part, end: points.at(-1)!, y: toY(points.at(-1)!.value) })),
    TOP + 4,
    height - BOTTOM,
  );
  const at = pointed === null ? undefined : nearest(history, pointed);
  const bestValue =
    best && measure === 'loss' && best.epoch < last ? (best.validation ?? best.train)[measure] : undefined;
  const ended = ends.map(({ part, end }) => `${t(`plot.${part}`)} ${text(end.value)}`).join(', ');
  return (
    <div ref={element} className="train-chart">
      {history.length === 0 ? (
        <p className="note dim">{t('plot.empty')}</p>
      ) : (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={t('plot.label', { name: t(`plot.${measure}`), last: ended })}
          onPointerMove={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            setPointed(toX.invert(((event.clientX - box.left) / box.width) * width));
          }}
          onPointerLeave={() => setPointed(null)}
        >
          {toY.ticks(4).map((tick) => (
            <g key={tick}>
              <line className="plot-grid" x1={LEFT} x2={width - RIGHT} y1={toY(tick)} y2={toY(tick)} />
              <text className="plot-tick" x={LEFT - 8} y={toY(tick) + 4} textAnchor="end">
                {measure === 'accuracy' ? percent(tick) : formatNumber(tick)}
              </text>
            </g>
          ))}
          {toX.ticks(Math.min(4, Math.ceil(toX.domain()[1]!))).map((tick) => (
            <text key={tick} className="plot-tick" x={toX(tick)} y={height - 6} textAnchor="middle">
              {formatNumber(tick)}
            </text>
          ))}
          {lines.map(({ part, points }) => (
            <path
              key={part}
              className={`train-line train-${part}`}
              d={path(thinned(points, Math.max(50, width >> 1))) ?? ''}
            />
          ))}
          {best && bestValue !== undefined && Number.isFinite(bestValue) && (
            <g className="train-best">
              <line x1={toX(best.epoch)} x2={toX(best.epoch)} y1={toY(bestValue)} y2={height - BOTTOM} />
              <circle cx={toX(best.epoch)} cy={toY(bestValue)} r={4} />
              {!at && (
                <text
                  x={toX(best.epoch) + (toX(best.epoch) > width / 2 ? -6 : 6)}
                  y={height - BOTTOM - 6}
                  textAnchor={toX(best.epoch) > width / 2 ? 'end' : 'start'}
                >
                  {t('plot.best', { epoch: formatNumber(best.epoch) })} {text(bestValue)}
                </text>
              )}
            </g>
          )}
          {!at &&
            ends.map(({ part, end, y }) => (
              <text key={part} className={`train-end train-${part}`} x={toX(end.epoch) + 6} y={y + 4}>
                {t(`plot.${part}`)} {text(end.value)}
              </text>
            ))}
          {at && (
            <g className="train-cross">
              <line x1={toX(at.epoch)} x2={toX(at.epoch)} y1={TOP} y2={height - BOTTOM} />
              {spread(
                lines.flatMap(({ part }) => {
                  const value = at[part]?.[measure];
                  return value === undefined ? [] : [{ part, value, y: toY(value) }];
                }),
                TOP + LABEL_HEIGHT + 4,
                height - BOTTOM,
              ).map(({ part, value, y }) => (
                <g key={part}>
                  <circle className={`train-${part}`} cx={toX(at.epoch)} cy={toY(value)} r={3} />
                  <text className={`train-end train-${part}`} x={toX(at.epoch) + 6} y={y + 4}>
                    {t(`plot.${part}`)} {text(value)}
                  </text>
                </g>
              ))}
              <text className="train-end" x={toX(at.epoch) + 6} y={TOP + 6}>
                {t('plot.at', { epoch: formatNumber(at.epoch) })}
              </text>
            </g>
          )}
        </svg>
      )}
    </div>
  );
}

/** Labels moved apart, so that none lies on another, in their order from the top. */
function spread<T extends { readonly y: number }>(labels: readonly T[], top: number, bottom: number): readonly T[] {
  const ordered = labels.toSorted((a, b) => a.y - b.y);
  const placed: T[] = [];
  for (const label of ordered) {
    const before = placed.at(-1);
    placed.push({ ...label, y: Math.max(label.y, top, before ? before.y + LABEL_HEIGHT : top) });
  }
  const over = Math.max(0, (placed.at(-1)?.y ?? 0) - bottom);
  return placed.map((label) => ({ ...label, y: label.y - over }));
}
