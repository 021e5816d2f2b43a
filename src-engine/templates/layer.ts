import { drawWeights } from '../random/initializers/draw-weights.ts';
import { initializers } from '../random/initializers/registry.ts';
import type { TemplateCounts } from './define.ts';
import type { StartOptions } from './options.ts';
import { filled, type PartBuilder } from './part.ts';

/** A dense layer: z = x·W + b, or z = γ·norm(x·W) + β, then an activation and dropout. */
export interface Layer extends StartOptions {
  /** Stands behind the names: `1` makes W1, m1, b1, z1, a1. */
  readonly mark: string;
  readonly fanIn: number;
  readonly units: number;
  readonly activation: string;
  readonly bias: boolean;
  /** In place of the bias, before the activation. */
  readonly batchNorm?: boolean;
  /** Probability that a unit is dropped in training. */
  readonly dropout?: number;
}

/** Where a layer's gates stand and what they lie in. */
export interface LayerPlace {
  readonly group: string;
  /** First column: the weights; the product stands in the next one. */
  readonly column: number;
  readonly row: number;
}

export interface AddedLayer {
  /** Before the activation: z. */
  readonly scores: string;
  readonly output: string;
  /** Column of the output. */
  readonly column: number;
}

export function addLayer(part: PartBuilder, source: string, layer: Layer, place: LayerPlace): AddedLayer {
  const { mark, fanIn, units, activation, bias, batchNorm = false, dropout = 0, init, scale, seed } = layer;
  const { group, row } = place;
  let { column } = place;
  const weights = `W${mark}`;
  const drawn = drawWeights(initializers.get(init)!, { shape: [fanIn, units], seed, name: weights, scale });
  part.leaf(weights, 'parameter', drawn, { column, row: row + 1, group });
  column++;
  let at = part.gate(`m${mark}`, 'matmul', [source, weights], { column, row, group });
  if (batchNorm) {
    const look = { column, group };
    const gamma = part.leaf(
      `gamma${mark}`,
      'parameter',
      filled([units], 1),
      { ...look, row: row + 1, label: `γ${mark}` },
      noDecay,
    );
    const beta = part.leaf(
      `beta${mark}`,
      'parameter',
      filled([units], 0),
      { ...look, row: row + 2, label: `β${mark}` },
      noDecay,
    );
    column++;
    at = part.gate(`z${mark}`, 'batch_norm', [at, gamma, beta], { column, row, group });
  } else if (bias) {
    const b = part.leaf(`b${mark}`, 'parameter', filled([units], 0), { column, row: row + 1, group }, noDecay);
    column++;
    at = part.gate(`z${mark}`, 'add', [at, b], { column, row, group });
  }
  const scores = at;
  if (activation !== 'linear') {
    column++;
    at = part.gate(`a${mark}`, activation, [at], { column, row, group });
  }
  if (dropout > 0) {
    column++;
    at = part.gate(`d${mark}`, 'dropout', [at], { column, row, group }, { p: dropout });
  }
  return { scores, output: at, column };
}

/** Regularization acts on weights, not on biases, scales and shifts. */
export const noDecay = { decay: false } as const;

export function countLayer({
  fanIn,
  units,
  bias,
  batchNorm = false,
}: Pick<Layer, 'fanIn' | 'units' | 'bias' | 'batchNorm'>): TemplateCounts {
  const connections = fanIn * units;
  return { connections, parameters: connections + (batchNorm ? 2 * units : bias ? units : 0) };
}

export function sumCounts(counts: readonly TemplateCounts[]): TemplateCounts {
  return counts.reduce(
    (sum, each) => ({ parameters: sum.parameters + each.parameters, connections: sum.connections + each.connections }),
    { parameters: 0, connections: 0 },
  );
}
