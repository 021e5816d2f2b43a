import { scaleLinear, scaleLog } from 'd3';
import { useTranslation } from 'react-i18next';
import { numberIn } from '../../lesson-format/judge.ts';
import type { Tool } from '../../lesson-format/lesson.ts';
import { formatNumber } from '../../math/format-number.ts';
import { useNumbers } from '../use-numbers.ts';

const WIDTH = 352;
const ROW = 20;
const LEFT = 52;
const RIGHT = 76;
const TOP = 4;
const AXIS = 20;

/** Bars from the smallest power of ten in sight; on a linear scale from 0. Lengths are sizes; signs stand with the numbers. */
export function BarsTool({ tool }: { readonly tool: Extract<Tool, { kind: 'bars' }> }) {
  const { t } = useTranslation('lessons');
  const numbers = useNumbers();
  const bars = tool.rows.map(({ label, is }) => ({ label, value: numberIn(is, numbers) }));
  const sizes = bars.flatMap(({ value }) => (value === null || value === 0 ? [] : [Math.abs(value)]));
  const largest = Math.max(...sizes, Number.MIN_VALUE);
  const smallest = Math.min(...sizes, largest);
  const logarithmic = tool.scale === 'logarithmic';
  const low = 10 ** Math.min(Math.floor(Math.log10(smallest)) - 1, -2);
  const high = 10 ** Math.max(Math.ceil(Math.log10(largest)), 0);
  const range: [number, number] = [LEFT, WIDTH - RIGHT];
  const toX = logarithmic ? scaleLog([low, high], range) : scaleLinear([0, Math.max(largest, 1e-12)], range).nice(4);
  const ticks = logarithmic ? decades(low, high) : toX.ticks(4);
  const height = TOP + bars.length * ROW + AXIS;
  const spoken = bars.map(({ label, value }) => `${label} ${formatNumber(value)}`).join(', ');
  return (
    <figure className="lesson-chart">
      <figcaption>
        {tool.title}
        {logarithmic ? <span>, {t('tool.bars.log')}</span> : null}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={t('tool.bars', { title: tool.title, values: spoken })}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="chart-grid" x1={toX(tick)} x2={toX(tick)} y1={TOP} y2={height - AXIS} />
            <text className="chart-tick" x={toX(tick)} y={height - 5} textAnchor="middle">
              {logarithmic ? `1e${Math.round(Math.log10(tick))}`.replace('-', '−') : formatNumber(tick)}
            </text>
          </g>
        ))}
        {bars.map(({ label, value }, index) => {
          const y = TOP + index * ROW;
          const size = value === null ? 0 : Math.abs(value);
          const end = size === 0 ? LEFT : Math.max(LEFT + 1, toX(size));
          const share = bars.length < 2 ? 1 : index / (bars.length - 1);
          return (
            <g key={label}>
              <text className="chart-tick" x={LEFT - 8} y={y + 14} textAnchor="end">
                {label}
              </text>
              <rect
                className={
                  share < 1 / 3 ? 'chart-bar depth-1' : share < 2 / 3 ? 'chart-bar depth-2' : 'chart-bar depth-3'
                }
                x={LEFT}
                y={y + 4}
                width={end - LEFT}
                height={ROW - 8}
                rx={1.5}
              />
              <text className="chart-value" x={end + 6} y={y + 14}>
                {formatNumber(value)}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** Three to five powers of ten between the ends. */
function decades(low: number, high: number): readonly number[] {
  const first = Math.round(Math.log10(low));
  const last = Math.round(Math.log10(high));
  const by = Math.max(1, Math.ceil((last - first) / 4));
  const ticks: number[] = [];
  for (let power = last; power >= first; power -= by) ticks.push(10 ** power);
  return ticks;
}
