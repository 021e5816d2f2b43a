import { fail } from '../errors/fail.ts';
import { pairwiseSum } from '../kernels/sum.ts';
import { type Shape, sameShape, shapeText } from '../tensor/shape.ts';
import { choice } from './attributes.ts';
import { type AttributeRules, defineOp, type Kink, type OpCall, type OpDefinition } from './define.ts';

export type LossAttrs = { readonly reduction: 'mean' | 'sum' };

export const lossAttrs: AttributeRules<LossAttrs> = {
  reduction: choice(['mean', 'sum'], {
    default: 'mean',
    description: 'Whether the losses of the entries are averaged or added.',
  }),
};

/** The two one-sided derivatives at a point without derivative. */
interface Corner {
  readonly left: number;
  readonly right: number;
}

type Supplied = 'shape' | 'forward' | 'vjp' | 'kinks' | 'slots' | 'elementwise' | 'category';

/** A loss that compares prediction x and target t entry by entry. */
export interface PointwiseLoss<A extends LossAttrs> extends Omit<OpDefinition<A>, Supplied> {
  loss(x: number, t: number, attrs: A): number;
  /** ∂loss/∂x and ∂loss/∂t. */
  readonly derivatives: readonly [
    by: (x: number, t: number, attrs: A) => number,
    by: (x: number, t: number, attrs: A) => number,
  ];
  /** The corner that x (slot 0) or t (slot 1) meets when it moves from (x, t) by at most `within`. */
  corner?(x: number, t: number, slot: number, within: number): Corner | null;
}

/** Shape rule (equal shapes: nothing is broadcast), reduction and loops for a loss that says what one entry costs. */
export function pointwiseLoss<A extends LossAttrs>(definition: PointwiseLoss<A>): OpDefinition<A> {
  const { loss, derivatives, corner, ...rest } = definition;
  const weightOf = ({ attrs, x }: OpCall<A>) => (attrs.reduction === 'mean' ? 1 / x[0]!.data.length : 1);
  return defineOp({
    ...rest,
    category: 'loss',
    slots: { names: ['x', 't'], counts: [2] },
    elementwise: false,
    shape: ([x, t]) => equalShapes(rest.id, x!, t!),
    forward({ attrs, x, y }) {
      const [a, t] = [x[0]!.data, x[1]!.data];
      const total = pairwiseSum(0, a.length, (index) => loss(a[index]!, t[index]!, attrs));
      y.data[0] = attrs.reduction === 'mean' ? total / a.length : total;
    },
    vjp(call, slot, dy, dx) {
      const [a, t] = [call.x[0]!.data, call.x[1]!.data];
      const derivative = derivatives[slot]!;
      const scale = dy[0]! * weightOf(call);
      for (let index = 0; index < a.length; index++) dx[index] = scale * derivative(a[index]!, t[index]!, call.attrs);
    },
    ...(corner && {
      kinks(call: OpCall<A>, within = 0) {
        const [a, t] = [call.x[0]!.data, call.x[1]!.data];
        const weight = weightOf(call);
        const kinks: Kink[] = [];
        for (let index = 0; index < a.length; index++) {
          for (const slot of [0, 1]) {
            const found = corner(a[index]!, t[index]!, slot, within);
            if (!found) continue;
            const used = derivatives[slot]!(a[index]!, t[index]!, call.attrs);
            kinks.push({ slot, index, left: found.left * weight, right: found.right * weight, used: used * weight });
          }
        }
        return kinks;
      },
    }),
  });
}

function equalShapes(op: string, x: Shape, t: Shape): Shape {
  if (!sameShape(x, t)) {
    fail('shape.mismatch', {
      op,
      expected: 'prediction and target of equal shapes',
      found: `${shapeText(x)} and ${shapeText(t)}`,
    });
  }
  return [];
}

/** The reduction's factor and sum sign, before the loss of one entry. */
export const lossSum = ({ reduction }: LossAttrs) =>
  reduction === 'mean' ? '\\frac{1}{n}\\textstyle\\sum ' : '\\textstyle\\sum ';

/** What every vector-Jacobian rule of a loss starts with: `\bar{y}`, shared by n entries for a mean. */
export const lossShare = ({ reduction }: LossAttrs) =>
  reduction === 'mean' ? '\\frac{\\bar{y}}{n}\\,' : '\\bar{y}\\,';

/** Shapes and settings every loss of this kind is tried on. */
export const lossTrials = {
  shapes: [
    [[], []],
    [[4], [4]],
    [
      [2, 3],
      [2, 3],
    ],
  ],
  attrs: [{ reduction: 'sum' }],
} as const;
