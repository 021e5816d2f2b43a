import type { Graph } from '../graph/graph.ts';
import type { OpTable } from '../graph/node-problems.ts';
import type { Streams } from '../run/executor.ts';
import type { Shape } from '../tensor/shape.ts';
import type { FlatParameters } from './flat-parameters.ts';

/** Numbers of one node in the last run; live memory. */
export interface NodeNumbers {
  readonly shape: Shape;
  readonly data: Float64Array | Float32Array;
}

/** A number that is none. */
export interface NotFinite {
  readonly node: string;
  /** Flat index into it. */
  readonly index: number;
  readonly found: number;
  readonly kind: 'value' | 'gradient';
}

/** Settings that training moves, by node: see `Tracked`. The lists are shared and change in place. */
export type TrackedNumbers = ReadonlyMap<string, Readonly<Record<string, number[]>>>;

/**
 * A graph bound to batches of a fixed number of rows: what trains it. The trainer knows nothing else of how a graph is
 * run, so a faster executor of the same plan stands in by implementing this.
 */
export interface BatchProgram {
  readonly rows: number;
  /** Memory of a bound input, to be filled before a forward. */
  input(node: string): Float64Array | Float32Array;
  /** Takes over parameters; they lie as {@link FlatParameters} says. */
  load(parameters: Float64Array): void;
  /** Draws what is random in a training step. */
  prepare(streams: Streams): void;
  /** Fills all values. Throws a ChainruleError where an op refuses them. */
  forward(training: boolean): void;
  /** Mean of the objective's elements. */
  loss(): number;
  /** Writes ∂L/∂w of every parameter. */
  backward(gradients: Float64Array): void;
  /** Moves running statistics by the training step just run. */
  track(): void;
  /** The first number of the last forward, in execution order, or else backward, that is not finite. */
  notFinite(): NotFinite | null;
  /** Quick form of the question whether the last forward has one. */
  isForwardFinite(): boolean;
  value(node: string): NodeNumbers | null;
  gradient(node: string): NodeNumbers | null;
}

interface ProgramContext {
  readonly table: OpTable;
  readonly parameters: FlatParameters;
  readonly tracked: TrackedNumbers;
}

/** Makes a program of a graph whose bound inputs hold `rows` rows. Throws a ChainruleError where it cannot run. */
export type ProgramFactory = (graph: Graph, rows: number, context: ProgramContext) => BatchProgram;
