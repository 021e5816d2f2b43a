import type { LossAttrs } from '../../ops/pointwise-loss.ts';
import { defineScalarRule, type ScalarRule, type ScalarTools } from './define.ts';
import { average } from './reduce.ts';

/** The losses of rows or entries, added or averaged. */
export function settled(losses: readonly string[], tools: ScalarTools<LossAttrs>): string {
  return tools.attrs.reduction === 'mean' ? average(losses, tools) : tools.sum(losses);
}

/** A loss that compares entry by entry. */
export function pairRule(
  op: string,
  pair: (x: string, t: string, tools: ScalarTools<LossAttrs>) => string,
): ScalarRule {
  return defineScalarRule<LossAttrs>({
    op,
    build(tools) {
      const [x, t] = tools.x;
      return [
        settled(
          x!.ids.map((each, at) => pair(each, t!.ids[at]!, tools)),
          tools,
        ),
      ];
    },
  });
}

/**
 * 1 where the class index t is `index`, 0 where it is another: relu(1 − |t − index|), whose slope at whole numbers is 0
 * by convention, as that of a choice is.
 */
export function isClass(t: string, index: number, { gate, constant }: ScalarTools<LossAttrs>): string {
  const distance = gate('abs', [gate('sub', [t, constant(index)])]);
  return gate('relu', [gate('sub', [constant(1), distance])]);
}
