import type { ReductionAttrs } from '../../ops/reduction.ts';
import { reduceRule } from './reduce.ts';

export const sum = reduceRule<ReductionAttrs>('sum', (group, element, tools) => tools.sum(group, element));
