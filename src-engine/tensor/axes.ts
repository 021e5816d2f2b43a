import { fail } from '../errors/fail.ts';
import { type Shape, shapeText, sizeOf, stridesOf } from './shape.ts';

/** Which axes an op works over: one, several, or `null` for all. Negative ones count from the end. */
export type AxisChoice = number | readonly number[] | null;

/** The axis as an index from 0. A scalar is taken as one axis of length 1, as PyTorch does. Fails with `shape.axis`. */
export function resolveAxis(op: string, axis: number, shape: Shape): number {
  const rank = Math.max(shape.length, 1);
  if (axis < -rank || axis >= rank) fail('shape.axis', { op, axis, shape: shapeText(shape) });
  return axis < 0 ? axis + rank : axis;
}

/** The axes chosen, ascending; all of them for `null` and for an empty list. Fails where one is named twice. */
export function resolveAxes(op: string, choice: AxisChoice, shape: Shape): number[] {
  const named = choice === null ? [] : typeof choice === 'number' ? [choice] : choice;
  if (named.length === 0) return shape.map((_, axis) => axis);
  const axes = named.map((axis) => resolveAxis(op, axis, shape));
  if (new Set(axes).size < axes.length) {
    fail('shape.mismatch', { op, expected: 'each axis named once', found: `dim [${named.join(', ')}]` });
  }
  return axes.filter((axis) => axis < shape.length).sort((a, b) => a - b);
}

/** What remains of `shape` when `axes` are reduced: they vanish, or become 1 with `keepdim`. */
export function reducedShape(shape: Shape, axes: readonly number[], keepdim: boolean): Shape {
  return keepdim
    ? shape.map((length, axis) => (axes.includes(axis) ? 1 : length))
    : shape.filter((_, axis) => !axes.includes(axis));
}

/** Offsets into a tensor, row-major, of every position along the axes named, the other axes at 0. */
function offsetsAlong(shape: Shape, axes: readonly number[]): Int32Array {
  const strides = stridesOf(shape);
  const offsets = new Int32Array(sizeOf(axes.map((axis) => shape[axis]!)));
  let filled = 1; // innermost axes first
  for (const axis of axes.toReversed()) {
    for (let index = 1; index < shape[axis]!; index++) {
      for (let below = 0; below < filled; below++) {
        offsets[index * filled + below] = offsets[below]! + index * strides[axis]!;
      }
    }
    filled *= shape[axis]!;
  }
  return offsets;
}

/** A reduction's elements: output element o is made of the inputs at `outer[o] + inner[r]`, for every r. */
export interface ReductionOffsets {
  readonly outer: Int32Array;
  readonly inner: Int32Array;
}

export function reductionOffsets(shape: Shape, axes: readonly number[]): ReductionOffsets {
  const kept = shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  return { outer: offsetsAlong(shape, kept), inner: offsetsAlong(shape, axes) };
}

/** One axis of a row-major tensor: element k of a line lies at `outer · length · inner + k · inner + inner index`. */
export interface AxisSpan {
  /** Product of the axes before it. */
  readonly outer: number;
  readonly length: number;
  /** Product of the axes after it: elements between neighbours along it. */
  readonly inner: number;
}

/** `axis` as {@link resolveAxis} gives it. */
export function axisSpan(shape: Shape, axis: number): AxisSpan {
  return { outer: sizeOf(shape.slice(0, axis)), length: shape[axis] ?? 1, inner: sizeOf(shape.slice(axis + 1)) };
}
