import { fail } from '../errors/fail.ts';
import { type Shape, shapeText, sizeOf } from '../tensor/shape.ts';
import { shape as shapeRule } from './attributes.ts';
import { defineOp } from './define.ts';

type Attrs = { readonly shape: readonly number[] };

export const reshape = defineOp<Attrs>({
  id: 'reshape',
  name: 'Reshape',
  category: 'shape',
  aliases: ['view', 'flatten', 'resize'],
  glyph: 'M2.5 3.5h4v9h-4zM9.5 5.5h4.5v5H9.5zM2.5 8h4',
  slots: { names: ['x'], counts: [1] },
  attrs: {
    shape: shapeRule({
      default: [-1],
      description: 'Lengths of the axes; one may be -1 and follows from the number of elements.',
    }),
  },
  elementwise: false,

  shape([x], attrs) {
    return resolved(x!, attrs.shape);
  },
  forward({ x, y }) {
    y.data.set(x[0]!.data);
  },
  vjp(_call, _slot, dy, dx) {
    dx.set(dy);
  },

  latex: {
    forward: ([x], { shape }) => `\\operatorname{reshape}\\left(${x},\\ [${shape.join(', ')}]\\right)`,
    local: (_slot, [x]) => `\\operatorname{reshape}\\left(\\bar{y},\\ \\text{shape of }${x}\\right)`,
  },
  intuition: {
    lead: 'Reshape passes gradients through.',
    more: 'The same numbers stand in other rows, so each gradient goes back to where its number came from.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.reshape.html',
  testing: {
    domain: [[-3, 3]],
    shapes: [[[6]], [[2, 3]], [[]]],
    attrs: [{ shape: [-1, 1] }],
  },
});

/** Shape asked for, with its -1 filled in. */
function resolved(x: Shape, asked: readonly number[]): Shape {
  const size = sizeOf(x);
  const known = sizeOf(asked.filter((length) => length !== -1));
  const open = asked.filter((length) => length === -1).length;
  const fits = open === 0 ? known === size : open === 1 && size % known === 0;
  if (!fits) {
    const expected =
      open > 1
        ? `at most one -1 in its shape [${asked.join(', ')}]`
        : `${open === 1 ? `a multiple of ${known}` : known} elements for shape ${shapeText(asked)}`;
    fail('shape.mismatch', { op: 'reshape', expected, found: `${shapeText(x)}, ${size} elements` });
  }
  return asked.map((length) => (length === -1 ? size / known : length));
}
