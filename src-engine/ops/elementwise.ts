import { fail } from '../errors/fail.ts';
import { broadcastShapes } from '../tensor/broadcast.ts';
import { type Shape, shapeText, sizeOf } from '../tensor/shape.ts';
import {
  type AttributeRules,
  type Attributes,
  defineOp,
  type Kink,
  type OpCall,
  type OpDefinition,
  type OpTesting,
} from './define.ts';
import { at, findKinks, isSame, reach, sumBack } from './operands.ts';

type Supplied =
  | 'slots'
  | 'attrs'
  | 'elementwise'
  | 'shape'
  | 'scratch'
  | 'forward'
  | 'vjp'
  | 'local'
  | 'kinks'
  | 'testing';

/** What every elementwise op states beside its rule and its derivative. */
interface Stated<A> extends Omit<OpDefinition<A>, Supplied> {
  readonly attrs?: AttributeRules<A>;
  /** Where given, in place of the open interval (−3, 3) and a spread of shapes. */
  readonly testing?: Partial<OpTesting<A>>;
  /**
   * Whether a derivative of 0 means that this input was not chosen, so that nothing flows back, not even from an
   * upstream gradient that is infinite or NaN. Otherwise 0 · ∞ is NaN, as PyTorch has it.
   */
  readonly selects?: boolean;
}

/** The one-sided derivatives at a point without derivative; NaN where there is none. */
export interface OneSided {
  readonly left: number;
  readonly right: number;
}

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
      for (let index = 0; index < y.data.length; index++)
        y.data[index] = f(from[at(a, index)]!, by[at(b, index)]!, attrs);
    },
    derivative(call, slot, out, start) {
      const { x, y, attrs } = call;
      const a = reach(call, 0);
      const b = reach(call, 1);
      const from = x[0]!.data;
      const by = x[1]!.data;
      const derivative = slot === 0 ? dyda : dydb;
      for (let index = 0; index < y.data.length; index++)
        out[start + index] = derivative(from[at(a, index)]!, by[at(b, index)]!, y.data[index]!, attrs);
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
      const { x, y } = call;
      for (let slot = 0; slot < x.length; slot++) {
        const from = x[slot]!.data;
        const where = reach(call, slot);
        if (slot === 0) for (let index = 0; index < y.data.length; index++) y.data[index] = from[at(where, index)]!;
        else
          for (let index = 0; index < y.data.length; index++)
            y.data[index] = fold(y.data[index]!, from[at(where, index)]!);
      }
    },
    derivative(call, slot, out, start) {
      const { x, y, scratch } = call;
      for (let index = 0; index < y.data.length; index++) {
        gather(call, index);
        out[start + index] = dydx(scratch, slot, x.length, y.data[index]!);
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

interface Lifted<A> extends Omit<OpDefinition<A>, 'attrs' | 'elementwise' | 'shape' | 'scratch' | 'vjp' | 'local'> {
  readonly attrs?: AttributeRules<A>;
  readonly selects: boolean;
  /** Scratch numbers per input, before the room for a derivative of y's shape. */
  readonly rows: number;
  /** ∂y/∂x[slot] for each element of y, written to `out` from `start` on. */
  derivative(call: OpCall<A>, slot: number, out: Float64Array, start: number): void;
}

/** Shape rule, local and vector-Jacobian product for an op that has one derivative per element of y. */
function lift<A>({ derivative, selects, rows, ...rest }: Lifted<A>): OpDefinition<A> {
  const shape = (x: readonly Shape[]) => commonShape(rest.id, x);
  return defineOp<A>({
    ...rest,
    // No rules are rules for no settings
    attrs: rest.attrs ?? ({} as AttributeRules<A>),
    elementwise: true,
    shape,
    scratch(x) {
      const size = sizeOf(shape(x));
      return rows * x.length + (x.every((each) => sizeOf(each) === size) ? 0 : size);
    },
    local: (call, slot, out) => derivative(call, slot, out, 0),
    vjp(call, slot, dy, dx) {
      const where = reach(call, slot);
      const direct = isSame(where);
      const out = direct ? dx : call.scratch;
      const start = direct ? 0 : rows * call.x.length;
      derivative(call, slot, out, start);
      for (let index = 0; index < dy.length; index++) {
        const local = out[start + index]!;
        out[start + index] = selects && local === 0 ? 0 : dy[index]! * local;
      }
      if (!direct) sumBack(out.subarray(start, start + dy.length), where, dx);
    },
  });
}

/** The shape all inputs broadcast to. Fails with `shape.broadcast`. */
function commonShape(op: string, x: readonly Shape[]): Shape {
  return x.reduce(
    (common, each) =>
      broadcastShapes(common, each) ?? fail('shape.broadcast', { op, a: shapeText(common), b: shapeText(each) }),
  );
}
