import { fail } from '../errors/fail.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A node's settings as they stand in a document. */
export type Attributes = Readonly<Record<string, unknown>>;

/** How one setting is read, checked, described and edited. */
export interface AttributeRule<T = unknown> {
  /** Used where the document leaves it out; `undefined` makes it required. */
  readonly default: T | undefined;
  /** JSON Schema (draft 2020-12) of the accepted values, for the published schema. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** What it does, one sentence. */
  readonly description: string;
  /** Raw JSON value → checked value. Throws a ChainruleError whose path is `path`. */
  read(raw: unknown, path: string): T;
}

export type AttributeRules<A> = { readonly [K in keyof A]: AttributeRule<A[K]> };

export type OpCategory =
  | 'values'
  | 'arithmetic'
  | 'functions'
  | 'activations'
  | 'reduce'
  | 'shape'
  | 'matrix'
  | 'normalize'
  | 'loss';

/** The inputs of an op. */
export interface OpSlots {
  /** Names of the slots in order; a variadic op continues the alphabet from the last one. */
  readonly names: readonly string[];
  /** How many inputs are accepted: the counts themselves, or `at least` for ops that grow slots. */
  readonly counts: readonly number[] | { readonly atLeast: number };
}

/** One node's computation, bound to memory once and run many times. */
export interface OpCall<A> {
  readonly attrs: A;
  readonly x: readonly Tensor[];
  readonly y: Tensor;
  /** Memory the op asked for with `scratch`: saved statistics, a mask. */
  readonly scratch: Float64Array;
  /** Whether the run is a training step (dropout drops, batch_norm uses the batch's statistics) or an evaluation. */
  readonly training: boolean;
}

/** A point of the current inputs at which the op has no derivative, and what is done there. */
export interface Kink {
  readonly slot: number;
  /** Flat index into the input. */
  readonly index: number;
  /** One-sided derivatives of the output element by this input element, where they exist. */
  readonly left: number;
  readonly right: number;
  /** The derivative used by convention. */
  readonly used: number;
}

interface OpLatex<A> {
  /** Right-hand side of y = …, from the symbols of the inputs. */
  forward(x: readonly string[], attrs: A): string;
  /** Right-hand side of ∂y/∂x[slot] = …; for ops that are not elementwise the vector-Jacobian rule, with `\bar{y}` for ∂L/∂y. */
  local(slot: number, x: readonly string[], y: string, attrs: A): string;
}

/** What the contract test draws its inputs from. */
export interface OpTesting<A> {
  /** Open interval per slot (the last repeats) inside which the op is defined and smooth enough for central differences. */
  readonly domain: readonly (readonly [number, number])[];
  /** Input shapes to try, one list per trial. */
  readonly shapes: readonly (readonly Shape[])[];
  /** Settings to try beside the defaults. */
  readonly attrs?: readonly Partial<A>[];
  /** Slots whose inputs are class indices below the bound, instead of draws from `domain`. */
  readonly classIndices?: Readonly<Record<number, number>>;
}

/** How a loss of a classification reads its inputs; with a score for each class the largest one decides. */
interface Decision {
  /** With a single score: class 1 lies above it. */
  readonly threshold: number;
  /** How class 0 is written as a target; class 1 is 1. */
  readonly low: number;
}

/** Lists of numbers among the settings, by name, that each training step moves a little. */
interface Tracked<A> {
  /** What they are before the first step. */
  start(x: readonly Shape[], attrs: A): Readonly<Record<string, number[]>>;
  /** Overwrites them from a training step's forward. */
  update(call: OpCall<A>, numbers: Readonly<Record<string, number[]>>): void;
}

/**
 * One op, one file: everything the program knows about it. Nothing elsewhere branches on an op's id.
 */
export interface OpDefinition<A = Attributes> {
  /** PyTorch's name: what documents carry. */
  readonly id: string;
  /** What people read: `Leaky ReLU`. */
  readonly name: string;
  readonly category: OpCategory;
  /** Further words that find it: `times`, `×`. */
  readonly aliases: readonly string[];
  /** SVG path on a 16 × 16 grid, stroked 1.5 wide: the function's curve where it has one. */
  readonly glyph: string;
  readonly slots: OpSlots;
  readonly attrs: AttributeRules<A>;
  /** Leaves have no inputs; their value is `attrs.value`. */
  readonly leaf?: LeafKind;
  /** Whether y has one value per element of the (broadcast) inputs, so that `local` exists. */
  readonly elementwise: boolean;

  /** Output shape. Throws a ChainruleError `shape.*` that names both shapes. */
  shape(x: readonly Shape[], attrs: A): Shape;
  /** Elements of scratch memory; none when left out. */
  scratch?(x: readonly Shape[], attrs: A): number;
  /** Draws what is random into `scratch`, once per step, so that repeated forwards agree. */
  prepare?(call: OpCall<A>, uniform: () => number): void;
  /** Fills `call.y.data`. */
  forward(call: OpCall<A>): void;
  /** Overwrites `dx` (shape of x[slot]) with dy · ∂y/∂x[slot]; `dy` has the shape of y. Called after `forward`. */
  vjp(call: OpCall<A>, slot: number, dy: Float64Array, dx: Float64Array): void;
  /** Elementwise ops: overwrites `out` (shape of y) with ∂y/∂x[slot]. */
  local?(call: OpCall<A>, slot: number, out: Float64Array): void;
  /**
   * Points among the current inputs that have no derivative. Left out by smooth ops. Ops that can also tell inputs no
   * further than `within` from such a point, so that a central difference of that half width would reach across it.
   */
  kinks?(call: OpCall<A>, within?: number): readonly Kink[];

  /** Losses of a classification only. */
  readonly decision?: Decision;
  /** Settings that training steps move by themselves: running statistics. */
  readonly tracked?: Tracked<A>;

  readonly latex: OpLatex<A>;
  /** What the gate does to a gradient: `lead` in four words, then why. */
  readonly intuition: { readonly lead: string; readonly more: string };
  /** Where the definition comes from: paper, section, or PyTorch's page. */
  readonly source: string;
  readonly testing: OpTesting<A>;
}

/** What a leaf's gradient is for: data, a trained number, or a fixed one. */
export type LeafKind = 'input' | 'parameter' | 'constant';

/**
 * Checks what types cannot say of an entry, and freezes it to the last list. What an op computes is the contract test's
 * business. Throws `engine.internal`.
 */
export function defineOp<A>(op: OpDefinition<A>): OpDefinition<A> {
  const wrong = (detail: string) => fail('engine.internal', { detail: `op "${op.id}": ${detail}` });
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(op.id)) wrong('an id is written in snake case');
  if (op.elementwise !== (op.local !== undefined)) wrong('elementwise ops, and only they, have a local derivative');
  const { counts, names } = op.slots;
  const largest = 'atLeast' in counts ? counts.atLeast : Math.max(...counts);
  if (largest > names.length) wrong('every slot has a name');
  if ((op.leaf !== undefined) !== (largest === 0)) wrong('leaves, and only they, have no inputs');
  return freezeDeep(op);
}

function freezeDeep<T extends object>(root: T): T {
  const open: object[] = [root];
  for (let next = open.pop(); next; next = open.pop()) {
    if (Object.isFrozen(next) || ArrayBuffer.isView(next)) continue;
    Object.freeze(next);
    for (const value of Object.values(next) as unknown[])
      if (typeof value === 'object' && value !== null) open.push(value);
  }
  return root;
}
