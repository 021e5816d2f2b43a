import type { ParsedExpression } from './expression.ts';

/** Indices of the steps that the result depends on, operands first. */
export function usedSteps({ steps, result }: ParsedExpression): readonly number[] {
  const used = new Set<number>([result]);
  for (let index = result; index >= 0; index--) {
    const step = steps[index]!;
    if (used.has(index) && step.kind === 'op') for (const input of step.inputs) used.add(input);
  }
  return [...used].sort((a, b) => a - b);
}
