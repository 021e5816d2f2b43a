import type { Graph } from '../graph/graph.ts';
import type { OpTable } from '../graph/node-problems.ts';
import type { BatchProgram } from './batch-program.ts';

/** A unit whose derivative is below this share of what its op can have at most is saturated for that sample. */
const FLAT_SHARE = 0.05;
/** A layer's gradients below this share of the last layer's vanish, above its inverse they explode. */
const VANISHING_SHARE = 1e-3;
const BINS = 24;

export type Ailment = 'dead' | 'saturated' | 'vanishing' | 'exploding';

/** Counts between evenly spaced edges from `low` to `high`. */
export interface Histogram {
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
}

/** How one activation or parameter fares over a batch. */
export interface UnitHealth {
  readonly node: string;
  readonly kind: 'activation' | 'parameter';
  /** √(mean of squares) of the values, and of ∂L/∂ them. */
  readonly valueSize: number;
  readonly gradientSize: number;
  readonly values: Histogram;
  readonly gradients: Histogram;
  /** Units that pass nothing back for any sample, and those that pass nearly nothing for most; of an activation. */
  readonly dead: readonly number[];
  readonly saturated: readonly number[];
  /** Share of values that are not 0: of a ReLU layer, the units at work. */
  readonly active: number;
  readonly ailments: readonly Ailment[];
  /** The factor to blame: the smallest or largest ratio of a gradient to the one behind it. */
  readonly factor: { readonly node: string; readonly ratio: number } | null;
}

/**
 * Health of every activation and parameter after a forward and backward of `program`. An activation's units are its last
 * axis. Its factor at an element is the gradient that leaves it over the one that arrives, and is measured against the
 * largest of the batch.
 */
export function healthOf(graph: Graph, table: OpTable, program: BatchProgram): readonly UnitHealth[] {
  const found = graph.nodes.flatMap((node): UnitHealth[] => {
    const op = table.get(node.op);
    const isActivation = op?.category === 'activations';
    if (!isActivation && op?.leaf !== 'parameter') return [];
    const value = program.value(node.id);
    const gradient = program.gradient(node.id);
    if (value === null || gradient === null) return [];
    const source = isActivation ? node.inputs[0] : null;
    const below = source ? program.gradient(source) : null;
    const units =
      isActivation && below?.data.length === gradient.data.length
        ? unitsOf(gradient.data, below.data, value.shape.at(-1) ?? 1)
        : { dead: [], saturated: [] };
    const ailments: Ailment[] = [];
    if (units.dead.length > 0) ailments.push('dead');
    if (units.saturated.length > 0) ailments.push('saturated');
    const valueSize = sizeOf(value.data);
    return [
      {
        node: node.id,
        kind: isActivation ? 'activation' : 'parameter',
        valueSize,
        gradientSize: sizeOf(gradient.data),
        values: histogramOf(value.data),
        gradients: histogramOf(gradient.data),
        ...units,
        active: shareOf(value.data, (each) => each !== 0),
        ailments,
        factor: null,
      },
    ];
  });
  return withFlow(found);
}

/** Vanishing and exploding are told along the activations, from the last back to the first. */
function withFlow(all: readonly UnitHealth[]): UnitHealth[] {
  const layers = all.filter(({ kind }) => kind === 'activation');
  const last = layers.at(-1)?.gradientSize ?? 0;
  return all.map((each) => {
    if (each.kind !== 'activation' || last === 0) return each;
    const share = each.gradientSize / last;
    const ailment = share < VANISHING_SHARE ? 'vanishing' : share > 1 / VANISHING_SHARE ? 'exploding' : null;
    if (ailment === null) return each;
    const at = layers.indexOf(each);
    const steps = layers.slice(at + 1).map((next, index) => ({
      node: next.node,
      ratio: layers[at + index]!.gradientSize / next.gradientSize,
    }));
    const factor = steps.reduce((worst, step) =>
      (ailment === 'vanishing' ? step.ratio < worst.ratio : step.ratio > worst.ratio) ? step : worst,
    );
    return { ...each, ailments: [...each.ailments, ailment], factor };
  });
}

type Numbers = Float64Array | Float32Array;

function unitsOf(arriving: Numbers, leaving: Numbers, width: number) {
  const rows = arriving.length / width;
  let most = 0;
  for (let index = 0; index < arriving.length; index++)
    if (arriving[index] !== 0) most = Math.max(most, Math.abs(leaving[index]! / arriving[index]!));
  const dead: number[] = [];
  const saturated: number[] = [];
  for (let unit = 0; unit < width; unit++) {
    let asked = 0; // samples that send something to this unit
    let silent = 0;
    let flat = 0;
    for (let row = 0; row < rows; row++) {
      const dy = arriving[row * width + unit]!;
      if (dy === 0) continue;
      asked++;
      const factor = Math.abs(leaving[row * width + unit]! / dy);
      if (factor === 0) silent++;
      else if (factor < FLAT_SHARE * most) flat++;
    }
    if (asked > 0 && silent === asked) dead.push(unit);
    else if (flat > asked / 2) saturated.push(unit);
  }
  return { dead, saturated };
}

function sizeOf(data: Numbers): number {
  let squares = 0;
  for (const each of data) squares += each * each;
  return Math.sqrt(squares / data.length);
}

function shareOf(data: Numbers, test: (value: number) => boolean): number {
  let count = 0;
  for (const each of data) if (test(each)) count++;
  return count / data.length;
}

function histogramOf(data: Numbers): Histogram {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const each of data) {
    low = Math.min(low, each);
    high = Math.max(high, each);
  }
  const counts = new Array<number>(BINS).fill(0);
  const width = high > low ? (high - low) / BINS : 1;
  for (const each of data) counts[Math.min(BINS - 1, Math.floor((each - low) / width))]!++;
  return { low, high, counts };
}
