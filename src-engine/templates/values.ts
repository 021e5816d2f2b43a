import type { TensorLiteral } from '../tensor/literal.ts';
import { parseLiteral, toLiteral } from '../tensor/parse-literal.ts';
import { type Shape, sameShape, sizeOf, stridesOf } from '../tensor/shape.ts';

/**
 * A leaf's value once its template's shape goes `from` one `to` another: axes that change get their new length, the
 * others stay as they are. Numbers that have a place in both stay bit for bit; new ones come from `fresh`, repeated.
 * `null` where nothing changes.
 */
export function resizedValue(value: unknown, from: Shape, to: Shape, fresh: unknown): TensorLiteral | null {
  const now = parseLiteral(value, 'value');
  if (sameShape(from, to)) return null;
  const drawn = parseLiteral(fresh, 'value');
  if (now.shape.length !== to.length || from.length !== to.length) return toLiteral(drawn);
  const shape = to.map((length, axis) => (length === from[axis] ? now.shape[axis]! : length));
  const strides = stridesOf(now.shape);
  const freshStrides = stridesOf(drawn.shape);
  const at = new Array<number>(shape.length).fill(0);
  const data = Float64Array.from({ length: sizeOf(shape) }, () => {
    let old = 0;
    let other = 0;
    let kept = true;
    for (let axis = 0; axis < shape.length; axis++) {
      kept &&= at[axis]! < now.shape[axis]!;
      old += at[axis]! * strides[axis]!;
      other += (at[axis]! % drawn.shape[axis]!) * freshStrides[axis]!;
    }
    for (let axis = shape.length - 1; axis >= 0 && ++at[axis]! === shape[axis]!; axis--) at[axis] = 0;
    return kept ? now.data[old]! : drawn.data[other]!;
  });
  return toLiteral({ shape, data });
}
