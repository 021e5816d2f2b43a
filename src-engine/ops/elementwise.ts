import type { Shape } from '../tensor/shape.ts';
import type { Attributes, Kink, OpCall, OpDefinition } from './define.ts';
import { lift, type OneSided, type Stated } from './lift.ts';
import { at, findKinks, isSame, reach } from './operands.ts';

export interface Unary<A> extends Stated<A> {
  y(x: number, attrs: A): number;
  dydx(x: number, y: number, attrs: A): number;
  /** The inputs at which the derivative jumps or does not exist. */
  corners?(attrs: A): readonly (OneSided & { readonly at: number })[];
}

/** Shapes that broadcast in every way: equal, against a scalar, along the first, the last and both axes. */
const pairs: readonly (readonly Shape[])[] = [
  [[], []],
  [[4], [4]],
  [[2, 3], []],
  [[], [3]],
  [[2, 3], [3]],
  [[3], [2, 3]],
  [
    [2, 1],
    [1, 3],
  ],
  [
    [2, 3, 2],
    [3, 1],
  ],
];
const triples: readonly (readonly Shape[])[] = [
  [[], [], []],
  [[2, 3], [3], []],
  [[2, 1], [2, 3], [3], [1]],
];

/** y = f(x), element by element. */
export function unary<A = Attributes>(rule: Unary<A>): OpDefinition<A> {
  const { y: f, dydx, corners, selects = false, ...rest } = rule;
  return lift({
    ...rest,
    slots: { names: ['x'], counts: [1] },
    testing: { domain: [[-3, 3]], shapes: [[[]], [[7]], [[2, 3]], [[2, 1, 3]]], ...rest.testing },
    selects,
    rows: 0,
    forward({ x, y: { data: y }, attrs }) {
      const from = x[0]!.data;
      for (let index = 0; index < y.length; index++) y[index] = f(from[index]!, attrs);
    },
    derivative({ x, y: { data: y }, attrs }, _slot, out, start) {
      const from = x[0]!.data;
      for (let index = 0; index < y.length; index++) out[start + index] = dydx(from[index]!, y[index]!, attrs);
    },
    ...(corners && {
      kinks({ x, y: { data: y }, attrs }: OpCall<A>, within = 0) {
        const kinks: Kink[] = [];
        const points = corners(attrs);
        x[0]!.data.forEach((value, index) => {
          const corner = points.find(({ at }) => Math.abs(value - at) <= within);
          if (corner)
            kinks.push({ slot: 0, index, left: corner.left, right: corner.right, used: dydx(value, y[index]!, attrs) });
        });
        return kinks;
      },
    }),
  });
}

export interface Binary<A> extends Stated<A> {
  y(a: number, b: number, attrs: A): number;
  dyda(a: number, b: number, y: number, attrs: A): number;
  dydb(a: number, b: number, y: number, attrs: A): number;
  /** What happens at (a, b) when the input of `slot` moves, where a point without derivative is no further than `within`. */
  corner?(a: number, b: number, slot: number, within: number): OneSided | null;
}

/** y = f(a, b), element by element, with broadcasting. */
export function binary<A = Attributes>(rule: Binary<A>): OpDefinition<A> {
  const { y: f, dyda, dydb, corner, selects = false, ...rest } = rule;
  return lift({
    ...rest,
    slots: { names: ['a', 'b'], counts: [2] },
    testing: { domain: [[-3, 3]], shapes: pairs, ...rest.testing },
    selects,
    rows: 0,
    forward(call) {
      const { x, y, attrs } = call;
      const a = reach(call, 0);
      const b = reach(call, 1);
      const from = x[0]!.data;
      const by = x[1]!.data;
      const to = y.data;
      if (isSame(a) && isSame(b)) {
        for (let index = 0; index < to.length; index++) to[index] = f(from[index]!, by[index]!, attrs);
        return;
      }
      for (let index = 0; index < to.length; index++) to[index] = f(from[at(a, index)]!, by[at(b, index)]!, attrs);
    },
    derivative(call, slot, out, start) {
      const { x, y, attrs } = call;
      const a = reach(call, 0);
      const b = reach(call, 1);
      const from = x[0]!.data;
      const by = x[1]!.data;
      const to = y.data;
      const derivative = slot === 0 ? dyda : dydb;
      for (let index = 0; index < to.length; index++)
        out[start + index] = derivative(from[at(a, index)]!, by[at(b, index)]!, to[index]!, attrs);
    },
    ...(corner && {
      kinks(call: OpCall<A>, within = 0) {
        const { x, y, attrs } = call;
        return findKinks(call, (slot, index) => {
          const [from, by] = [x[0]!.data[at(reach(call, 0), index)]!, x[1]!.data[at(reach(call, 1), index)]!];
          const found = corner(from, by, slot, within);
          return found && { ...found, used: (slot === 0 ? dyda : dydb)(from, by, y.data[index]!, attrs) };
        });
      },
    }),
  });
}

export interface Variadic<A> extends Stated<A> {
  /** y = fold(… fold(x₀, x₁) …, xₙ). */
  fold(y: number, x: number): number;
  /** ∂y/∂x[slot]; the first `count` numbers of `x` are one element of each input. */
  dydx(x: Float64Array, slot: number, count: number, y: number): number;
  corner?(x: Float64Array, slot: number, count: number, within: number): OneSided | null;
}

/** y from two or more inputs, element by element, with broadcasting. */
export function variadic<A = Attributes>(rule: Variadic<A>): OpDefinition<A> {
  const { fold, dydx, corner, selects = false, ...rest } = rule;
  /** One element of each input, into the first places of the scratch memory. */
  const gather = (call: OpCall<A>, index: number) => {
    const { x, scratch } = call;
    for (let slot = 0; slot < x.length; slot++) scratch[slot] = x[slot]!.data[at(reach(call, slot), index)]!;
  };
  return lift({
    ...rest,
    slots: { names: ['a', 'b'], counts: { atLeast: 2 } },
    testing: { domain: [[-3, 3]], shapes: [...pairs, ...triples], ...rest.testing },
    selects,
    rows: 1,
    forward(call) {
      const { x } = call;
      const y = call.y.data;
      for (let slot = 0; slot < x.length; slot++) {
        const from = x[slot]!.data;
        const where = reach(call, slot);
        if (slot === 0) for (let index = 0; index < y.length; index++) y[index] = from[at(where, index)]!;
        else if (isSame(where)) for (let index = 0; index < y.length; index++) y[index] = fold(y[index]!, from[index]!);
        else for (let index = 0; index < y.length; index++) y[index] = fold(y[index]!, from[at(where, index)]!);
      }
    },
    derivative(call, slot, out, start) {
      const { x, scratch } = call;
      const y = call.y.data;
      if (x.length !== 2) {
        for (let index = 0; index < y.length; index++) {
          gather(call, index);
          out[start + index] = dydx(scratch, slot, x.length, y[index]!);
        }
        return;
      }
      const a = reach(call, 0);
      const b = reach(call, 1);
      const first = x[0]!.data;
      const second = x[1]!.data;
      for (let index = 0; index < y.length; index++) {
        scratch[0] = first[at(a, index)]!;
        scratch[1] = second[at(b, index)]!;
        out[start + index] = dydx(scratch, slot, 2, y[index]!);
      }
    },
    ...(corner && {
      kinks(call: OpCall<A>, within = 0) {
        const { x, y, scratch } = call;
        return findKinks(call, (slot, index) => {
          gather(call, index);
          const found = corner(scratch, slot, x.length, within);
          return found && { ...found, used: dydx(scratch, slot, x.length, y.data[index]!) };
        });
      },
    }),
  });
}
