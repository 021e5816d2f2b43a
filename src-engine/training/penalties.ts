import type { FlatParameters } from './flat-parameters.ts';
import type { Regularization } from './settings.ts';

/** g ← g + l2 · w + l1 · sign(w) for the first `end` numbers; sign(0) = 0. */
export function addPenalty(
  { l1, l2 }: Regularization,
  parameters: Float64Array,
  gradients: Float64Array,
  end: number,
): void {
  if (l1 === 0 && l2 === 0) return;
  for (let index = 0; index < end; index++) {
    const w = parameters[index]!;
    gradients[index]! += l2 * w + (w > 0 ? l1 : w < 0 ? -l1 : 0);
  }
}

/** √Σg². */
function lengthOf(numbers: Float64Array): number {
  let squares = 0;
  for (let index = 0; index < numbers.length; index++) squares += numbers[index]! * numbers[index]!;
  return Math.sqrt(squares);
}

/** Shortens all gradients together to the bound, as `torch.nn.utils.clip_grad_norm_`; returns their length before. */
export function clipGradients(gradients: Float64Array, bound: number): number {
  const length = lengthOf(gradients);
  const factor = bound / (length + 1e-6);
  if (factor < 1) for (let index = 0; index < gradients.length; index++) gradients[index]! *= factor;
  return length;
}

/** w ← w(1 − ε). */
export function decayWeights(parameters: Float64Array, share: number, end: number): void {
  if (share === 0) return;
  const kept = 1 - share;
  for (let index = 0; index < end; index++) parameters[index]! *= kept;
}

/** Weights that end in one unit: `count` units, unit u has the numbers offset + u · unitStep + k · step for k < length. */
export interface Incoming {
  readonly offset: number;
  readonly count: number;
  readonly unitStep: number;
  readonly length: number;
  readonly step: number;
}

/** Matrices [in, out] have a unit to a column; where a matrix stands left of its input, [out, in], a unit to a row. */
export function incomingWeights(
  { list }: FlatParameters,
  slotsOf: (node: string) => readonly { readonly op: string; readonly slot: number }[],
): readonly Incoming[] {
  return list.flatMap(({ node, shape, offset, size, decay }): Incoming[] => {
    if (!decay) return [];
    const products = slotsOf(node).filter(({ op }) => op === 'matmul');
    if (shape.length === 1 && products.length > 0) return [{ offset, count: 1, unitStep: 0, length: size, step: 1 }];
    if (shape.length !== 2) return [];
    const [first, second] = shape as readonly [number, number];
    if (products.some(({ slot }) => slot === 0))
      return [{ offset, count: first, unitStep: second, length: second, step: 1 }];
    return [{ offset, count: second, unitStep: 1, length: first, step: second }];
  });
}

/** Shortens the incoming weights of units that are longer than the bound to the bound. Source: Srivastava et al., JMLR 15 (2014). */
export function boundIncoming(parameters: Float64Array, units: readonly Incoming[], bound: number): void {
  for (let at = 0; at < units.length; at++) {
    const { offset, count, unitStep, length, step } = units[at]!;
    for (let unit = 0; unit < count; unit++) {
      const start = offset + unit * unitStep;
      let squares = 0;
      for (let k = 0; k < length; k++) squares += parameters[start + k * step]! * parameters[start + k * step]!;
      if (squares <= bound * bound) continue;
      const factor = bound / Math.sqrt(squares);
      for (let k = 0; k < length; k++) parameters[start + k * step]! *= factor;
    }
  }
}
