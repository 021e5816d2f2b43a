/** Means over the samples of one part. */
export interface Measures {
  readonly loss: number;
  /** Share of samples whose class was found; only where the loss is one of a classification. */
  readonly accuracy?: number;
}

/** One epoch of the history. */
export interface EpochRecord {
  /** From 1 on. */
  readonly epoch: number;
  readonly train: Measures;
  readonly validation?: Measures;
}

/** A setting that was changed while training. */
export interface Mark {
  /** Epochs done by then. */
  readonly epoch: number;
  readonly step: number;
  /** Setting → value before and after. */
  readonly changes: Readonly<Record<string, readonly [number | null, number | null]>>;
}

/** The epoch that early stopping would return to. */
export interface BestEpoch extends EpochRecord {
  readonly value: number;
}

/** Everything an epoch's work stands on: parameters, optimizer, running statistics. */
export interface Weights {
  readonly parameters: Float64Array;
  readonly optimizer: readonly Float64Array[];
  /** Updates the optimizer has made. */
  readonly updates: number;
  /** Running statistics, by node and setting. */
  readonly tracked: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

export type Phase = 'train' | 'measure' | 'test' | 'done' | 'failed';

/**
 * Training stopped between two steps, as plain data that can be copied to another thread. Draws need no state: each
 * comes from the seed, its purpose and the number of the epoch or step.
 */
export interface TrainerSnapshot extends Weights {
  readonly phase: Phase;
  /** Epochs finished. */
  readonly epoch: number;
  /** Steps done since the beginning. */
  readonly step: number;
  /** Rows of the part at hand that are done. */
  readonly cursor: number;
  /** The part being measured, and what was summed so far. */
  readonly part: number;
  readonly lossSum: number;
  readonly hits: number;
  readonly measured: readonly (Measures | null)[];
  readonly history: readonly EpochRecord[];
  readonly marks: readonly Mark[];
  readonly best: (BestEpoch & { readonly weights: Weights | null }) | null;
  readonly sinceBest: number;
  readonly test: Measures | null;
  readonly adjusted: Readonly<Record<string, number | null>>;
}
