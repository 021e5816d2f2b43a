import { fail } from '../errors/fail.ts';
import { axisSpan, resolveAxis } from '../tensor/axes.ts';
import { type Shape, shapeText } from '../tensor/shape.ts';
import { dim } from './attributes.ts';
import { defineOp, type OpCall } from './define.ts';

type Attrs = { readonly dim: number };

export const cat = defineOp<Attrs>({
  id: 'cat',
  name: 'Concatenate',
  category: 'shape',
  aliases: ['concat', 'join', 'append'],
  glyph: 'M2.5 4h4v8h-4zM9.5 4h4v8h-4zM6.5 8h3',
  slots: { names: ['a', 'b'], counts: { atLeast: 2 } },
  attrs: { dim: dim({ default: 0, description: 'Axis along which the inputs are laid end to end.' }) },
  elementwise: false,

  shape(x, attrs) {
    const first = x[0]!;
    if (x.some((shape) => shape.length === 0)) {
      fail('shape.mismatch', {
        op: 'cat',
        expected: 'inputs with at least one axis',
        found: x.map(shapeText).join(' and '),
      });
    }
    const axis = resolveAxis('cat', attrs.dim, first);
    for (const shape of x) {
      if (shape.length === first.length && shape.every((length, at) => at === axis || length === first[at])) continue;
      const expected = `shapes that differ in axis ${axis} alone`;
      fail('shape.mismatch', { op: 'cat', expected, found: `${shapeText(first)} and ${shapeText(shape)}` });
    }
    const length = x.reduce((sum, shape) => sum + shape[axis]!, 0);
    return first.with(axis, length);
  },
  forward(call) {
    call.x.forEach(({ data }, slot) => {
      const { rows, width, pitch, start } = placeOf(call, slot);
      for (let row = 0; row < rows; row++) {
        for (let at = 0; at < width; at++) call.y.data[row * pitch + start + at] = data[row * width + at]!;
      }
    });
  },
  vjp(call, slot, dy, dx) {
    const { rows, width, pitch, start } = placeOf(call, slot);
    for (let row = 0; row < rows; row++) {
      for (let at = 0; at < width; at++) dx[row * width + at] = dy[row * pitch + start + at]!;
    }
  },

  latex: {
    forward: (x) => `\\left[${x.join('\\;;\\;')}\\right]`,
    local: (slot, x) => `\\left.\\bar{y}\\right|_{${x[slot]!}}`,
  },
  intuition: {
    lead: 'Concatenate cuts gradients apart.',
    more: 'Every input gets back the piece of the gradient that stands where its own numbers stand.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.cat.html',
  testing: {
    domain: [[-3, 3]],
    shapes: [
      [[2], [3]],
      [
        [2, 3],
        [2, 3],
        [2, 3],
      ],
    ],
    attrs: [{ dim: -1 }],
  },
});

/** Where an input's rows lie in y: `rows` runs of `width` numbers, one every `pitch`, from `start` on. */
function placeOf({ attrs, x, y }: OpCall<Attrs>, slot: number) {
  const axis = resolveAxis('cat', attrs.dim, y.shape);
  const { outer, inner, length } = axisSpan(y.shape, axis);
  const lengthOf = (shape: Shape) => shape[axis]!;
  let before = 0;
  for (let other = 0; other < slot; other++) before += lengthOf(x[other]!.shape);
  return { rows: outer, width: lengthOf(x[slot]!.shape) * inner, pitch: length * inner, start: before * inner };
}
