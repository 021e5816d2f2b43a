import { defineScalarRule } from './define.ts';
import { normalizeGroup } from './normalize.ts';

interface Attrs {
  readonly eps: number;
  readonly running_mean: readonly number[] | null;
  readonly running_var: readonly number[] | null;
}

/** As an evaluation has it: over the batch, or with running statistics as constants where the node has some. */
export const batchNorm = defineScalarRule<Attrs>({
  op: 'batch_norm',
  build(tools) {
    const { shape, ids } = tools.x[0]!;
    const { eps, running_mean: means, running_var: variances } = tools.attrs;
    const columns = shape.at(-1)!;
    const made = new Array<string>(ids.length);
    for (let column = 0; column < columns; column++) {
      const known = means && variances ? { known: { mean: means[column]!, variance: variances[column]! } } : {};
      const elements = Array.from({ length: ids.length / columns }, (_, row) => row * columns + column);
      normalizeGroup(elements, tools, { eps, ...known }, made);
    }
    return made;
  },
});
