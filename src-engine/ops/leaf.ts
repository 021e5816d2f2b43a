import { fail } from '../errors/fail.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { tensor } from './attributes.ts';
import { type AttributeRules, defineOp, type LeafKind, type OpDefinition } from './define.ts';

export type LeafAttrs = { readonly value: Tensor };

type Stated<A> = Pick<OpDefinition<A>, 'name' | 'aliases' | 'glyph' | 'intuition'> & {
  readonly leaf: LeafKind;
  readonly attrs: Omit<AttributeRules<A>, 'value'>;
};

/** A node without inputs: y = `attrs.value`. */
export function leaf<A extends LeafAttrs>({ leaf: kind, attrs, ...rest }: Stated<A>): OpDefinition<A> {
  const value = tensor({ default: { shape: [], data: new Float64Array(1) }, description: 'The numbers it holds.' });
  return defineOp<A>({
    ...rest,
    id: kind,
    leaf: kind,
    category: 'values',
    slots: { names: [], counts: [0] },
    // The value's rule and the kind's own rules are together all rules of A
    attrs: { value, ...attrs } as AttributeRules<A>,
    elementwise: false,
    shape: (_x, attrs) => attrs.value.shape,
    forward: ({ attrs, y }) => y.data.set(attrs.value.data),
    vjp: () => fail('engine.internal', { detail: `op "${kind}" has no inputs to differentiate by` }),
    latex: { forward: () => '\\text{given}', local: () => '\\text{none}' },
    source: 'https://pytorch.org/docs/stable/notes/autograd.html#locally-disabling-gradient-computation',
    testing: { domain: [], shapes: [[]] },
  });
}
