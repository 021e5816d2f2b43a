import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../data/define.ts';
import type { RateOption } from './define.ts';
import { optimizers } from './registry.ts';

interface Case {
  readonly optimizer: string;
  readonly options: Readonly<Record<string, number | boolean>> & RateOption;
  readonly start: readonly number[];
  readonly gradients: readonly number[];
  readonly after: Readonly<Record<string, readonly number[]>>;
}
const { cases } = JSON.parse(readFileSync(new URL('../reference/optimizers.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Case[];
};

describe.each([...optimizers.values()])('$id', (optimizer) => {
  const own = cases.filter((each) => each.optimizer === optimizer.id);

  it('has reference values', () => {
    expect(own.length).toBeGreaterThan(0);
  });

  it.each(own)('does what torch.optim does for a hundred steps: $options', ({ options, start, gradients, after }) => {
    const read = readOptions(optimizer.options, options, 'optimizer');
    const size = start.length;
    const parameters = Float64Array.from(start);
    const state = optimizer.state.map(() => new Float64Array(size));
    for (let step = 1; step <= 100; step++) {
      const gradient = Float64Array.from(gradients.slice((step - 1) * size, step * size));
      const call = { options: read, rate: options.learningRate, step, decay: true };
      optimizer.update(call, parameters, gradient, state, 0, size);
      after[step]?.forEach((expected, index) => {
        expect(Math.abs(parameters[index]! - expected)).toBeLessThan(1e-10 * Math.max(1, Math.abs(expected)));
      });
    }
    expect(Object.keys(after)).toEqual(['1', '2', '10', '100']);
  });

  it('explains the step it takes', () => {
    const options = readOptions(optimizer.options, { learningRate: 0.1 }, 'optimizer');
    const state = optimizer.state.map(() => Float64Array.of(0.25));
    const parameters = Float64Array.of(2);
    const call = { options, rate: 0.1, step: 3, decay: false };
    const terms = optimizer.explain(
      call,
      -0.5,
      state.map((slot) => slot[0]!),
    );
    optimizer.update(call, parameters, Float64Array.of(-0.5), state, 0, 1);
    expect(terms.at(-1)!.symbol).toBe('\\Delta w');
    expect(terms.at(-1)!.value).toBeCloseTo(parameters[0]! - 2, 14);
  });

  it('leaves elements outside its range alone', () => {
    const options = readOptions(optimizer.options, {}, 'optimizer');
    const parameters = Float64Array.of(1, 1, 1);
    const state = optimizer.state.map(() => new Float64Array(3));
    const call = { options, rate: 0.1, step: 1, decay: true };
    optimizer.update(call, parameters, Float64Array.of(1, 1, 1), state, 1, 2);
    expect([parameters[0], parameters[2]]).toEqual([1, 1]);
    expect(parameters[1]).toBeLessThan(1);
  });
});
