import { line, scaleLinear } from 'd3';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { setAttribute } from '#engine';
import type { Tool } from '../../lesson-format/lesson.ts';
import { numbersOf } from '../../lesson-format/numbers.ts';
import { formatNumber } from '../../math/format-number.ts';
import { symbolOf } from '../../math/symbols.ts';
import { useDocument, useLessons } from '../../stores/hooks.ts';
import { useNodesById } from '../../stores/use-nodes.ts';
import { useNumbers } from '../use-numbers.ts';

const WIDTH = 352;
const HEIGHT = 184;
const LEFT = 36;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 24;
const SAMPLES = 97;

type Point = readonly [x: number, y: number];

/** The objective along one leaf: its curve, the current point with its tangent, and the points stepped from. */
export function PlotTool({ tool }: { readonly tool: Extract<Tool, { kind: 'plot' }> }) {
  const { t } = useTranslation('lessons');
  const clip = useId();
  const nodes = useNodesById();
  const numbers = useNumbers();
  const trail = useLessons((state) => state.trail);
  const curve = useCurve(tool);
  const result = numbers.result();
  const leaf = nodes.get(tool.node);
  const objective = nodes.get(result?.objective ?? '');
  const at = leaf?.attrs['value'];
  const slope = result?.grad(tool.node)?.data[0];
  if (!leaf || !objective || typeof at !== 'number' || slope === undefined) return null;
  const now = objectiveOf(objective.id, numbers);
  const low = Math.min(0, ...curve.map(([, y]) => y));
  const high = Math.max(...curve.map(([, y]) => y), 1e-9);
  const toX = scaleLinear([tool.from, tool.to], [LEFT, WIDTH - RIGHT]);
  const toY = scaleLinear([low, high], [HEIGHT - BOTTOM, TOP]).nice(4);
  const path = line<Point>(
    ([x]) => toX(x),
    ([, y]) => toY(y),
  );
  const stood = trail.filter((each) => each.node === tool.node).map((each): Point => [each.from, each.height]);
  const tangent = (x: number) => now + slope * (x - at);
  const words = {
    x: symbolOf(leaf).text,
    y: symbolOf(objective).text,
    value: formatNumber(at),
    result: formatNumber(now),
  };
  return (
    <figure className="lesson-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('tool.plot', words)}>
        <clipPath id={clip}>
          <rect x={LEFT} y={TOP - 4} width={WIDTH - LEFT - RIGHT} height={HEIGHT - TOP - BOTTOM + 8} />
        </clipPath>
        {toY.ticks(4).map((tick) => (
          <g key={tick}>
            <line className="chart-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={toY(tick)} y2={toY(tick)} />
            <text className="chart-tick" x={LEFT - 8} y={toY(tick) + 4} textAnchor="end">
              {formatNumber(tick)}
            </text>
          </g>
        ))}
        {toX.ticks(6).map((tick) => (
          <text key={tick} className="chart-tick" x={toX(tick)} y={HEIGHT - 6} textAnchor="middle">
            {formatNumber(tick)}
          </text>
        ))}
        <text className="chart-name" x={WIDTH - RIGHT} y={HEIGHT - BOTTOM - 6} textAnchor="end">
          {words.x}
        </text>
        <text className="chart-name" x={LEFT + 4} y={TOP + 4}>
          {words.y}
        </text>
        <g clipPath={`url(#${clip})`}>
          <path className="chart-curve" d={path(curve) ?? ''} />
          <line
            className="chart-tangent"
            x1={toX(tool.from)}
            x2={toX(tool.to)}
            y1={toY(tangent(tool.from))}
            y2={toY(tangent(tool.to))}
          />
          {stood.length > 0 ? <path className="chart-trail" d={path([...stood, [at, now]]) ?? ''} /> : null}
          {stood.map(([x, y], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are known by their order
            <circle key={index} className="chart-stood" cx={toX(x)} cy={toY(y)} r={3} />
          ))}
          <circle className="chart-point" cx={toX(at)} cy={toY(now)} r={4.5} />
        </g>
      </svg>
    </figure>
  );
}

/** Heights along the leaf: they change with everything but the leaf itself. */
function useCurve({ node, from, to }: Extract<Tool, { kind: 'plot' }>): readonly Point[] {
  const document = useDocument((state) => state.document);
  const others = useMemo(() => JSON.stringify(setAttribute(document, node, 'value', 0)), [document, node]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `others` stands for all of the document that matters
  return useMemo(
    () =>
      Array.from({ length: SAMPLES }, (_, index): Point => {
        const x = from + ((to - from) * index) / (SAMPLES - 1);
        const numbers = numbersOf(setAttribute(document, node, 'value', x));
        const objective = numbers.result()?.objective;
        return [x, objective ? objectiveOf(objective, numbers) : 0];
      }),
    [others, node, from, to],
  );
}

/** Where the objective has several entries its mean is differentiated. */
function objectiveOf(id: string, numbers: ReturnType<typeof numbersOf>): number {
  const data = numbers.result()?.value(id)?.data ?? new Float64Array();
  return data.reduce((sum, each) => sum + each, 0) / Math.max(1, data.length);
}
