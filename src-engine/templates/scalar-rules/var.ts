import type { ReductionAttrs } from '../../ops/reduction.ts';
import { average, reduceRule } from './reduce.ts';

type Attrs = ReductionAttrs & { readonly correction: number };

export const variance = reduceRule<Attrs>('var', (group, element, tools) => {
  const { gate, constant, sum, attrs } = tools;
  const count = Math.max(group.length - attrs.correction, 0);
  const centre = average(group, tools, element);
  const squares = group.map((each) => gate('square', [gate('sub', [each, centre], element)], element));
  return gate('div', [sum(squares, element), constant(count)], element);
});
