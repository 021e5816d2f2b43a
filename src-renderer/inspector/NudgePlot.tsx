import { line, scaleLog } from 'd3';
import { type PointerEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Branches, LARGEST_STEP, type Measured, SMALLEST_STEP, stepOf } from './nudge-curve.ts';

const WIDTH = 256;
const HEIGHT = 140;
const LEFT = 40;
const RIGHT = 8;
const TOP = 18;
const BOTTOM = 20;
/** Differences below this stand at the bottom: a log axis has no 0. */
const LOWEST = 1e-17;

interface NudgePlotProps {
  readonly curve: readonly Measured[];
  readonly branches: Branches;
  readonly step: number;
  /** A step chosen by pointing, as power of ten. */
  readonly onStep: (exponent: number) => void;
}

/** How far a central difference is from the gradient, against its step; both axes logarithmic. */
export function NudgePlot({ curve, branches, step, onStep }: NudgePlotProps) {
  const { t } = useTranslation('inspector');
  const clip = useId();
  const element = useRef<SVGSVGElement>(null);
  const points = curve.filter(({ difference }) => Number.isFinite(difference));
  if (points.length === 0) return null;
  const sizes = points.map(({ difference }) => Math.max(LOWEST, difference));
  const highest = Math.max(1e-6, ...sizes);
  const toX = scaleLog([stepOf(SMALLEST_STEP), stepOf(LARGEST_STEP)], [LEFT, WIDTH - RIGHT]);
  const toY = scaleLog([Math.min(LOWEST, ...sizes), highest], [HEIGHT - BOTTOM, TOP]);
  const path = line<Measured>(
    (point) => toX(point.step),
    (point) => toY(Math.max(LOWEST, point.difference)),
  );
  const guide = (value: (h: number) => number) =>
    [stepOf(SMALLEST_STEP), stepOf(LARGEST_STEP)]
      .map((h) => `${toX(h)},${toY(Math.max(Number.MIN_VALUE, value(h)))}`)
      .join(' ');
  const now = points.find((point) => point.step === step);
  const pointed = (event: PointerEvent) => {
    const box = element.current?.getBoundingClientRect();
    if (!box || event.buttons !== 1) return;
    const exponent = Math.round(Math.log10(toX.invert(((event.clientX - box.left) / box.width) * WIDTH)));
    onStep(Math.min(LARGEST_STEP, Math.max(SMALLEST_STEP, exponent)));
  };
  return (
    <figure className="plot-figure" aria-label={t('nudge.chart')}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it carries the name */}
      <svg
        ref={element}
        className="plot nudge-plot"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        onPointerDown={pointed}
        onPointerMove={pointed}
      >
        <clipPath id={clip}>
          <rect x={LEFT} y={TOP - 4} width={WIDTH - LEFT - RIGHT} height={HEIGHT - TOP - BOTTOM + 8} />
        </clipPath>
        <text className="plot-tick" x={LEFT - 32} y={10}>
          {t('nudge.axis')}
        </text>
        {[-15, -10, -5, 0]
          .filter((exponent) => stepOf(exponent) <= highest)
          .map((exponent) => (
            <g key={exponent}>
              <line
                className="plot-grid"
                x1={LEFT}
                x2={WIDTH - RIGHT}
                y1={toY(stepOf(exponent))}
                y2={toY(stepOf(exponent))}
              />
              <text className="plot-tick" x={LEFT - 6} y={toY(stepOf(exponent)) + 4} textAnchor="end">
                {power(exponent)}
              </text>
            </g>
          ))}
        {[-12, -8, -4, 0].map((exponent) => (
          <text
            key={exponent}
            className="plot-tick"
            x={toX(stepOf(exponent))}
            y={HEIGHT - 4}
            textAnchor={exponent === 0 ? 'end' : 'middle'}
          >
            {power(exponent)}
          </text>
        ))}
        <g clipPath={`url(#${clip})`}>
          <polyline className="nudge-guide" points={guide((h) => branches.rounding / h)} />
          {branches.truncation > 0 && (
            <polyline className="nudge-guide" points={guide((h) => branches.truncation * h * h)} />
          )}
          <line className="plot-drop" x1={toX(step)} x2={toX(step)} y1={TOP} y2={HEIGHT - BOTTOM} />
          <path className="plot-curve" d={path(points) ?? ''} />
          {now && <circle className="plot-point" cx={toX(step)} cy={toY(Math.max(LOWEST, now.difference))} r={4} />}
        </g>
        <text className="plot-tick" x={LEFT + 4} y={HEIGHT - BOTTOM - 6}>
          {t('nudge.rounding')}
        </text>
        {branches.truncation > 0 && (
          <text className="plot-tick" x={WIDTH - RIGHT} y={HEIGHT - BOTTOM - 6} textAnchor="end">
            {t('nudge.truncation')}
          </text>
        )}
      </svg>
    </figure>
  );
}

const SUPERSCRIPTS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/** `10⁻⁸`; 1 for 0. */
function power(exponent: number): string {
  if (exponent === 0) return '1';
  const digits = [...`${Math.abs(exponent)}`].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}
