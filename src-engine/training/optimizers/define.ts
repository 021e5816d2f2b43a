import { fail } from '../../errors/fail.ts';
import { number } from '../../ops/attributes.ts';
import type { AttributeRule, AttributeRules } from '../../ops/define.ts';

/** What one update needs besides the numbers. The same object is passed again and again. */
export interface UpdateCall<O> {
  readonly options: O;
  /** The learning rate in force. */
  readonly rate: number;
  /** Number of this update, from 1 on. */
  readonly step: number;
  /** Whether regularization acts on these parameters: those without `"decay": false`. */
  readonly decay: boolean;
}

/** A quantity on the way from gradient to step, for one parameter. */
export interface UpdateTerm {
  /** As LaTeX: `\hat{m}`. */
  readonly symbol: string;
  readonly value: number;
}

/**
 * One optimizer, one file. Parameters, gradients and the state's arrays lie in flat arrays side by side; an update works
 * on elements from `start` to `end`, each by itself. PyTorch's meaning, defaults and order of operations.
 */
export interface OptimizerDefinition<O = Readonly<Record<string, unknown>>> {
  /** PyTorch's name in small letters. */
  readonly id: string;
  readonly name: string;
  /** Rules of its keys in a document, `learningRate` among them. */
  readonly options: AttributeRules<O>;
  /** Names of the arrays it keeps, as LaTeX; each starts as zeros. */
  readonly state: readonly string[];
  /** w ← w − …, in place. */
  update(
    call: UpdateCall<O>,
    parameters: Float64Array,
    gradients: Float64Array,
    state: readonly Float64Array[],
    start: number,
    end: number,
  ): void;
  /** The same update's quantities in order, for one parameter w with gradient g; `state` holds one number an array. */
  explain(call: UpdateCall<O>, g: number, state: readonly number[]): readonly UpdateTerm[];
  /** The update's rule. */
  readonly latex: string;
  readonly source: string;
}

export type RateOption = { readonly learningRate: number };

export const learningRate = (preset: number): AttributeRule<number> =>
  number({ default: preset, min: 0, description: 'How far a step goes along the gradient.' });

/** A number an average forgets by in each step: below 1. */
export const share = (preset: number, description: string) => number({ default: preset, min: 0, max: 1, description });

export const epsilon = (preset: number) =>
  number({
    default: preset,
    min: 0,
    description: 'Added to a denominator, so that a small gradient does not divide by zero.',
  });

export function defineOptimizer<O extends RateOption>(optimizer: OptimizerDefinition<O>): OptimizerDefinition<O> {
  if (!/^[a-z]+$/.test(optimizer.id))
    fail('engine.internal', { detail: `optimizer "${optimizer.id}": an id is one word in small letters` });
  return Object.freeze({ ...optimizer });
}
