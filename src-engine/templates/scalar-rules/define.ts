import type { Attributes } from '../../ops/define.ts';
import type { Shape } from '../../tensor/shape.ts';

/** A tensor as scalar gates: the name of one gate an element, row-major. */
export interface Scalars {
  readonly shape: Shape;
  readonly ids: readonly string[];
}

/** What a rule builds with. */
export interface ScalarTools<A> {
  readonly attrs: A;
  /** The node's settings as the document has them. */
  readonly written: Attributes;
  readonly x: readonly Scalars[];
  /** Shape of the result. */
  readonly shape: Shape;
  /** Whether exponentials of this size are safe as they stand, without taking the largest away first. */
  readonly plain: boolean;
  /** A gate; `element` is the element of the result that it helps to make, if it is one alone. */
  gate(op: string, inputs: readonly string[], element?: number, attrs?: Attributes): string;
  constant(value: number): string;
  /** What all inputs add up to. */
  sum(inputs: readonly string[], element?: number): string;
}

/** How one op's node becomes scalar gates: the same number for every element of the result. */
export interface ScalarRule<A = Attributes> {
  /** Id of the op. */
  readonly op: string;
  /** The gate of each element of the result. An element that only moves is the input's own gate. */
  build(tools: ScalarTools<A>): readonly string[];
}

/** Widened to the list's type: attributes are read by the op's own rules before a rule sees them. */
export function defineScalarRule<A>(rule: ScalarRule<A>): ScalarRule {
  return Object.freeze({ ...rule }) as unknown as ScalarRule;
}
