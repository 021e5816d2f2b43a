import { fail } from '../errors/fail.ts';
import type { OpTable } from '../graph/node-problems.ts';
import type { Attributes, LeafKind, OpCall, OpDefinition } from '../ops/define.ts';
import { broadcastOffsets, broadcastShapes, sumToShape } from '../tensor/broadcast.ts';
import { parseLiteral } from '../tensor/parse-literal.ts';
import { type Shape, shapeText, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/**
 * A handful of ops written as plainly as can be, so that tests of the machinery stand on something other than the
 * registry's own ops.
 */
const base = {
  aliases: [],
  glyph: '',
  attrs: {},
  latex: { forward: () => '', local: () => '' },
  intuition: { lead: '', more: '' },
  source: '',
  testing: { domain: [], shapes: [] },
} as const;

type LeafAttributes = { readonly value: Tensor };

const leaf = (id: LeafKind): OpDefinition<LeafAttributes> => ({
  ...base,
  id,
  name: id,
  category: 'values',
  leaf: id,
  slots: { names: [], counts: [0] },
  attrs: { value: { default: undefined, schema: {}, description: '', read: parseLiteral } },
  elementwise: false,
  shape: (_, { value }) => value.shape,
  forward: ({ attrs, y }) => y.data.set(attrs.value.data),
  vjp: () => fail('engine.internal', { detail: 'a leaf has no inputs' }),
});

/** y = f(x₀, x₁, …) element by element, with broadcasting. */
function elementwise(
  id: string,
  names: readonly string[],
  counts: readonly number[] | { readonly atLeast: number },
  f: (x: readonly number[]) => number,
  derivative: (x: readonly number[], slot: number) => number,
  kink?: (x: number) => boolean,
): OpDefinition {
  const shape = (x: readonly Shape[]): Shape =>
    x.reduce((a, b) => broadcastShapes(a, b) ?? fail('shape.broadcast', { op: id, a: shapeText(a), b: shapeText(b) }));
  const each = ({ x, y }: OpCall<Attributes>, visit: (at: readonly number[], index: number) => void) => {
    const offsets = x.map((input) => broadcastOffsets(input.shape, y.shape));
    for (let index = 0; index < y.data.length; index++)
      visit(
        x.map(({ data }, slot) => data[offsets[slot]?.[index] ?? index]!),
        index,
      );
  };
  return {
    ...base,
    id,
    name: id,
    category: 'arithmetic',
    slots: { names, counts },
    elementwise: true,
    shape,
    forward: (call) =>
      each(call, (x, index) => {
        call.y.data[index] = f(x);
      }),
    vjp(call, slot, dy, dx) {
      const full = new Float64Array(sizeOf(call.y.shape));
      each(call, (x, index) => {
        full[index] = dy[index]! * derivative(x, slot);
      });
      sumToShape(full, broadcastOffsets(call.x[slot]!.shape, call.y.shape), dx);
    },
    local: (call, slot, out) =>
      each(call, (x, index) => {
        out[index] = derivative(x, slot);
      }),
    ...(kink && {
      kinks: ({ x }: OpCall<Attributes>) =>
        Array.from(x[0]!.data.keys())
          .filter((index) => kink(x[0]!.data[index]!))
          .map((index) => ({ slot: 0, index, left: derivative([-1], 0), right: derivative([1], 0), used: 0 })),
    }),
  };
}

const product = (x: readonly number[]) => x.reduce((a, b) => a * b);

const sum: OpDefinition = {
  ...base,
  id: 'sum',
  name: 'sum',
  category: 'reduce',
  slots: { names: ['x'], counts: [1] },
  elementwise: false,
  shape: () => [],
  forward: ({ x, y }) => {
    y.data[0] = x[0]!.data.reduce((a, b) => a + b);
  },
  vjp: (_, __, dy, dx) => {
    dx.fill(dy[0]!);
  },
};

/** Refuses negative numbers when it runs, as ops with class indices do. */
const picky: OpDefinition = {
  ...elementwise(
    'picky',
    ['x'],
    [1],
    ([x]) => x!,
    () => 1,
  ),
  forward: ({ x, y }) => {
    for (const value of x[0]!.data) if (value < 0) fail('value.class-index', { op: 'picky', found: value, classes: 2 });
    y.data.set(x[0]!.data);
  },
};

/** Adds noise, drawn once for each step. */
const noise: OpDefinition = {
  ...elementwise(
    'noise',
    ['x'],
    [1],
    ([x]) => x!,
    () => 1,
  ),
  scratch: ([x]) => sizeOf(x!),
  prepare: ({ scratch }, uniform) => {
    for (let index = 0; index < scratch.length; index++) scratch[index] = uniform();
  },
  forward: ({ x, y, scratch }) => {
    for (let index = 0; index < scratch.length; index++) y.data[index] = x[0]!.data[index]! + scratch[index]!;
  },
};

const relu = elementwise(
  'relu',
  ['x'],
  [1],
  ([x]) => Math.max(0, x!),
  ([x]) => (x! > 0 ? 1 : 0),
  (x) => x === 0,
);

/** A relu whose author forgot that it has a kink. */
const silent: OpDefinition = elementwise(
  'silent',
  ['x'],
  [1],
  ([x]) => Math.max(0, x!),
  ([x]) => (x! > 0 ? 1 : 0),
);

const all: readonly OpDefinition[] = [
  leaf('input') as OpDefinition,
  leaf('parameter') as OpDefinition,
  leaf('constant') as OpDefinition,
  elementwise(
    'add',
    ['a', 'b'],
    { atLeast: 2 },
    (x) => x.reduce((a, b) => a + b),
    () => 1,
  ),
  elementwise('mul', ['a', 'b'], { atLeast: 2 }, product, (x, slot) => product(x.with(slot, 1))),
  elementwise(
    'sub',
    ['a', 'b'],
    [2],
    ([a, b]) => a! - b!,
    (_, slot) => (slot === 0 ? 1 : -1),
  ),
  elementwise(
    'square',
    ['x'],
    [1],
    ([x]) => x! * x!,
    ([x]) => 2 * x!,
  ),
  elementwise(
    'sqrt',
    ['x'],
    [1],
    ([x]) => Math.sqrt(x!),
    ([x]) => 0.5 / Math.sqrt(x!),
  ),
  elementwise(
    'wrong',
    ['x'],
    [1],
    ([x]) => x! * x!,
    ([x]) => x!,
  ), // half the derivative it should have
  elementwise(
    'abs',
    ['x'],
    [1],
    ([x]) => Math.abs(x!),
    ([x]) => Math.sign(x!),
    (x) => x === 0,
  ),
  {
    ...elementwise(
      'error',
      ['prediction', 'target'],
      [2],
      ([a, b]) => (a! - b!) ** 2,
      ([a, b], slot) => (slot === 0 ? 2 : -2) * (a! - b!),
    ),
    category: 'loss',
  },
  { ...relu },
  silent,
  sum,
  picky,
  noise,
];

export const smallOps: OpTable = new Map(all.map((op) => [op.id, op]));
