import type { Dataset } from '../data/dataset.ts';
import type { Normalizer } from '../data/normalize.ts';
import type { Split } from '../data/split.ts';
import type { Problem } from '../errors/fail.ts';
import type { OpTable } from '../graph/node-problems.ts';
import type { Adjustment } from './adjustable.ts';
import type { BatchProgram, ProgramFactory } from './batch-program.ts';
import type { BoundInput } from './bind.ts';
import type { FlatParameters } from './flat-parameters.ts';
import type { Scoring } from './scoring.ts';
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
