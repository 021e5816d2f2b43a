import type { ReductionAttrs } from '../../ops/reduction.ts';
import { reduceRule } from './reduce.ts';

export const amax = reduceRule<ReductionAttrs>('amax', (group, element, { gate }) =>
  group.length === 1 ? group[0]! : gate('maximum', group, element),
);
