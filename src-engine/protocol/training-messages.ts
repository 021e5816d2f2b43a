import type { Part } from '../data/split.ts';
import type { Problem } from '../errors/fail.ts';
import type { Adjustment } from '../training/adjustable.ts';
import type { FlatParameter } from '../training/flat-parameters.ts';
import type { UnitHealth } from '../training/health.ts';
import type { Trainable } from '../training/open-training.ts';
import type { BestEpoch, EpochRecord, Mark, Measures, TrainerSnapshot } from '../training/snapshot.ts';
import type { NodePatch, Trained } from '../training/trained-graph.ts';

/** Identifies one training; answers to an older one are dropped. */
type TrainingId = number;

export interface TrainingStart {
  readonly document: Trainable;
  /** Unpacked content of the data's files, by the paths the document gives. */
  readonly files?: readonly (readonly [path: string, bytes: Uint8Array])[];
  readonly seed?: number;
  readonly epochs?: number;
  /** Goes on where the document's `trained` section ends. */
  readonly resume?: boolean;
  /** Goes on from here instead. */
  readonly snapshot?: TrainerSnapshot;
  /** Waits for the first control. */
  readonly paused?: boolean;
}

/** `step`: one update, and then a pause; `epoch`: to the end of the epoch at hand. */
export type TrainingAction = 'pause' | 'resume' | 'step' | 'epoch' | 'stop';

export type TrainingRequest =
  | { readonly type: 'train'; readonly id: TrainingId; readonly start: TrainingStart }
  | { readonly type: 'train-control'; readonly id: TrainingId; readonly action: TrainingAction }
  | {
      readonly type: 'train-adjust';
      readonly id: TrainingId;
      readonly adjustment: Adjustment;
      /** Epochs in all. */
      readonly epochs?: number;
    }
  /** One more progress message may be sent. */
  | { readonly type: 'train-credit'; readonly id: TrainingId }
  | { readonly type: 'train-probe'; readonly id: TrainingId; readonly query: number; readonly probe: Probe };

/** A question to the network as it stands; it is answered between two steps. */
export type Probe =
  /** Values of nodes for rows of features, before normalization: for boundaries, fits, warped spaces. */
  | { readonly kind: 'values'; readonly features: Float64Array; readonly observe: readonly string[] }
  /** Classes found and wanted for every row of a part: for a table of confusion. */
  | { readonly kind: 'classes'; readonly part: Part }
  /** Activations, gradients and their health, from one batch of the training part. */
  | { readonly kind: 'health' };

export type ProbeAnswer =
  | { readonly kind: 'values'; readonly values: readonly Float64Array[] }
  | { readonly kind: 'classes'; readonly rows: Int32Array; readonly found: Int32Array; readonly wanted: Int32Array }
  | { readonly kind: 'health'; readonly nodes: readonly UnitHealth[] };

export type TrainingStatus = 'running' | 'paused' | 'done' | 'stopped' | 'failed';

export interface TrainingProgress {
  readonly status: TrainingStatus;
  readonly epoch: number;
  readonly epochs: number;
  readonly step: number;
  /** Of the current epoch. */
  readonly epochShare: number;
  readonly batchLoss: number;
  readonly learningRate: number;
  /** Milliseconds at work so far, pauses left out, and those left at this pace; `null` before that is known. */
  readonly spentMs: number;
  readonly leftMs: number | null;
  /** Epochs since the last message. */
  readonly history: readonly EpochRecord[];
  /** Of the whole run. */
  readonly marks: readonly Mark[];
  readonly best: BestEpoch | null;
  readonly test: Measures | null;
  readonly stoppedEarly: boolean;
  /** All parameters as they are; transferred, not copied. */
  readonly parameters: Float64Array;
}

/** What there is whenever training pauses or ends: the document's new values and record, and where to go on. */
export interface TrainingOutcome {
  readonly nodes: readonly NodePatch[];
  readonly trained: Trained;
  readonly snapshot: TrainerSnapshot;
}

export type TrainingResponse =
  | {
      readonly type: 'train-started';
      readonly id: TrainingId;
      /** Where each parameter lies in `progress.parameters`. */
      readonly parameters: readonly FlatParameter[];
      readonly rows: Readonly<Record<Part, number>>;
    }
  | {
      readonly type: 'train-progress';
      readonly id: TrainingId;
      readonly progress: TrainingProgress;
      /** Present unless it is running. */
      readonly outcome?: TrainingOutcome;
      /** Why it failed. */
      readonly problem?: Problem;
    }
  | {
      readonly type: 'train-probed';
      readonly id: TrainingId;
      readonly query: number;
      readonly answer: ProbeAnswer | null;
    }
  /** It could not begin. */
  | { readonly type: 'train-refused'; readonly id: TrainingId; readonly problem: Problem };
