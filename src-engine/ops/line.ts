import type { Line } from '../kernels/softmax.ts';
import { axisSpan, resolveAxis } from '../tensor/axes.ts';
import type { Shape } from '../tensor/shape.ts';
import { dim } from './attributes.ts';
import type { AttributeRules, OpCall } from './define.ts';

export type LineAttrs = { readonly dim: number };

export const lineAttrs: AttributeRules<LineAttrs> = {
  dim: dim({ default: -1, description: 'Axis along which the entries compete.' }),
};

/** The input's own shape; fails where it lacks the axis. */
export function lineShape(op: string, x: Shape, attrs: LineAttrs): Shape {
  resolveAxis(op, attrs.dim, x);
  return x;
}

/** Visits every line of the tensor along `dim`. */
export function forEachLine(op: string, { attrs, x }: OpCall<LineAttrs>, visit: (line: Line) => void): void {
  const { shape } = x[0]!;
  const { outer, length, inner } = axisSpan(shape, resolveAxis(op, attrs.dim, shape));
  for (let block = 0; block < outer; block++) {
    for (let lane = 0; lane < inner; lane++) visit({ start: block * length * inner + lane, length, step: inner });
  }
}

export const lineTrials = { shapes: [[[4]], [[2, 3]], [[2, 3, 2]]], attrs: [{ dim: 0 }] } as const;
