import { type ChainruleDocument, type Dataset, dataFiles, openDataset, type TrainingSettings } from '#engine';

interface PlanePoint {
  readonly x: number;
  readonly y: number;
  readonly positive: boolean;
}

/** Two-class data over two features, and the node whose value decides between the classes. */
export interface Plane {
  readonly points: readonly PlanePoint[];
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly node: string;
  /** The node's value is a score, positive for the second class, not a probability. */
  readonly scores: boolean;
}

const MOST_POINTS = 600;
const MARGIN = 0.12;

/** `null` where the data have other than two features and two classes, or come from files. */
export function planeOf(document: ChainruleDocument, settings: TrainingSettings): Plane | null {
  const loss = document.nodes.find(({ id }) => id === document.objective);
  const node = loss?.inputs.find((id) => id !== null && settings.bindings[id] !== 'targets');
  if (!loss || !node || dataFiles(settings.dataset).length > 0) return null;
  const data = openDataset(settings.dataset, { seed: settings.seed });
  if (data.featureNames.length !== 2 || data.classes?.length !== 2) return null;
  return {
    points: pointsOf(data),
    x: rangeOf(data, 0),
    y: rangeOf(data, 1),
    node,
    scores: loss.op.endsWith('with_logits'),
  };
}

function pointsOf(data: Dataset): readonly PlanePoint[] {
  const stride = Math.ceil(data.rows / MOST_POINTS);
  return Array.from({ length: Math.ceil(data.rows / stride) }, (_, index) => {
    const row = index * stride;
    return { x: at(data, row, 0), y: at(data, row, 1), positive: data.targets[row] === 1 };
  });
}

const at = ({ features, featureUnit }: Dataset, row: number, column: number) =>
  (features[row * 2 + column] ?? 0) * featureUnit;

function rangeOf(data: Dataset, column: number): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < data.rows; row++) {
    low = Math.min(low, at(data, row, column));
    high = Math.max(high, at(data, row, column));
  }
  const margin = (high - low || 1) * MARGIN;
  return [low - margin, high + margin];
}

/** Feature rows of a square grid, row by row from the upper left corner. */
export function gridOf({ x, y }: Plane, side: number): Float64Array {
  const rows = new Float64Array(side * side * 2);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const index = (row * side + column) * 2;
      rows[index] = x[0] + ((column + 0.5) / side) * (x[1] - x[0]);
      rows[index + 1] = y[1] - ((row + 0.5) / side) * (y[1] - y[0]);
    }
  return rows;
}

/** From −1 (the first class, surely) to 1 for each place of a grid; `null` where the node has another shape. */
export function leanings(values: Float64Array, places: number, scores: boolean): Float64Array | null {
  const width = values.length / places;
  if (width !== 1 && width !== 2) return null;
  return Float64Array.from({ length: places }, (_, place) => {
    const value =
      width === 1 ? values[place]! : scores ? values[place * 2 + 1]! - values[place * 2]! : values[place * 2 + 1]!;
    return scores ? Math.tanh(value / 2) : Math.max(-1, Math.min(1, 2 * value - 1));
  });
}
