import { type AxisChoice, type ReductionOffsets, reducedShape, reductionOffsets, resolveAxes } from '../tensor/axes.ts';
import { memo } from '../tensor/memo.ts';
import { boolean, dims } from './attributes.ts';
import { type AttributeRules, defineOp, type Kink, type OpCall, type OpDefinition } from './define.ts';

export type ReductionAttrs = { readonly dim: AxisChoice; readonly keepdim: boolean };

export const reductionAttrs: AttributeRules<ReductionAttrs> = {
  dim: dims({ default: null, description: 'Axis or axes that are reduced; all of them when left out.' }),
  keepdim: boolean({ default: false, description: 'Whether the reduced axes stay, with length 1.' }),
};

/** Inputs that are reduced to one output element: `x[start + inner[r]]` for every r. */
export interface ReductionGroup {
  readonly x: Float64Array;
  readonly start: number;
  readonly inner: Int32Array;
}

type Supplied = 'shape' | 'forward' | 'vjp' | 'kinks' | 'slots' | 'elementwise' | 'category';

/** An op that makes one number of each group of inputs. */
export interface Reduction<A extends ReductionAttrs> extends Omit<OpDefinition<A>, Supplied> {
  value(group: ReductionGroup, attrs: A): number;
  /** Sets `dx[start + inner[r]]` to dy · ∂y/∂x for every r of the group. */
  gradient(group: ReductionGroup, dx: Float64Array, dy: number, y: number, attrs: A): void;
  /** Entries of the group without a derivative, or no further than `within` from such a point. */
  kinks?(group: ReductionGroup, y: number, within: number): readonly Kink[];
}

/** Shape rule, axes and loops for an op that says what becomes of one group of inputs. */
export function reduction<A extends ReductionAttrs>(definition: Reduction<A>): OpDefinition<A> {
  const { value, gradient, kinks, ...rest } = definition;
  const offsets = memo((call: OpCall<A>): ReductionOffsets => {
    const { shape } = call.x[0]!;
    return reductionOffsets(shape, resolveAxes(rest.id, call.attrs.dim, shape));
  });
  const forEachGroup = (call: OpCall<A>, visit: (group: ReductionGroup, at: number) => void) => {
    const { outer, inner } = offsets(call);
    const x = call.x[0]!.data;
    for (let at = 0; at < outer.length; at++) visit({ x, start: outer[at]!, inner }, at);
  };
  return defineOp({
    ...rest,
    category: 'reduce',
    slots: { names: ['x'], counts: [1] },
    elementwise: false,
    shape: ([x], attrs) => reducedShape(x!, resolveAxes(rest.id, attrs.dim, x!), attrs.keepdim),
    forward(call) {
      forEachGroup(call, (group, at) => {
        call.y.data[at] = value(group, call.attrs);
      });
    },
    vjp(call, _slot, dy, dx) {
      forEachGroup(call, (group, at) => gradient(group, dx, dy[at]!, call.y.data[at]!, call.attrs));
    },
    ...(kinks && {
      kinks(call: OpCall<A>, within = 0) {
        const found: Kink[] = [];
        forEachGroup(call, (group, at) => {
          for (const kink of kinks(group, call.y.data[at]!, within)) found.push(kink);
        });
        return found;
      },
    }),
  });
}

/** Largest of the group; NaN where one is NaN. */
export function largest({ x, start, inner }: ReductionGroup): number {
  let max = Number.NEGATIVE_INFINITY;
  for (let r = 0; r < inner.length; r++) max = Math.max(max, x[start + inner[r]!]!);
  return max;
}

/** `dim` as an index under an operator: nothing for all axes. */
export function dimText(dim: AxisChoice): string {
  if (dim === null) return '';
  return typeof dim === 'number' ? `${dim}` : dim.join(', ');
}

/** The name as an operator, with its axes below. */
export function reductionLatex(name: string, x: string, { dim }: ReductionAttrs): string {
  const axes = dimText(dim);
  const command = name === 'max' ? '\\max' : `\\operatorname{${name}}`;
  return `${command}${axes === '' ? '' : `_{${axes}}`}\\left(${x}\\right)`;
}

/** Shapes and settings every reduction is tried on. */
export const reductionTrials = {
  shapes: [[[5]], [[2, 3]], [[2, 3, 2]]],
  attrs: [{ dim: 0 }, { dim: -1, keepdim: true }, { dim: [0, -1], keepdim: true }],
} as const;
