import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sizeOf } from '../../tensor/shape.ts';
import { near, type ReferenceNumber, type ReferenceTensor, readReference, toNumbers } from '../../testing/reference.ts';
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

/** Settings as the document reader makes them: the op's own rules, defaults where left out. */
function settings(op: OpDefinition, raw: Attributes = {}): Attributes {
  for (const key of Object.keys(raw)) expect(op.attrs, `${op.id} knows ${key}`).toHaveProperty(key);
  return Object.fromEntries(
    Object.entries(op.attrs).map(([key, rule]) => [key, key in raw ? rule.read(raw[key], key) : rule.default]),
  );
}

function bind(op: OpDefinition, { attrs, x, uniform, training = uniform !== undefined }: Case): OpCall<Attributes> {
  const inputs = x.map(({ shape, data }) => ({ shape, data: toNumbers(data) }));
  const shapes = inputs.map(({ shape }) => shape);
  const read = settings(op, attrs);
  const shape = op.shape(shapes, read);
  const call: OpCall<Attributes> = {
    attrs: read,
    x: inputs,
    y: { shape, data: new Float64Array(sizeOf(shape)) },
    scratch: new Float64Array(op.scratch?.(shapes, read) ?? 0),
    training,
  };
  const draws = uniform?.values();
  if (draws) op.prepare?.(call, () => draws.next().value ?? 0);
  op.forward(call);
  return call;
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
    const found = new Float64Array(call.x[slot]!.data.length).fill(Number.NaN);
    op.vjp(call, slot, toNumbers(dy), found);
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
    const call = bind(op, each);
    expect(call.y.shape).toEqual(each.y.shape);
    const differences = [...valueDifferences(op, call, toNumbers(each.y.data)), ...gradientDifferences(op, call, each)];
    expect(differences.length, differences.join('\n')).toBe(0);
  });
});
