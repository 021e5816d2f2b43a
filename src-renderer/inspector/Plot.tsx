import { line, scaleLinear } from 'd3';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { exactText, formatNumber } from '../math/format-number.ts';
import type { MathSymbol } from '../math/symbols.ts';
import type { CurvePoint } from './op-curve.ts';
import { type Interval, piecesOf, rangeOf } from './plot-domain.ts';

const WIDTH = 256;
const HEIGHT = 168;
const LEFT = 36;
const RIGHT = 8;
const TOP = 12;
const BOTTOM = 22;
const GRID_LINES = 4;
const LABEL_ROOM = 64;

/** Close enough to be drawn. */
const onScreen = ({ x, y }: CurvePoint) => Number.isFinite(x) && Number.isFinite(y);

export interface PlotProps {
  readonly points: readonly CurvePoint[];
  readonly domain: Interval;
  readonly x: MathSymbol;
  readonly y: MathSymbol;
  /** The current point with its slope; the slopes of both sides where it has none. */
  readonly at: CurvePoint & { readonly slope: number; readonly sides?: readonly [number, number] };
  /** Other points on the curve: the entries of a tensor. */
  readonly others?: readonly CurvePoint[];
  /** Places that gradient descent came to, the first where it started. */
  readonly trail?: readonly CurvePoint[];
  readonly onDrag: {
    begin(): void;
    move(x: number): void;
    end(): void;
    notch(direction: 1 | -1, fine: boolean): void;
  };
  /** The point has the keyboard, or lost it. */
  readonly onFocus: (focused: boolean) => void;
}

/** A curve with the tangent at the current point, which can be dragged along it. */
export function Plot({ points, domain, x, y, at, others = [], trail = [], onDrag, onFocus }: PlotProps) {
  const { t } = useTranslation('inspector');
  const clip = useId();
  const element = useRef<SVGSVGElement>(null);
  const range = rangeOf(
    points.map((point) => point.y),
    at.y,
  );
  const toX = scaleLinear(domain, [LEFT, WIDTH - RIGHT]);
  const toY = scaleLinear(range, [HEIGHT - BOTTOM, TOP]);
  const [low = 0, high = 0] = toY.domain();
  const path = line<CurvePoint>(
    (point) => toX(point.x),
    (point) => Math.max(-1e4, Math.min(1e4, toY(point.y))),
  );
  const standing = Number.isFinite(at.x) && Number.isFinite(at.y);
  const known = !Number.isNaN(at.slope);
  const labels = {
    x: x.text,
    y: y.text,
    value: formatNumber(at.x),
    result: formatNumber(at.y),
    slope: formatNumber(known ? at.slope : null),
  };

  const pointed = (event: PointerEvent) => {
    const box = element.current?.getBoundingClientRect();
    if (!box) return at.x;
    const drawn = ((event.clientX - box.left) / box.width) * WIDTH;
    return Math.min(domain[1], Math.max(domain[0], toX.invert(drawn)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction =
      event.key === 'ArrowRight' || event.key === 'ArrowUp'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowDown'
          ? -1
          : 0;
    if (direction === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onDrag.notch(direction, event.shiftKey);
  };
  return (
    <figure className="plot-figure" aria-label={t('plot.chart', labels)}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it carries the name */}
      <svg ref={element} className="plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <clipPath id={clip}>
          <rect x={LEFT} y={TOP - 2} width={WIDTH - LEFT - RIGHT} height={HEIGHT - TOP - BOTTOM + 4} />
        </clipPath>
        <Axes domain={domain} toX={toX} toY={toY} name={x} />
        <g clipPath={`url(#${clip})`}>
          {standing && <line className="plot-drop" x1={toX(at.x)} x2={toX(at.x)} y1={toY(at.y)} y2={HEIGHT - BOTTOM} />}
          {piecesOf(points, [low, high]).map((piece) => (
            <path key={piece[0]!.x} className="plot-curve" d={path(piece) ?? ''} />
          ))}
          {standing && <Tangents at={at} domain={domain} toX={toX} toY={toY} />}
          {trail.length > 1 && <path className="plot-trail" d={path(trail.filter(onScreen)) ?? ''} />}
          {trail.slice(1).map((point, at) =>
            onScreen(point) ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps follow one another
              <circle key={at} className="plot-step" cx={toX(point.x)} cy={toY(point.y)} r={3} />
            ) : null,
          )}
          {others.map((point, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the entries of a tensor have no other name
            <circle key={index} className="plot-other" cx={toX(point.x)} cy={toY(point.y)} r={2.5} />
          ))}
        </g>
        {standing && known && (
          <SlopeLabel x={toX(at.x)} y={toY(at.y)} slope={at.slope} text={t('plot.slope', labels)} />
        )}
        {standing && (
          <g
            className="plot-handle"
            role="slider"
            tabIndex={0}
            aria-label={t('plot.point', labels)}
            aria-valuemin={domain[0]}
            aria-valuemax={domain[1]}
            aria-valuenow={at.x}
            aria-valuetext={exactText(at.x)}
            onFocus={() => onFocus(true)}
            onBlur={() => onFocus(false)}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              onDrag.begin();
            }}
            onPointerMove={(event) => {
              if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrag.move(pointed(event));
            }}
            onPointerUp={() => onDrag.end()}
            onPointerCancel={() => onDrag.end()}
          >
            <circle className="plot-target" cx={toX(at.x)} cy={toY(at.y)} r={14} />
            <circle className="plot-point" cx={toX(at.x)} cy={toY(at.y)} r={4.5} />
          </g>
        )}
      </svg>
    </figure>
  );
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

