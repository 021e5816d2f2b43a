import { fail } from '../errors/fail.ts';
import { broadcastShapes } from '../tensor/broadcast.ts';
import { type Shape, shapeText, sizeOf } from '../tensor/shape.ts';
import { type AttributeRules, defineOp, type OpCall, type OpDefinition, type OpTesting } from './define.ts';
import { isSame, reach, sumBack } from './operands.ts';

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
export interface Stated<A> extends Omit<OpDefinition<A>, Supplied> {
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

interface Lifted<A> extends Omit<OpDefinition<A>, 'attrs' | 'elementwise' | 'shape' | 'scratch' | 'vjp' | 'local'> {
  readonly attrs?: AttributeRules<A>;
  readonly selects: boolean;
  /** Scratch numbers per input, before the room for a derivative of y's shape. */
  readonly rows: number;
  /** ∂y/∂x[slot] for each element of y, written to `out` from `start` on. */
  derivative(call: OpCall<A>, slot: number, out: Float64Array, start: number): void;
}

/** Shape rule, local and vector-Jacobian product for an op that has one derivative per element of y. */
export function lift<A>({ derivative, selects, rows, ...rest }: Lifted<A>): OpDefinition<A> {
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
