import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { near, type ReferenceNumber, type ReferenceTensor, readReference, toNumbers } from '../../testing/reference.ts';
import { runOp, vjpOf } from '../../testing/run-op.ts';
import { ulps } from '../../testing/ulps.ts';
import type { Attributes, OpCall, OpDefinition } from '../define.ts';
import { lookup } from '../registry.ts';

interface Case {
  readonly name: string;
  readonly attrs?: Attributes;
  readonly training?: boolean;
  /** Draws that decide a random mask; with them the run is a training step. */
  readonly uniform?: readonly number[];
  readonly x: readonly ReferenceTensor[];
  readonly y: ReferenceTensor;
  /** Upstream gradient and the gradient of each slot; left out where values alone are compared. */
  readonly dy?: readonly ReferenceNumber[];
  readonly dx?: readonly (readonly ReferenceNumber[] | null)[];
}

/** Why an op's values may differ from PyTorch's by more than 4 ulp and 1e-14 of the value. */
const looser: Readonly<
  Record<string, { readonly absolute?: number; readonly relative?: number; readonly why: string }>
> = {
  var: {
    relative: 1e-13,
    why: 'PyTorch takes one pass (Welford), which loses digits where the mean is far larger than the spread',
  },
  batch_norm: {
    absolute: 1e-15,
    why: 'PyTorch folds the mean into the bias, which cancels where the result is close to 0',
  },
};

function run(op: OpDefinition, { attrs, x, uniform, training = uniform !== undefined }: Case): OpCall<Attributes> {
  const inputs = x.map(({ shape, data }) => ({ shape, data: toNumbers(data) }));
  const draws = uniform?.values();
  return runOp(op, inputs, attrs, { training, ...(draws && { uniform: () => draws.next().value ?? Number.NaN }) });
}

const text = (place: string, found: number, expected: number) => `${place}: ${found} where PyTorch has ${expected}`;

function valueDifferences(op: OpDefinition, call: OpCall<Attributes>, expected: Float64Array): string[] {
  const { absolute = 0, relative = 1e-14 } = looser[op.id] ?? {};
  return [...call.y.data].flatMap((found, index) => {
    const wanted = expected[index]!;
    const same = ulps(found, wanted) <= 4 || near(found, wanted, absolute, relative);
    return same ? [] : [text(`y[${index}]`, found, wanted)];
  });
}

function gradientDifferences(op: OpDefinition, call: OpCall<Attributes>, { dy, dx }: Case): string[] {
  if (!dy || !dx) return [];
  return dx.flatMap((expected, slot) => {
    if (!expected) return [];
    const found = vjpOf(op, call, slot, toNumbers(dy));
    return [...toNumbers(expected)].flatMap((wanted, index) =>
      near(found[index]!, wanted, 1e-12, 1e-9) ? [] : [text(`dx[${slot}][${index}]`, found[index]!, wanted)],
    );
  });
}

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

test('every op but the leaves has reference values', () => {
  expect(files.length).toBeGreaterThanOrEqual(58);
});

describe.each(files)('%s', (file) => {
  const { op: id, cases } = readReference<{ op: string; cases: readonly Case[] }>(new URL(file, folder));
  const op = lookup(id)!;
  test.each(cases.map((each) => [each.name, each] as const))('agrees with PyTorch on %s', (_name, each) => {
    const call = run(op, each);
    expect(call.y.shape).toEqual(each.y.shape);
    const differences = [...valueDifferences(op, call, toNumbers(each.y.data)), ...gradientDifferences(op, call, each)];
    expect(differences.length, differences.join('\n')).toBe(0);
  });
});
