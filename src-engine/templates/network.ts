import type { Shape } from '../tensor/shape.ts';
import type { TemplateCounts, TemplatePart, TemplateStep } from './define.ts';
import { type AddedLayer, addLayer, countLayer, type Layer, sumCounts } from './layer.ts';
import { addLoss } from './loss.ts';
import { type LossChoice, MOST_SIZES, MOST_UNITS, type StartOptions } from './options.ts';
import { createPart, exampleValues } from './part.ts';

/** Layers in a row, ending in a loss or not. */
export interface Network extends StartOptions {
  readonly layers: readonly number[];
  readonly activation: string;
  readonly outputActivation: string;
  readonly bias: boolean;
  readonly loss: LossChoice;
  /** Behind every hidden layer. */
  readonly dropout: number;
  /** In every hidden layer. */
  readonly batchNorm: boolean;
}

/** The layers from the first hidden one to the output. */
function layersOf({
  layers,
  activation,
  outputActivation,
  bias,
  dropout,
  batchNorm,
  init,
  scale,
  seed,
}: Network): readonly Layer[] {
  const last = layers.length - 1;
  return layers.slice(1).map((units, index): Layer => {
    const hidden = index + 1 < last;
    return {
      mark: `${index + 1}`,
      fanIn: layers[index]!,
      units,
      activation: hidden ? activation : outputActivation,
      bias,
      init,
      scale,
      seed,
      ...(hidden ? { batchNorm, dropout } : {}),
    };
  });
}

export function countNetwork(network: Network): TemplateCounts {
  return sumCounts(layersOf(network).map(countLayer));
}

interface Making {
  readonly id: string;
  readonly label: string;
  readonly template: Readonly<Record<string, unknown>>;
  readonly lead: Shape;
}

/** x, a group that holds one group a layer, and behind it t and L. */
export function buildNetwork(network: Network, { id, label, template, lead }: Making): TemplatePart {
  const part = createPart();
  const features = network.layers[0]!;
  const x = part.leaf('x', 'input', exampleValues([...lead, features]), { column: 0, row: 0 });
  part.group({ id, label, collapsed: true, template }, { column: 1, row: 0 });
  let last: AddedLayer = { scores: x, output: x, column: 0 };
  for (const [index, layer] of layersOf(network).entries()) {
    const { mark, fanIn, ...rest } = layer;
    const own = { name: 'dense', features: fanIn, ...rest };
    const group = part.group(
      { id: `layer${mark}`, label: `layer ${mark}`, collapsed: true, group: id, template: own },
      { column: index + 1, row: 0 },
    );
    last = addLayer(part, last.output, layer, { group, column: index + 1, row: 0 });
  }
  const units = network.layers.at(-1)!;
  const objective = addLoss(part, last, { loss: network.loss, activation: network.outputActivation, lead, units });
  return { ...part, inputs: [x], output: last.output, ...(objective === undefined ? {} : { objective }) };
}

/**
 * A hidden layer more, as wide as the last hidden one and put before the output, or that one less; or a unit more or
 * less in the layer whose group is named.
 */
export function steppedLayers(layers: readonly number[], { what, by, group }: TemplateStep): readonly number[] | null {
  const last = layers.length - 1;
  if (what === 'layers') {
    if (by > 0) return last + 2 > MOST_SIZES ? null : layers.toSpliced(last, 0, layers[last - 1]!);
    return last < 2 ? null : layers.toSpliced(last - 1, 1);
  }
  const layer = Number(/^layer(\d+)$/.exec(group)?.[1] ?? 0);
  const units = (layers[layer] ?? 0) + by;
  return layer >= 1 && layer <= last && units >= 1 && units <= MOST_UNITS ? layers.with(layer, units) : null;
}
