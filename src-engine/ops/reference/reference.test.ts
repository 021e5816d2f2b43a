import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { near, type ReferenceNumber, type ReferenceTensor, readReference, toNumbers } from '../../testing/reference.ts';
import { runOp, vjpOf } from '../../testing/run-op.ts';
import { ulps } from '../../testing/ulps.ts';
import type { Attributes, OpCall, OpDefinition } from '../define.ts';
import { findOp, ops } from '../registry.ts';

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

/** Where PyTorch itself is off, by how much, and why. */
interface Exception {
  readonly why: string;
  /** In place of 0 and 1e-14, for values. */
  readonly absolute?: number;
  readonly relative?: number;
  /** Answers that are taken although PyTorch's differs. */
  readonly takes?: (found: number, pytorch: number) => boolean;
}

const limitForNaN = (found: number, pytorch: number) => Number.isNaN(pytorch) && !Number.isNaN(found);

const exceptions: Readonly<Record<string, Exception>> = {
  var: { relative: 1e-13, why: 'one pass (Welford) loses digits where the mean is far larger than the spread' },
  batch_norm: {
    absolute: 1e-15,
    why: 'the mean is folded into the bias, which cancels where the result is close to 0',
  },
  elu: { absolute: 1e-16, why: 'e^x − 1 cancels near 0' },
  selu: { absolute: 1e-16, why: 'e^x − 1 cancels near 0' },
  gelu: {
    absolute: 1e-15,
    takes: limitForNaN,
    why: '1 + erf and 1 + tanh cancel in the left tail, and 0 · ∞ stands for the limit',
  },
  silu: { takes: limitForNaN, why: '−∞ · 0 stands for the limit, 0' },
  mish: { takes: limitForNaN, why: '−∞ · 0 stands for the limit, 0' },
  softsign: { takes: limitForNaN, why: '∞ / ∞ stands for the limits, ±1' },
  sign: { takes: Number.isNaN, why: 'NaN becomes 0 there; here it stays NaN' },
};

function run(op: OpDefinition, { attrs, x, uniform, training = uniform !== undefined }: Case): OpCall<Attributes> {
  const inputs = x.map(({ shape, data }) => ({ shape, data: toNumbers(data) }));
  const draws = uniform?.values();
  return runOp(op, inputs, attrs, { training, ...(draws && { uniform: () => draws.next().value ?? Number.NaN }) });
}

const text = (place: string, found: number, expected: number) => `${place}: ${found} where PyTorch has ${expected}`;

function valueDifferences(op: OpDefinition, call: OpCall<Attributes>, expected: Float64Array): string[] {
  const { absolute = 0, relative = 1e-14, takes = () => false } = exceptions[op.id] ?? {};
  return [...call.y.data].flatMap((found, index) => {
    const wanted = expected[index]!;
    const same = ulps(found, wanted) <= 4 || near(found, wanted, absolute, relative) || takes(found, wanted);
    return same ? [] : [text(`y[${index}]`, found, wanted)];
  });
}

function gradientDifferences(op: OpDefinition, call: OpCall<Attributes>, { dy, dx }: Case): string[] {
  if (!dy || !dx) return [];
  const { takes = () => false } = exceptions[op.id] ?? {};
  return dx.flatMap((expected, slot) => {
    if (!expected) return [];
    const found = vjpOf(op, call, slot, toNumbers(dy));
    return [...toNumbers(expected)].flatMap((wanted, index) =>
      near(found[index]!, wanted, 1e-12, 1e-9) || takes(found[index]!, wanted)
        ? []
        : [text(`dx[${slot}][${index}]`, found[index]!, wanted)],
    );
  });
}

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

test('every op but the leaves has reference values', () => {
  const expected = ops.filter(({ leaf }) => leaf === undefined).map(({ id }) => `${id.replaceAll('_', '-')}.json`);
  expect(files.toSorted()).toEqual(expected.toSorted());
});

describe.each(files)('%s', (file) => {
  const { op: id, cases } = readReference<{ op: string; cases: readonly Case[] }>(new URL(file, folder));
  const op = findOp(id)!;
  test.each(cases.map((each) => [each.name, each] as const))('agrees with PyTorch on %s', (_name, each) => {
    const call = run(op, each);
    expect(call.y.shape).toEqual(each.y.shape);
    const differences = [...valueDifferences(op, call, toNumbers(each.y.data)), ...gradientDifferences(op, call, each)];
    expect(differences.length, differences.join('\n')).toBe(0);
  });
});
