import type { ReductionAttrs } from '../../ops/reduction.ts';
import { reductionOffsets, resolveAxes } from '../../tensor/axes.ts';
import { defineScalarRule, type ScalarRule, type ScalarTools } from './define.ts';

/** A reduction: one gate of each group of elements. */
export function reduceRule<A extends ReductionAttrs>(
  op: string,
  reduce: (group: readonly string[], element: number, tools: ScalarTools<A>) => string,
): ScalarRule {
  return defineScalarRule<A>({
    op,
    build(tools) {
      const { shape, ids } = tools.x[0]!;
      const { outer, inner } = reductionOffsets(shape, resolveAxes(op, tools.attrs.dim, shape));
      return Array.from(outer, (start, element) =>
        reduce(
          Array.from(inner, (offset) => ids[start + offset]!),
          element,
          tools,
        ),
      );
    },
  });
}

/** Σ / n. */
export function average(
  group: readonly string[],
  { sum, gate, constant }: Pick<ScalarTools<unknown>, 'sum' | 'gate' | 'constant'>,
  element?: number,
): string {
  return group.length === 1 ? group[0]! : gate('div', [sum(group, element), constant(group.length)], element);
}
