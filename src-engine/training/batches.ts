import type { Dataset } from '../data/dataset.ts';
import { gatherer } from '../data/gather.ts';
import { fitNormalizer, type Normalizer } from '../data/normalize.ts';
import { type Split, splitRows } from '../data/split.ts';
import { fail } from '../errors/fail.ts';
import { type Analysis, analyze } from '../graph/analyze.ts';
import type { Graph } from '../graph/graph.ts';
import type { OpTable } from '../graph/node-problems.ts';
import { DEFAULT_MEMORY_LIMIT } from '../plan/compile.ts';
import { createRandom } from '../random/create-random.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { BatchProgram, ProgramFactory, TrackedNumbers } from './batch-program.ts';
import { type BoundInput, bindInputs, withRows } from './bind.ts';
import { type FlatParameters, flatParameters } from './flat-parameters.ts';
import { reachingObjective, trackedNumbers } from './reach.ts';
import { type Scoring, scoringOf } from './scoring.ts';
import type { TrainingSettings } from './settings.ts';

/** Everything about a graph and its data that training does not move. */
export interface Batches {
  readonly split: Split;
  readonly normalizer: Normalizer;
  readonly bound: readonly BoundInput[];
  /** Of the graph with a batch in its inputs. */
  readonly analysis: Analysis;
  readonly flat: FlatParameters;
  readonly scoring: Scoring;
  /** Running statistics; they change in place. */
  readonly tracked: TrackedNumbers;
  /** Rows of a step. */
  readonly batchRows: number;
  /** The training rows in the order of an epoch; the same memory each time. */
  order(epoch: number): Int32Array;
  /** The program of so many rows, made when first asked for. */
  programOf(rows: number): BatchProgram;
  /** The same with data and parameters in it: `count` rows from `rows[from]` on. */
  filled(rows: Int32Array, from: number, count: number, parameters: Float64Array): BatchProgram;
}

/** Programs kept: those of the batch, its rest, the rests of three parts, and some for plots. */
const MOST_PROGRAMS = 8;

/** Throws a ChainruleError `training.*`, `data.*`, `graph.*`, `shape.*`. */
export function createBatches(
  graph: Graph,
  settings: TrainingSettings,
  dataset: Dataset,
  table: OpTable,
  makeProgram: ProgramFactory,
): Batches {
  const split = splitRows(dataset, settings.split, settings.seed);
  const normalizer = fitNormalizer(settings.normalize, dataset, split.train);
  const batchRows = Math.min(settings.batchSize, split.train.length);
  const bound = bindInputs(graph, table, settings.bindings, dataset, batchRows);
  const analysis = analyze(withRows(graph, bound, batchRows), table);
  const reaching = reachingObjective(analysis);
  const flat = flatParameters(graph, table, (node) => reaching.has(node));
  if (flat.size === 0) fail('training.nothing-to-train', {}, { path: 'nodes' });
  refuseTooLarge(analysis, flat, dataset, settings);
  const gatherers = bound.map(({ columns }) => gatherer(dataset, normalizer, columns));
  const tracked = trackedNumbers(analysis);

  const programs = new Map<number, BatchProgram>();
  const programOf = (rows: number) => {
    let found = programs.get(rows);
    if (!found) {
      found = makeProgram(withRows(graph, bound, rows), rows, { table, parameters: flat, tracked });
      if (programs.size >= MOST_PROGRAMS) programs.delete([...programs.keys()].find((key) => key !== batchRows)!);
      programs.set(rows, found);
    }
    return found;
  };
  const mixed = new Int32Array(split.train.length);
  let mixedFor = -1; // the epoch that `mixed` belongs to
  return {
    split,
    normalizer,
    bound,
    analysis,
    flat,
    scoring: scoringOf(analysis, dataset, bound),
    tracked,
    batchRows,
    /** A full batch needs no shuffling: its gradient is the same in any order. */
    order(epoch) {
      if (batchRows === split.train.length) return split.train;
      if (mixedFor !== epoch) {
        const draw = createRandom(settings.seed, `shuffle ${epoch}`).permutation(mixed.length);
        for (let index = 0; index < mixed.length; index++) mixed[index] = split.train[draw[index]!]!;
        mixedFor = epoch;
      }
      return mixed;
    },
    programOf,
    filled(rows, from, count, parameters) {
      const program = programOf(count);
      for (let at = 0; at < bound.length; at++) gatherers[at]!(rows, from, count, program.input(bound[at]!.node));
      program.load(parameters);
      return program;
    },
  };
}

/** Plans at hand at once: of a batch, its rest, and what is measured. */
const PLANS = 3;
/** Of every node: value, gradient, what arrives, and a local derivative. */
const ARRAYS = 4;

/** Estimates before anything is allocated. Throws `run.too-large`. */
function refuseTooLarge(
  { shapes }: Analysis,
  flat: FlatParameters,
  { features, targets }: Dataset,
  { optimizer, earlyStopping }: TrainingSettings,
): void {
  const slots = optimizer.definition.state.length;
  const numbers = shapes.reduce((sum, shape) => sum + (shape ? sizeOf(shape) : 0), 0);
  // Parameters, their gradients and copies; the optimizer's arrays twice, and once more for the best epoch.
  const copies = 4 + 2 * slots + (earlyStopping?.restoreBest ? 1 + slots : 0);
  const bytes = 8 * (PLANS * ARRAYS * numbers + copies * flat.size) + features.byteLength + targets.byteLength;
  if (bytes > DEFAULT_MEMORY_LIMIT) fail('run.too-large', { bytes, limit: DEFAULT_MEMORY_LIMIT }, { path: 'training' });
}
