import type { Dataset } from '../data/dataset.ts';
import { gatherer } from '../data/gather.ts';
import { fitNormalizer, type Normalizer } from '../data/normalize.ts';
import { type Part, type Split, splitRows } from '../data/split.ts';
import { ChainruleError, fail, type Problem } from '../errors/fail.ts';
import { analyze } from '../graph/analyze.ts';
import type { Graph } from '../graph/graph.ts';
import type { OpTable } from '../graph/node-problems.ts';
import { opTable } from '../ops/registry.ts';
import { createRandom } from '../random/create-random.ts';
import { stream } from '../random/stream.ts';
import { type Adjustable, type Adjustment, adjusted, initialAdjustable } from './adjustable.ts';
import type { BatchProgram, ProgramFactory } from './batch-program.ts';
import { type BoundInput, bindInputs, withRows } from './bind.ts';
import { type FlatParameters, flatParameters } from './flat-parameters.ts';
import { allFinite, notFiniteProblem, stepProblem } from './forensics.ts';
import { monitorOf } from './monitor.ts';
import { addPenalty, boundIncoming, clipGradients, decayWeights, incomingWeights } from './penalties.ts';
import { copyOf, reachingObjective, slotsByNode, trackedNumbers } from './reach.ts';
import { createReferenceProgram } from './reference-program.ts';
import { type Scoring, scoringOf } from './scoring.ts';
import type { TrainingSettings } from './settings.ts';
import type { BestEpoch, EpochRecord, Mark, Measures, Phase, TrainerSnapshot, Weights } from './snapshot.ts';

/** What a step was: one update, one piece of a measurement, the end of an epoch, the end of training, or its failure. */
export type StepKind = 'batch' | 'measure' | 'epoch' | 'done' | 'failed';

export interface TrainerOptions {
  /** The registry's ops when left out. */
  readonly table?: OpTable;
  /** The plain executor when left out. */
  readonly program?: ProgramFactory;
}

/** Where training stands; the lists are the trainer's own and grow. */
export interface TrainerState {
  readonly phase: Phase;
  /** Epochs finished, and how many there are to be. */
  readonly epoch: number;
  readonly epochs: number;
  /** Updates made. */
  readonly step: number;
  /** Share of the current epoch that is done, measuring included. */
  readonly epochShare: number;
  /** Loss of the last batch, in training mode, without penalty. */
  readonly batchLoss: number;
  readonly learningRate: number;
  readonly history: readonly EpochRecord[];
  readonly marks: readonly Mark[];
  readonly best: BestEpoch | null;
  readonly test: Measures | null;
  /** Whether early stopping ended it. */
  readonly stoppedEarly: boolean;
  /** Why it failed. */
  readonly problem: Problem | null;
}

/** Training as a machine that does a small piece of work a call, and nothing between calls. */
export interface Trainer {
  readonly settings: TrainingSettings;
  readonly dataset: Dataset;
  readonly split: Split;
  readonly normalizer: Normalizer;
  readonly bound: readonly BoundInput[];
  readonly flat: FlatParameters;
  /** Does one piece of work: one update, or one piece of measuring. Does nothing once done or failed. */
  step(): StepKind;
  state(): TrainerState;
  /** Live memory of all parameters. */
  parameters(): Float64Array;
  /** The values of a parameter, copied. */
  parameter(node: string): Float64Array | null;
  /** Running statistics, by node and setting. */
  tracked(): Weights['tracked'];
  /** Changes settings from the next step on, and marks the history. */
  adjust(adjustment: Adjustment): void;
  /** More or fewer epochs in all. A finished run goes on when there are more. */
  setEpochs(epochs: number): void;
  snapshot(): TrainerSnapshot;
  /** Throws `training.snapshot` where it is that of another graph. */
  restore(snapshot: TrainerSnapshot): void;
  readonly scoring: Scoring;
  /** A program with the current parameters for so many rows: for plots. Its memory is used again. */
  program(rows: number): BatchProgram;
  /** The same after a forward over `count` of the data's rows, from `rows[from]` on. */
  run(rows: Int32Array, from: number, count: number, training: boolean): BatchProgram;
}

