import type { Shape } from '../tensor/shape.ts';
import type { AddedLayer } from './layer.ts';
import type { LossChoice } from './options.ts';
import { filled, type PartBuilder } from './part.ts';

interface Ending {
  readonly loss: LossChoice;
  readonly activation: string;
  readonly lead: Shape;
  readonly units: number;
}

/**
 * The target t and the loss L behind a last layer. A cross-entropy that undoes the activation (softmax, sigmoid) reads
 * the scores instead of the output: the same number, exact where probabilities round to 0 or 1.
 */
export function addLoss(
  part: PartBuilder,
  last: AddedLayer,
  { loss, activation, lead, units }: Ending,
): string | undefined {
  if (loss === 'none') return undefined;
  const look = { column: 2, row: 1 }; // beside the closed group; opening it makes room
  const lookLoss = { column: 3, row: 0 };
  if (loss === 'cross_entropy') {
    const t = part.leaf('t', 'input', filled(lead, 0), look);
    const read = activation === 'softmax' ? last.scores : last.output;
    return part.gate('L', 'cross_entropy', [read, t], lookLoss);
  }
  const t = part.leaf('t', 'input', filled([...lead, units], 1), look);
  const direct = loss === 'binary_cross_entropy' && activation === 'sigmoid';
  return direct
    ? part.gate('L', 'binary_cross_entropy_with_logits', [last.scores, t], lookLoss)
    : part.gate('L', loss, [last.output, t], lookLoss);
}
