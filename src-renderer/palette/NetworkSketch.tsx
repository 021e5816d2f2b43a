import { useTranslation } from 'react-i18next';
import { formatCount } from '../math/format-number.ts';

/** Units drawn of a layer; of wider ones the first, and how many more there are. */
const MOST_DRAWN = 8;
const HEIGHT = 144;
const PITCH = 16;
const RADIUS = 5;
const COLUMN = 72;

interface Dot {
  readonly x: number;
  readonly y: number;
}

/** Circles for units, lines for weights; a layer of more than eight units says how many it leaves out. */
export function NetworkSketch({ layers }: { readonly layers: readonly number[] }) {
  const { t } = useTranslation('palette');
  const width = layers.length * COLUMN;
  const columns = layers.map((units, layer) => dotsOf(units, layer));
  return (
    <svg
      className="network-sketch"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={t('network.sketch', { layers: layers.join('-') })}
    >
      {columns.slice(1).map((dots, index) => (
        <path key={dots[0]!.x} className="network-weights" d={linesBetween(columns[index]!, dots)} />
      ))}
      {columns.map((dots, layer) => (
        <g key={dots[0]!.x} className={layer === 0 ? 'network-features' : 'network-units'}>
          {dots.map(({ x, y }) => (
            <circle key={y} cx={x} cy={y} r={RADIUS} />
          ))}
          {layers[layer]! > MOST_DRAWN && (
            <text x={dots[0]!.x} y={HEIGHT - 4} textAnchor="middle">
              +{formatCount(layers[layer]! - MOST_DRAWN)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

function dotsOf(units: number, layer: number): readonly Dot[] {
  const drawn = Math.min(units, MOST_DRAWN);
  const top = (HEIGHT - 16 - (drawn - 1) * PITCH) / 2;
  return Array.from({ length: drawn }, (_, unit) => ({ x: (layer + 0.5) * COLUMN, y: top + unit * PITCH }));
}

function linesBetween(from: readonly Dot[], to: readonly Dot[]): string {
  return from.flatMap((a) => to.map((b) => `M${a.x + RADIUS} ${a.y}L${b.x - RADIUS} ${b.y}`)).join('');
}
