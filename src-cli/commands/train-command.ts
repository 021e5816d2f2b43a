import {
  type ChainruleDocument,
  ChainruleError,
  dataFiles,
  openTraining,
  serializeDocument,
  type Trainer,
  trainedDocument,
} from '#engine';
import { DataFailure, problemLine, UsageFailure } from '../failure.ts';
import { requireDocument } from '../read-document.ts';
import { readDataFiles } from '../training/read-data.ts';
import { bar, durationText, epochText, measuresText } from '../training/report.ts';
import { trainJson } from '../training/train-json.ts';
import { writeText } from '../write-text.ts';
import type { Arguments, Command, Output } from './define.ts';

/** Between two looks at the keyboard, and between two lines where no terminal rewrites them. */
const SLICE_MS = 20;
const LINE_MS = 1000;

export const trainCommand: Command = {
  name: 'train',
  summary: 'training as the document says; a progress bar on a terminal',
  files: 'one',
  flags: {
    epochs: { type: 'string', value: 'N', summary: 'epochs in all, instead of the document’s' },
    seed: { type: 'string', value: 'S', summary: 'another seed for weights, shuffling and dropout' },
    out: { type: 'string', value: 'FILE', summary: 'where to write the trained document' },
    json: { type: 'boolean', summary: 'one JSON object instead of lines' },
    resume: { type: 'boolean', summary: 'go on where the document’s training ended' },
  },
  async run(args, output) {
    const file = args.files[0]!;
    const document = requireDocument(file);
    const trainer = named(file, () => open(file, document, args));
    const { seconds, shown } = await train(trainer, output, args.has('json'));
    const { problem, test, history, stoppedEarly, best, epochs } = trainer.state();
    const out = args.text('out');
    if (out !== undefined) writeText(out, serializeDocument(trainedDocument(document, trainer, true)));
    if (args.has('json')) output.line(trainJson(trainer, seconds));
    else {
      const last = history.at(-1);
      if (last && last.epoch !== shown) output.line(epochText(last, epochs));
      if (stoppedEarly && best) output.line(`stopped early; the best was epoch ${best.epoch}`);
      if (test) output.line(`test ${measuresText(test)}`);
      output.line(`trained for ${durationText(seconds)}${out === undefined ? '' : `; written to ${out}`}`);
    }
    if (problem) throw new DataFailure(problemLine(file, problem));
    return 0;
  },
};

function open(file: string, document: ChainruleDocument, args: Arguments): Trainer {
  const epochs = wholeNumber(args, 'epochs');
  const seed = wholeNumber(args, 'seed');
  const dataset: unknown = document.training?.['dataset'];
  const files = dataset === undefined ? new Map<string, Uint8Array>() : readDataFiles(file, dataFiles(dataset));
  return openTraining(document, {
    files,
    resume: args.has('resume'),
    ...(epochs === undefined ? {} : { epochs }),
    ...(seed === undefined ? {} : { seed }),
  });
}

/** Trains to the end, or until the user asks to stop; the seconds it took, and the last epoch on a line of its own. */
async function train(trainer: Trainer, output: Output, quiet: boolean) {
  const begin = performance.now();
  const seconds = () => (performance.now() - begin) / 1000;
  const firstEpoch = trainer.state().epoch;
  let stopped = false;
  let lastLine = begin;
  let shown = -1;
  const release = output.onInterrupt?.(() => {
    stopped = true;
  });
  const report = () => {
    const { epoch, epochs, epochShare, history } = trainer.state();
    const last = history.at(-1);
    if (output.progress && !quiet) {
      const share = (epoch + epochShare - firstEpoch) / Math.max(1, epochs - firstEpoch);
      const left = share > 0 ? durationText((seconds() * (1 - share)) / share) : '…';
      const text = last ? epochText(last, epochs) : `epoch 0 of ${epochs}`;
      output.progress(`${bar(share)} ${text}; ${left} left`);
    } else if (!quiet && last && last.epoch > shown && performance.now() - lastLine >= LINE_MS) {
      shown = last.epoch;
      lastLine = performance.now();
      output.line(epochText(last, epochs));
    }
  };
  try {
    for (let going = true; going && !stopped; ) {
      const slice = performance.now();
      do {
        const kind = trainer.step();
        going = kind !== 'failed' && trainer.state().phase !== 'done';
      } while (going && performance.now() - slice < SLICE_MS);
      report();
      await new Promise<void>((resume) => setImmediate(resume)); // signals arrive between slices
    }
  } finally {
    release?.();
    output.progress?.('');
  }
  if (stopped) output.note('Stopped before the end.');
  return { seconds: seconds(), shown };
}

function wholeNumber(args: Arguments, flag: string): number | undefined {
  const text = args.text(flag);
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new UsageFailure(`train: --${flag} takes a whole number from 0 on, but got ${text}.`);
}

function named<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ChainruleError) throw new DataFailure(problemLine(file, error.problem));
    throw error;
  }
}
