import { fail } from '../errors/fail.ts';
import { type Group, momentsOf, normalizedGradient } from '../kernels/normalize.ts';
import { pairwiseSum } from '../kernels/sum.ts';
import { reductionOffsets } from '../tensor/axes.ts';
import { memo } from '../tensor/memo.ts';
import { type Shape, shapeText, sizeOf } from '../tensor/shape.ts';
import { defineOp, type OpCall, type OpDefinition } from './define.ts';
import { factor, term } from './latex.ts';

/** Mean and variance known beforehand, one of each a group. */
interface Statistics {
  readonly mean: readonly number[];
  readonly variance: readonly number[];
}

type Supplied = 'forward' | 'vjp' | 'scratch' | 'slots' | 'elementwise' | 'category' | 'latex';

/** An op that centres and scales groups of x, then applies weight and bias along the last axis. */
export interface Normalization<A extends { readonly eps: number }> extends Omit<OpDefinition<A>, Supplied> {
  /** Axes over which mean and variance are taken. */
  axes(x: Shape): readonly number[];
  /** Statistics to use instead of the groups' own; they are constants for the gradient. */
  fixed(call: OpCall<A>): Statistics | null;
  /** Whether formulas show an evaluation with such statistics, μ and σ². */
  known?(attrs: A): boolean;
}

/** Numbers that scratch memory keeps for each group: mean, variance (divided by the count), 1/√(variance + eps). */
const kept = 3;

/**
 * y = (x − mean) / √(var + eps) · weight + bias for x // [.., C], weight and bias // [C].
 * After a forward, `scratch` holds mean, variance and scale of each group in turn.
 */
export function normalization<A extends { readonly eps: number }>(definition: Normalization<A>): OpDefinition<A> {
  const { axes, fixed, known = () => false, ...rest } = definition;
  const offsetsOf = memo((call: OpCall<A>) => reductionOffsets(call.x[0]!.shape, axes(call.x[0]!.shape)));
  const forEachGroup = (call: OpCall<A>, visit: (group: Group, at: number) => void) => {
    const { outer, inner } = offsetsOf(call);
    for (let at = 0; at < outer.length; at++) visit({ start: outer[at]!, inner }, at * kept);
  };

  return defineOp({
    ...rest,
    category: 'normalize',
    slots: { names: ['x', 'weight', 'bias'], counts: [1, 3] },
    elementwise: false,
    scratch: ([x]) => kept * sizeOf(x!.filter((_, axis) => !axes(x!).includes(axis))),
    forward(call) {
      const { scratch, y } = call;
      const [x, weight, bias] = call.x.map(({ data }) => data);
      const columns = call.x[0]!.shape.at(-1)!;
      const statistics = fixed(call);
      forEachGroup(call, (group, at) => {
        const { mean, variance } = statistics
          ? { mean: statistics.mean[at / kept]!, variance: statistics.variance[at / kept]! }
          : momentsOf(x!, group);
        const scale = 1 / Math.sqrt(variance + call.attrs.eps);
        scratch[at] = mean;
        scratch[at + 1] = variance;
        scratch[at + 2] = scale;
        for (const step of group.inner) {
          const offset = group.start + step;
          const column = offset % columns;
          y.data[offset] = (x![offset]! - mean) * scale * (weight?.[column] ?? 1) + (bias?.[column] ?? 0);
        }
      });
    },
    vjp(call, slot, dy, dx) {
      const { scratch } = call;
      const [x, weight] = call.x.map(({ data }) => data);
      const columns = call.x[0]!.shape.at(-1)!;
      if (slot === 0) {
        const dyAt = (offset: number) => dy[offset]! * (weight?.[offset % columns] ?? 1);
        const constant = fixed(call) !== null;
        forEachGroup(call, (group, at) => {
          if (constant)
            for (const step of group.inner) dx[group.start + step] = scratch[at + 2]! * dyAt(group.start + step);
          else normalizedGradient(x!, group, scratch[at]!, scratch[at + 2]!, dyAt, dx);
        });
        return;
      }
      const terms = new Float64Array(dy);
      if (slot === 1) {
        forEachGroup(call, ({ start, inner }, at) => {
          for (const step of inner) terms[start + step]! *= (x![start + step]! - scratch[at]!) * scratch[at + 2]!;
        });
      }
      const rows = terms.length / columns;
      for (let column = 0; column < columns; column++) {
        dx[column] = pairwiseSum(0, rows, (row) => terms[row * columns + column]!);
      }
    },
    latex: {
      forward: ([x, weight, bias], attrs) =>
        `${normalized(x!, known(attrs))}${weight ? ` \\odot ${factor(weight)}` : ''}${bias ? ` + ${term(bias)}` : ''}`,
      local(slot, [x, weight], _y, attrs) {
        const h = normalized(x!, known(attrs));
        if (slot === 1) return `\\textstyle\\sum \\bar{y} \\odot ${h}`;
        if (slot === 2) return '\\textstyle\\sum \\bar{y}';
        const g = `\\bar{y}${weight ? ` \\odot ${factor(weight)}` : ''}`;
        if (known(attrs)) return `\\frac{1}{${deviation(x!, true)}}\\,${g}`;
        const centred = '\\left(g - \\overline{g} - h\\,\\overline{g \\odot h}\\right)';
        return `\\frac{1}{${deviation(x!, false)}}${centred},\\quad g = ${g},\\ h = ${h}`;
      },
    },
  });
}

const deviation = (x: string, known: boolean) =>
  `\\sqrt{${known ? '\\sigma^2' : `\\operatorname{var}(${x})`} + \\varepsilon}`;

const normalized = (x: string, known: boolean) =>
  `\\frac{${x} - ${known ? '\\mu' : `\\overline{${x}}`}}{${deviation(x, known)}}`;

/** The shape of x, once weight and bias are seen to have the length of its last axis. */
export function affineShape(op: string, [x, ...affine]: readonly Shape[], least: number): Shape {
  if (x!.length < least) {
    fail('shape.mismatch', { op, expected: `at least ${least} ax${least === 1 ? 'is' : 'es'}`, found: shapeText(x!) });
  }
  for (const shape of affine) {
    if (shape.length === 1 && shape[0] === x!.at(-1)) continue;
    const expected = `weight and bias of shape ${shapeText(x!.slice(-1))} for ${shapeText(x!)}`;
    fail('shape.mismatch', { op, expected, found: shapeText(shape) });
  }
  return x!;
}
