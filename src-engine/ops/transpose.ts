import { resolveAxis } from '../tensor/axes.ts';
import { memo } from '../tensor/memo.ts';
import { type Shape, stridesOf } from '../tensor/shape.ts';
import { dim } from './attributes.ts';
import { defineOp, type OpCall } from './define.ts';
import { factor } from './latex.ts';

type Attrs = { readonly dim0: number; readonly dim1: number };

export const transpose = defineOp<Attrs>({
  id: 'transpose',
  name: 'Transpose',
  category: 'shape',
  aliases: ['swap axes', 'permute', 'T', '⊤'],
  glyph: 'M3.5 3.5h9M8 3.5v9',
  slots: { names: ['x'], counts: [1] },
  attrs: {
    dim0: dim({ default: -2, description: 'One of the two axes that change places.' }),
    dim1: dim({ default: -1, description: 'The other one.' }),
  },
  elementwise: false,

  shape([x], attrs) {
    const [first, second] = axesOf(x!, attrs);
    const shape = [...x!];
    if (first < shape.length) [shape[first], shape[second]] = [shape[second]!, shape[first]!];
    return shape;
  },
  forward(call) {
    const from = sources(call);
    const [x, y] = [call.x[0]!.data, call.y.data];
    for (let index = 0; index < y.length; index++) y[index] = x[from[index]!]!;
  },
  vjp(call, _slot, dy, dx) {
    const from = sources(call);
    for (let index = 0; index < dy.length; index++) dx[from[index]!] = dy[index]!;
  },

  latex: {
    forward: ([x]) => `{${factor(x!)}}^{\\top}`,
    local: () => '{\\bar{y}}^{\\top}',
  },
  intuition: {
    lead: 'Transpose turns gradients back.',
    more: 'Rows became columns, so the gradient is transposed once more and each number meets its own.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.transpose.html',
  testing: {
    domain: [[-3, 3]],
    shapes: [[[2, 3]], [[2, 3, 4]]],
    attrs: [
      { dim0: 0, dim1: 1 },
      { dim0: 0, dim1: -1 },
    ],
  },
});

const axesOf = (x: Shape, { dim0, dim1 }: Attrs) =>
  [resolveAxis('transpose', dim0, x), resolveAxis('transpose', dim1, x)] as const;

/** For every element of y, the offset in x it comes from. */
const sources = memo((call: OpCall<Attrs>) => {
  const x = call.x[0]!.shape;
  const [first, second] = axesOf(x, call.attrs);
  const strides = stridesOf(x);
  if (x.length > 0) [strides[first], strides[second]] = [strides[second]!, strides[first]!];
  const { shape, data } = call.y;
  const offsets = new Int32Array(data.length);
  let filled = 1; // innermost axes first
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    for (let index = 1; index < shape[axis]!; index++) {
      const shift = index * strides[axis]!;
      for (let below = 0; below < filled; below++) offsets[index * filled + below] = offsets[below]! + shift;
    }
    filled *= shape[axis]!;
  }
  return offsets;
});
