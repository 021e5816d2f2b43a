import type { ScalarTools } from './define.ts';
import { average } from './reduce.ts';

interface Normalized {
  readonly eps: number;
  /** Mean and variance known beforehand, one of each a group. */
  readonly known?: { readonly mean: number; readonly variance: number };
}

/** (x − μ) / √(σ² + ε) · weight + bias for the elements of one group; weight and bias go with the last axis. */
export function normalizeGroup(
  elements: readonly number[],
  tools: ScalarTools<unknown>,
  { eps, known }: Normalized,
  made: string[],
): void {
  const {
    x: [x, weight, bias],
    gate,
    constant,
  } = tools;
  const columns = x!.shape.at(-1)!;
  const group = elements.map((at) => x!.ids[at]!);
  const mean = known ? constant(known.mean) : average(group, tools);
  const centred = group.map((each, at) => gate('sub', [each, mean], elements[at]));
  const variance = known
    ? constant(known.variance)
    : average(
        centred.map((each, at) => gate('square', [each], elements[at])),
        tools,
      );
  const deviation = gate('sqrt', [gate('add', [variance, constant(eps)])]);
  for (const [at, element] of elements.entries()) {
    let y = gate('div', [centred[at]!, deviation], element);
    if (weight) y = gate('mul', [y, weight.ids[element % columns]!], element);
    if (bias) y = gate('add', [y, bias.ids[element % columns]!], element);
    made[element] = y;
  }
}