interface AxesProps {
  readonly domain: Interval;
  readonly toX: Scale;
  readonly toY: Scale;
  readonly name: MathSymbol;
}

function Axes({ toX, toY, name }: AxesProps): ReactNode {
  return (
    <>
      {toY.ticks(GRID_LINES).map((tick) => (
        <g key={`y${tick}`}>
          <line className="plot-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={toY(tick)} y2={toY(tick)} />
          <text className="plot-tick" x={LEFT - 8} y={toY(tick) + 4} textAnchor="end">
            {formatNumber(tick)}
          </text>
        </g>
      ))}
      {toX
        .ticks(GRID_LINES)
        .filter((tick) => toX(tick) < WIDTH - RIGHT - 24)
        .map((tick) => (
          <text key={`x${tick}`} className="plot-tick" x={toX(tick)} y={HEIGHT - 6} textAnchor="middle">
            {formatNumber(tick)}
          </text>
        ))}
      <text
        className={name.upright ? 'plot-name plot-name-upright' : 'plot-name'}
        x={WIDTH - RIGHT}
        y={HEIGHT - 6}
        textAnchor="end"
      >
        {name.text}
      </text>
    </>
  );
}

interface TangentsProps {
  readonly at: PlotProps['at'];
  readonly domain: Interval;
  readonly toX: Scale;
  readonly toY: Scale;
}

function Tangents({ at, domain: [low, high], toX, toY }: TangentsProps): ReactNode {
  const tangent = (slope: number, from: number, to: number, key: string, side: boolean) =>
    Number.isFinite(slope) ? (
      <line
        key={key}
        className={side ? 'plot-tangent plot-tangent-side' : 'plot-tangent'}
        x1={toX(from)}
        y1={toY(at.y + slope * (from - at.x))}
        x2={toX(to)}
        y2={toY(at.y + slope * (to - at.x))}
      />
    ) : null;
  const reach = (high - low) / 4;
  if (at.sides)
    return [
      tangent(at.sides[0], at.x - reach, at.x, 'left', true),
      tangent(at.sides[1], at.x, at.x + reach, 'right', true),
    ];
  return tangent(at.slope, low, high, 'tangent', false);
}

/** Beside the point, on the side where the curve is not, within the frame. */
function SlopeLabel({
  x,
  y,
  slope,
  text,
}: {
  readonly x: number;
  readonly y: number;
  readonly slope: number;
  readonly text: string;
}) {
  const left = (slope >= 0 && x > LEFT + LABEL_ROOM) || x > WIDTH - RIGHT - LABEL_ROOM;
  return (
    <text
      className="plot-slope"
      x={left ? x - 12 : x + 12}
      y={Math.max(TOP + 10, Math.min(HEIGHT - BOTTOM - 4, y - 8))}
      textAnchor={left ? 'end' : 'start'}
    >
      {text}
    </text>
  );
}
