import type { Dataset } from '../data/dataset.ts';
import type { Part } from '../data/split.ts';
import { ChainruleError, type Problem } from '../errors/fail.ts';
import type { Graph } from '../graph/graph.ts';
import { opTable } from '../ops/registry.ts';
import { stream } from '../random/stream.ts';
import { type Adjustable, adjusted, initialAdjustable } from './adjustable.ts';
import { createBatches } from './batches.ts';
import { notFiniteProblem, stepProblem } from './forensics.ts';
import type { StepKind, Trainer, TrainerOptions } from './machine.ts';
import { monitorOf } from './monitor.ts';
import { copyOf } from './reach.ts';
import { createReferenceProgram } from './reference-program.ts';
import type { TrainingSettings } from './settings.ts';
import type { BestEpoch, EpochRecord, Mark, Measures, Phase, Weights } from './snapshot.ts';
import { createUpdater } from './updater.ts';

/** Rows measured at once, at least; small batches would spend their time on calls. */
const MEASURE_ROWS = 64;
const PARTS: readonly Part[] = ['train', 'validation', 'test'];

/** Prepares to train. Throws a ChainruleError `training.*`, `data.*`, `graph.*`, `shape.*`. */
export function createTrainer(
  graph: Graph,
  settings: TrainingSettings,
  dataset: Dataset,
  { table = opTable, program = createReferenceProgram }: TrainerOptions = {},
): Trainer {
  const batches = createBatches(graph, settings, dataset, table, program);
  const { split, bound, analysis, flat, scoring, tracked, batchRows } = batches;
  const updater = createUpdater(graph, settings, batches);
  const { parameters } = updater;
  const monitor = monitorOf(settings, split, scoring.hasAccuracy);
  const measureRows = Math.max(batchRows, MEASURE_ROWS);

  let controls: Adjustable = initialAdjustable(settings);
  let epochs = settings.epochs;
  let phase: Phase = epochs > 0 ? 'train' : 'done';
  let epoch = 0;
  let step = 0;
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

  const streams = (purpose: string) => stream(settings.seed, `dropout ${step} ${purpose}`);

  const rateNow = () =>
    controls.learningRate * settings.schedule.definition.factor(settings.schedule.options, epoch, epochs);

  /** Stops, with parameters for which everything was finite: the last update is taken back. */
  const refuse = (found: Problem): StepKind => {
    if (found.code === 'training.not-finite') updater.undo();
    failure = found;
    if (phase === 'measure') beginMeasuring(0);
    interrupted = phase;
    phase = 'failed';
    return 'failed';
  };

  const trainBatch = (): StepKind => {
    const rows = batches.order(epoch);
    const batch = batches.filled(rows, cursor, Math.min(batchRows, rows.length - cursor), parameters);
    batch.prepare(streams);
    batch.forward(true);
    if (!batch.isForwardFinite()) return refuse(notFiniteProblem(batch, analysis, epoch + 1, step + 1));
    batchLoss = batch.loss() * (scoring.isSum ? 1 / batch.rows : 1);
    const wrong = updater.update(batch, controls, rateNow());
    if (wrong === 'gradients') return refuse(notFiniteProblem(batch, analysis, epoch + 1, step + 1));
    if (wrong === 'parameters') return refuse(stepProblem(flat, parameters, epoch + 1, step + 1));
    step++;
    cursor += batch.rows;
    if (cursor === rows.length) beginMeasuring(0);
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
    const piece = batches.filled(rows, cursor, Math.min(measureRows, rows.length - cursor), parameters);
    piece.forward(false);
    lossSum += piece.loss() * (scoring.isSum ? 1 : piece.rows);
    if (scoring.hasAccuracy) hits += scoring.hits(piece);
    cursor += piece.rows;
    if (cursor < rows.length) return 'measure';
    const loss = lossSum / rows.length;
    if (!Number.isFinite(loss) && part < 2) return refuse(notFiniteProblem(piece, analysis, epoch + 1, step));
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
      best = { ...record, value, weights: settings.earlyStopping?.restoreBest ? updater.weights() : null };
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
    if (settings.earlyStopping?.restoreBest && best?.weights) updater.setWeights(best.weights);
    if (split.test.length > 0) beginMeasuring(2);
    else phase = 'done';
  };

  return {
    settings,
    dataset,
    split,
    normalizer: batches.normalizer,
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
      ...updater.weights(),
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
      updater.setWeights(from);
      ({ phase, epoch, step, cursor, part, lossSum, hits, sinceBest, test } = from);
      measured = [...from.measured];
      history = [...from.history];
      marks = [...from.marks];
      best = from.best;
      stoppedEarly = false;
      failure = null;
      controls = adjusted(initialAdjustable(settings), from.adjusted, settings).controls;
      if (phase === 'done' && epoch < epochs) {
        phase = 'train';
        cursor = 0;
      }
    },
    program(rows) {
      const found = batches.programOf(rows);
      found.load(parameters);
      return found;
    },
    run(rows, from, count, training) {
      const found = batches.filled(rows, from, count, parameters);
      found.forward(training);
      return found;
    },
  };
}