/** Rows measured at once, at least; small batches would spend their time on calls. */
const MEASURE_ROWS = 64;
/** Programs kept: those of the batch, its rest, the rests of three parts, and some for plots. */
const MOST_PROGRAMS = 8;
const PARTS: readonly Part[] = ['train', 'validation', 'test'];

/** Prepares to train. Throws a ChainruleError `training.*`, `data.*`, `graph.*`, `shape.*`. */
export function createTrainer(
  graph: Graph,
  settings: TrainingSettings,
  dataset: Dataset,
  { table = opTable, program: makeProgram = createReferenceProgram }: TrainerOptions = {},
): Trainer {
  const { seed } = settings;
  const split = splitRows(dataset, settings.split, seed);
  const normalizer = fitNormalizer(settings.normalize, dataset, split.train);
  const batchRows = Math.min(settings.batchSize, split.train.length);
  const bound = bindInputs(graph, table, settings.bindings, dataset, batchRows);
  const analysis = analyze(withRows(graph, bound, batchRows), table);
  const reaching = reachingObjective(analysis);
  const flat = flatParameters(graph, table, (node) => reaching.has(node));
  if (flat.size === 0) fail('training.nothing-to-train', {}, { path: 'nodes' });
  const scoring = scoringOf(analysis, dataset);
  const gatherers = bound.map(({ columns }) => gatherer(dataset, normalizer, columns));
  const units = incomingWeights(flat, slotsByNode(graph));
  const measureRows = Math.max(batchRows, MEASURE_ROWS);

  // What training moves.
  const parameters = flat.start.slice();
  const gradients = new Float64Array(flat.size);
  const { definition: optimizer } = settings.optimizer;
  const slots = optimizer.state.map(() => new Float64Array(flat.size));
  // What they were before the last update: numbers that are not finite are seen one forward later.
  const before = parameters.slice();
  const slotsBefore = slots.map((slot) => slot.slice());
  let canUndo = false;
  const tracked = trackedNumbers(analysis);
  let controls: Adjustable = initialAdjustable(settings);
  let epochs = settings.epochs;
  let phase: Phase = epochs > 0 ? 'train' : 'done';
  let epoch = 0;
  let step = 0;
  let updates = 0;
  let cursor = 0;
  let part = 0;
  let lossSum = 0;
  let hits = 0;
  let measured: (Measures | null)[] = [null, null, null];
  let history: EpochRecord[] = [];
  let marks: Mark[] = [];
  let best: (BestEpoch & { weights: Weights | null }) | null = null;
  let sinceBest = 0;
  let stoppedEarly = false;
  let test: Measures | null = null;
  let batchLoss = Number.NaN;
  let failure: Problem | null = null;
  let interrupted: Phase = 'train'; // what was under way when it failed

  const monitor = monitorOf(settings, split, scoring.hasAccuracy);
  const call = { options: settings.optimizer.options, rate: 0, step: 0, decay: true };
  const context = { table, parameters: flat, tracked };
  const programs = new Map<number, BatchProgram>();
  const programOf = (rows: number) => {
    let found = programs.get(rows);
    if (!found) {
      found = makeProgram(withRows(graph, bound, rows), rows, context);
      if (programs.size >= MOST_PROGRAMS) programs.delete([...programs.keys()].find((key) => key !== batchRows)!);
      programs.set(rows, found);
    }
    return found;
  };

  let order = split.train;
  let orderOf = -1; // the epoch that `order` belongs to
  const mixed = new Int32Array(split.train.length);
  /** A full batch needs no shuffling: its gradient is the same in any order. */
  const shuffled = () => {
    if (batchRows === split.train.length) return split.train;
    if (orderOf !== epoch) {
      const draw = createRandom(seed, `shuffle ${epoch}`).permutation(mixed.length);
      for (let index = 0; index < mixed.length; index++) mixed[index] = split.train[draw[index]!]!;
      orderOf = epoch;
    }
    return mixed;
  };
  const streams = (purpose: string) => stream(seed, `dropout ${step} ${purpose}`);

  const fill = (program: BatchProgram, rows: Int32Array, from: number) => {
    for (let at = 0; at < bound.length; at++) gatherers[at]!(rows, from, program.rows, program.input(bound[at]!.node));
    program.load(parameters);
  };
  const rateNow = () =>
    controls.learningRate * settings.schedule.definition.factor(settings.schedule.options, epoch, epochs);

  /** Stops, with parameters for which everything was finite: the last update is taken back. */
  const refuse = (found: Problem): StepKind => {
    if (canUndo && found.code === 'training.not-finite') {
      parameters.set(before);
      for (let index = 0; index < slots.length; index++) slots[index]!.set(slotsBefore[index]!);
      updates--;
      canUndo = false;
    }
    failure = found;
    if (phase === 'measure') beginMeasuring(0);
    interrupted = phase;
    phase = 'failed';
    return 'failed';
  };

  const trainBatch = (): StepKind => {
    order = shuffled();
    const program = programOf(Math.min(batchRows, order.length - cursor));
    fill(program, order, cursor);
    program.prepare(streams);
    program.forward(true);
    if (!program.isForwardFinite()) return refuse(notFiniteProblem(program, analysis, epoch + 1, step + 1));
    batchLoss = program.loss() * (scoring.isSum ? 1 / program.rows : 1);
    program.backward(gradients);
    addPenalty(controls, parameters, gradients, flat.decayEnd);
    if (!allFinite(gradients)) return refuse(notFiniteProblem(program, analysis, epoch + 1, step + 1));
    if (controls.clipNorm !== null) clipGradients(gradients, controls.clipNorm);
    before.set(parameters);
    for (let index = 0; index < slots.length; index++) slotsBefore[index]!.set(slots[index]!);
    canUndo = true;
    call.options = controls.optimizer;
    call.rate = rateNow();
    call.step = ++updates;
    call.decay = true;
    if (flat.decayEnd > 0) optimizer.update(call, parameters, gradients, slots, 0, flat.decayEnd);
    call.decay = false;
    if (flat.decayEnd < flat.size) optimizer.update(call, parameters, gradients, slots, flat.decayEnd, flat.size);
    decayWeights(parameters, controls.weightDecay, flat.decayEnd);
    if (controls.maxNorm !== null) boundIncoming(parameters, units, controls.maxNorm);
    if (!allFinite(parameters)) return refuse(stepProblem(flat, parameters, epoch + 1, step + 1));
    program.track();
    step++;
    cursor += program.rows;
    if (cursor < order.length) return 'batch';
    beginMeasuring(0);
    return 'batch';
  };

  const beginMeasuring = (next: number) => {
    phase = next === 2 ? 'test' : 'measure';
    part = next;
    cursor = 0;
    lossSum = 0;
    hits = 0;
  };

  /** One piece of the part at hand; what follows when the part is done. */
  const measurePiece = (): StepKind => {
    const rows = split[PARTS[part]!];
    const program = programOf(Math.min(measureRows, rows.length - cursor));
    fill(program, rows, cursor);
    program.forward(false);
    lossSum += program.loss() * (scoring.isSum ? 1 : program.rows);
    if (scoring.hasAccuracy) hits += scoring.hits(program);
    cursor += program.rows;
    if (cursor < rows.length) return 'measure';
    const loss = lossSum / rows.length;
    if (!Number.isFinite(loss) && part < 2) return refuse(notFiniteProblem(program, analysis, epoch + 1, step));
    measured[part] = scoring.hasAccuracy ? { loss, accuracy: hits / rows.length } : { loss };
    if (part === 0 && split.validation.length > 0) {
      beginMeasuring(1);
      return 'measure';
    }
    if (part === 2) {
      test = measured[2]!;
      phase = 'done';
      return 'done';
    }
    return finishEpoch();
  };

  const finishEpoch = (): StepKind => {
    epoch++;
    const [train, validation] = measured;
    const record: EpochRecord = { epoch, train: train!, ...(validation ? { validation } : {}) };
    history.push(record);
    measured = [null, null, null];
    const value = monitor.read(record);
    if (best === null || monitor.isBetter(value, best.value)) {
      best = { ...record, value, weights: settings.earlyStopping?.restoreBest ? weights() : null };
      sinceBest = 0;
    } else sinceBest++;
    const { earlyStopping } = settings;
    stoppedEarly = earlyStopping !== null && sinceBest >= Math.max(1, earlyStopping.patience);
    if (epoch < epochs && !stoppedEarly) {
      phase = 'train';
      cursor = 0;
      return 'epoch';
    }
    finish();
    return 'epoch';
  };

  const finish = () => {
    if (settings.earlyStopping?.restoreBest && best?.weights) setWeights(best.weights);
    if (split.test.length > 0) beginMeasuring(2);
    else phase = 'done';
  };

  const weights = (): Weights => ({
    parameters: parameters.slice(),
    optimizer: slots.map((slot) => slot.slice()),
    updates,
    tracked: copyOf(tracked),
  });
  const setWeights = (from: Weights) => {
    parameters.set(from.parameters);
    for (let index = 0; index < slots.length; index++) slots[index]!.set(from.optimizer[index]!);
    updates = from.updates;
    for (const [node, lists] of tracked)
      for (const [name, list] of Object.entries(lists)) {
        const source = from.tracked[node]?.[name];
        for (let index = 0; index < list.length; index++) list[index] = source?.[index] ?? list[index]!;
      }
  };

  return {
    settings,
    dataset,
    split,
    normalizer,
    bound,
    flat,
    scoring,
    step() {
      try {
        if (phase === 'train') return trainBatch();
        if (phase === 'measure' || phase === 'test') return measurePiece();
      } catch (error) {
        if (error instanceof ChainruleError) return refuse(error.problem);
        throw error;
      }
      return phase;
    },
    state: () => ({
      phase,
      epoch,
      epochs,
      step,
      epochShare:
        phase === 'train' ? (0.75 * cursor) / split.train.length : phase === 'measure' ? 0.75 + 0.125 * part : 0,
      batchLoss,
      learningRate: rateNow(),
      history,
      marks,
      best,
      test,
      stoppedEarly,
      problem: failure,
    }),
    parameters: () => parameters,
    parameter(node) {
      const found = flat.list.find((each) => each.node === node);
      return found ? parameters.slice(found.offset, found.offset + found.size) : null;
    },
    tracked: () => copyOf(tracked),
    adjust(adjustment) {
      const next = adjusted(controls, adjustment, settings);
      const changes = Object.entries(next.changes);
      if (changes.length === 0) return;
      controls = next.controls;
      marks.push({ epoch, step, changes: next.changes });
      if (phase === 'failed') {
        phase = interrupted;
        failure = null;
      }
    },
    setEpochs(count) {
      epochs = count;
      if (phase === 'done' && epoch < epochs && !stoppedEarly) {
        phase = 'train';
        cursor = 0;
      }
    },
    snapshot: () => ({
      ...weights(),
      phase: phase === 'failed' ? interrupted : phase,
      epoch,
      step,
      cursor,
      part,
      lossSum,
      hits,
      measured: [...measured],
      history: [...history],
      marks: [...marks],
      best,
      sinceBest,
      test,
      adjusted: controls.changed,
    }),
    restore(from) {
      const sizes = [from.parameters, ...from.optimizer].map(({ length }) => length);
      if (sizes.some((size) => size !== flat.size) || from.optimizer.length !== slots.length)
        fail('training.snapshot', { detail: `it holds ${sizes[0]} numbers, the graph has ${flat.size}` });
      setWeights(from);
      ({ phase, epoch, step, cursor, part, lossSum, hits, sinceBest, test } = from);
      measured = [...from.measured];
      history = [...from.history];
      marks = [...from.marks];
      best = from.best;
      stoppedEarly = false;
      failure = null;
      controls = adjusted(initialAdjustable(settings), from.adjusted, settings).controls;
      orderOf = -1;
      canUndo = false;
      if (phase === 'done' && epoch < epochs) {
        phase = 'train';
        cursor = 0;
      }
    },
    program(rows) {
      const program = programOf(rows);
      program.load(parameters);
      return program;
    },
    run(rows, from, count, training) {
      const program = programOf(count);
      fill(program, rows, from);
      program.forward(training);
      return program;
    },
  };
}
