import type { Dataset } from '../data/dataset.ts';
import { openDataset } from '../data/registry.ts';
import type { Graph } from '../graph/graph.ts';
import type { OpTable } from '../graph/node-problems.ts';
import { opTable } from '../ops/registry.ts';
import type { ProgramFactory } from './batch-program.ts';
import { initializeParameters } from './initialize.ts';
import type { Trainer } from './machine.ts';
import { readTraining } from './settings.ts';
import type { EpochRecord } from './snapshot.ts';
import { readState, type Trained, trainedGraph, trainedSection } from './trained-graph.ts';
import { createTrainer } from './trainer.ts';

/** A document, as far as training looks at it. */
export interface Trainable extends Graph {
  readonly training?: Readonly<Record<string, unknown>>;
  readonly trained?: Trained;
}

export interface OpenTrainingOptions {
  /** Unpacked content of the data's files, by their paths in the document. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  /** Samples already opened; `files` is not looked at then. */
  readonly dataset?: Dataset;
  /** Instead of the document's. */
  readonly seed?: number;
  /** In all, those of a resumed run included; instead of the document's. */
  readonly epochs?: number;
  /** Goes on where `trained` ends, with its history, and with the optimizer's state where that was kept. */
  readonly resume?: boolean;
  readonly table?: OpTable;
  readonly program?: ProgramFactory;
}

/**
 * A document → a trainer about to do its first step. Parameters start from their values; where the document names an
 * initializer and was not trained yet, they are drawn first. Throws a ChainruleError that names the place.
 */
export function openTraining(document: Trainable, options: OpenTrainingOptions = {}): Trainer {
  const { trained } = document;
  const resume = (options.resume ?? false) && trained !== undefined;
  const read = readTraining(document.training);
  const seed = options.seed ?? (resume && typeof trained['seed'] === 'number' ? trained['seed'] : read.seed);
  const settings = { ...read, seed, epochs: options.epochs ?? read.epochs };
  const dataset =
    options.dataset ?? openDataset(settings.dataset, { seed, ...(options.files ? { files: options.files } : {}) });
  const table = options.table ?? opTable;
  const graph: Graph =
    settings.initialize && trained === undefined
      ? initializeParameters(document, settings.initialize, seed, table)
      : document;
  const trainer = createTrainer(graph, settings, dataset, {
    table,
    ...(options.program ? { program: options.program } : {}),
  });
  if (!resume) return trainer;
  const state = readState(trained, trainer);
  const history = (trained['history'] as readonly EpochRecord[] | undefined) ?? [];
  const epoch = typeof trained['epochs'] === 'number' ? trained['epochs'] : history.length;
  const step = typeof trained['steps'] === 'number' ? trained['steps'] : 0;
  trainer.restore(state ?? { ...trainer.snapshot(), epoch, step, history, phase: 'done' });
  return trainer;
}

/** The document with the parameters as they are now and the record of the run; `state` keeps what resuming to the bit needs. */
export function trainedDocument<D extends Trainable>(document: D, trainer: Trainer, state: boolean): D {
  return { ...trainedGraph(document, trainer), trained: trainedSection(trainer, state) };
}
