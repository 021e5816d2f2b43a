import { useTranslation } from 'react-i18next';
import { formatNumber } from '../math/format-number.ts';
import type { Measured } from './nudge-curve.ts';

const WIDTH = 256;
const HEIGHT = 96;
const SIDE = 56;
const MARGIN = 14;

interface SlopeTriangleProps {
  readonly x: number;
  readonly y: number;
  readonly step: number;
  readonly measured: Measured;
  readonly gradient: number;
  /** Of the number nudged, and of the loss. */
  readonly names: readonly [string, string];
}

/** The chord from x − h to x + h, its run and its rise; the gradient's line beside it. */
export function SlopeTriangle({ y, step, measured, gradient, names: [x, loss] }: SlopeTriangleProps) {
  const { t } = useTranslation('inspector');
  const below = y - measured.left * step;
  const above = y + measured.right * step;
  if (!Number.isFinite(below) || !Number.isFinite(above)) return null;
  const tangent = [y - gradient * step, y + gradient * step];
  const all = [below, above, y, ...tangent.filter(Number.isFinite)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const toY = (value: number) =>
    high > low ? HEIGHT - MARGIN - ((value - low) / (high - low)) * (HEIGHT - 2 * MARGIN) : HEIGHT / 2;
  const [left, middle, right] = [SIDE, WIDTH / 2 - 16, WIDTH - SIDE - 32];
  const words = { x, loss, run: formatNumber(2 * step), rise: formatNumber(above - below) };
  return (
    <figure className="plot-figure" aria-label={t('nudge.triangle', words)}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it carries the name */}
      <svg className="plot triangle" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <path className="triangle-area" d={`M${left} ${toY(below)}H${right}V${toY(above)}Z`} />
        <path className="plot-drop" d={`M${left} ${toY(below)}H${right}V${toY(above)}`} />
        {Number.isFinite(gradient) && (
          <path
            className="plot-tangent plot-tangent-side"
            d={`M${left} ${toY(tangent[0]!)}L${right} ${toY(tangent[1]!)}`}
          />
        )}
        <path className="plot-curve" d={`M${left} ${toY(below)}L${middle} ${toY(y)}L${right} ${toY(above)}`} />
        <circle className="plot-other" cx={left} cy={toY(below)} r={2.5} />
        <circle className="plot-point" cx={middle} cy={toY(y)} r={3.5} />
        <circle className="plot-other" cx={right} cy={toY(above)} r={2.5} />
        <text
          className="plot-tick"
          x={(left + right) / 2}
          y={Math.min(HEIGHT - 2, toY(below) + 13)}
          textAnchor="middle"
        >
          {t('nudge.run', words)}
        </text>
        <text className="plot-tick" x={right + 6} y={(toY(below) + toY(above)) / 2 + 4}>
          {t('nudge.rise', words)}
        </text>
      </svg>
    </figure>
  );
}
