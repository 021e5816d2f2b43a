import { fail } from '../errors/fail.ts';
import { axisSpan, resolveAxis } from '../tensor/axes.ts';
import { type Shape, shapeText } from '../tensor/shape.ts';
import { dim, integer, optional } from './attributes.ts';
import { defineOp } from './define.ts';
import { factor } from './latex.ts';

type Attrs = {
  readonly dim: number;
  readonly start: number | null;
  readonly end: number | null;
  readonly step: number;
};

export const slice = defineOp<Attrs>({
  id: 'slice',
  name: 'Slice',
  category: 'shape',
  aliases: ['select', 'index', 'crop', 'narrow'],
  glyph: 'M5.5 4h5v8h-5zM2.5 4v8M13.5 4v8',
  slots: { names: ['x'], counts: [1] },
  attrs: {
    dim: dim({ default: 0, description: 'Axis that is cut.' }),
    start: optional(
      integer({ default: undefined, description: 'First index kept; negative counts from the end; null starts at 0.' }),
    ),
    end: optional(
      integer({
        default: undefined,
        description: 'First index no longer kept; negative counts from the end; null goes to the end.',
      }),
    ),
    step: integer({ default: 1, min: 1, description: 'Every how manieth index is kept.' }),
  },
  elementwise: false,

  shape([x], attrs) {
    const { axis, count } = rangeOf(x!, attrs);
    return x!.with(axis, count);
  },
  forward({ attrs, x, y }) {
    const { start, count, outer, inner, length } = rangeOf(x[0]!.shape, attrs);
    const from = x[0]!.data;
    for (let row = 0; row < outer; row++) {
      for (let index = 0; index < count; index++) {
        const source = (row * length + start + index * attrs.step) * inner;
        const target = (row * count + index) * inner;
        for (let at = 0; at < inner; at++) y.data[target + at] = from[source + at]!;
      }
    }
  },
  vjp({ attrs, x }, _slot, dy, dx) {
    const { start, count, outer, inner, length } = rangeOf(x[0]!.shape, attrs);
    dx.fill(0);
    for (let row = 0; row < outer; row++) {
      for (let index = 0; index < count; index++) {
        const source = (row * length + start + index * attrs.step) * inner;
        const target = (row * count + index) * inner;
        for (let at = 0; at < inner; at++) dx[source + at] = dy[target + at]!;
      }
    }
  },

  latex: {
    forward: ([x], attrs) => `{${factor(x!)}}_{${rangeText(attrs)}}`,
    local: (_slot, _x, _y, attrs) => `\\bar{y}\\text{ at }${rangeText(attrs)}\\text{, }0\\text{ elsewhere}`,
  },
  intuition: {
    lead: 'Slice feeds only its part.',
    more: 'What was cut away cannot change the result, so its gradient is zero.',
  },
  source: 'https://pytorch.org/docs/stable/generated/torch.narrow.html; Python slicing, step above 0',
  testing: {
    domain: [[-3, 3]],
    shapes: [[[5]], [[4, 3]]],
    attrs: [{ start: 1, end: 3 }, { start: -2 }, { dim: -1, start: 0, end: 100, step: 2 }],
  },
});

const rangeText = ({ start, end, step }: Attrs) => `${start ?? ''}:${end ?? ''}${step === 1 ? '' : `:${step}`}`;

/** The indices kept, clamped as Python does: start, start + step, …, `count` of them. */
function rangeOf(x: Shape, attrs: Attrs) {
  if (x.length === 0)
    fail('shape.mismatch', { op: 'slice', expected: 'an input with at least one axis', found: shapeText(x) });
  const axis = resolveAxis('slice', attrs.dim, x);
  const span = axisSpan(x, axis);
  const clamped = (index: number) => Math.min(Math.max(index < 0 ? index + span.length : index, 0), span.length);
  const start = clamped(attrs.start ?? 0);
  const end = clamped(attrs.end ?? span.length);
  const count = Math.max(Math.ceil((end - start) / attrs.step), 0);
  if (count === 0) {
    const expected = `a range that keeps something of axis ${axis}`;
    fail('shape.mismatch', { op: 'slice', expected, found: `${rangeText(attrs)} of ${shapeText(x)}` });
  }
  return { ...span, axis, start, count };
}
