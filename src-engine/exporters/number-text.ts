import { shapeText } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

const DIGITS = 6;
const MOST_ELEMENTS = 4;

/** Six significant digits without trailing zeros. */
export function numberText(value: number): string {
  return Number.isFinite(value) ? `${Number(value.toPrecision(DIGITS))}` : `${value}`;
}

/** A scalar's number; a tensor's shape and first elements. */
export function tensorText({ shape, data }: Tensor): string {
  if (shape.length === 0) return numberText(data[0]!);
  const shown = Array.from(data.subarray(0, MOST_ELEMENTS), numberText).join(', ');
  return `${shapeText(shape)} ${shown}${data.length > MOST_ELEMENTS ? ', …' : ''}`;
}
