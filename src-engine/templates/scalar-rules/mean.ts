import type { ReductionAttrs } from '../../ops/reduction.ts';
import { average, reduceRule } from './reduce.ts';

export const mean = reduceRule<ReductionAttrs>('mean', (group, element, tools) => average(group, tools, element));
