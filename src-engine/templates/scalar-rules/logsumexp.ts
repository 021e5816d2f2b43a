import type { ReductionAttrs } from '../../ops/reduction.ts';
import { exponentialsOf } from './exponentials.ts';
import { reduceRule } from './reduce.ts';

export const logsumexp = reduceRule<ReductionAttrs>('logsumexp', (group, element, tools) => {
  const { total, largest } = exponentialsOf(group, tools, []);
  const log = tools.gate('log', [total], element);
  return largest === null ? log : tools.gate('add', [log, largest], element);
});
