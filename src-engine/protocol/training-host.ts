import { ChainruleError, type Problem, problem } from '../errors/fail.ts';
import type { OpTable } from '../graph/node-problems.ts';
import { opTable } from '../ops/registry.ts';
import type { Trainer } from '../training/machine.ts';
import { openTraining, type Trainable } from '../training/open-training.ts';
import { probeClasses, probeHealth, probeValues } from '../training/probe.ts';
import { trainedPatches, trainedSection } from '../training/trained-graph.ts';
import type { HostPort } from './port.ts';
import type { Probe, ProbeAnswer, TrainingAction, TrainingRequest, TrainingStatus } from './training-messages.ts';

export interface TrainingHost {
  handle(request: TrainingRequest): void;
  /** Answers a message that is no request, where it names a training. */
  refuse(id: unknown): void;
  isRunning(): boolean;
  /** Trains for a few milliseconds. */
  work(): void;
}

interface Run {
  readonly id: number;
  readonly document: Trainable;
  readonly trainer: Trainer;
  status: TrainingStatus;
  /** Where to pause by itself. */
  until: 'step' | 'epoch' | null;
  /** Messages about progress that may still be sent. */
  credit: number;
  /** Epochs already reported. */
  reported: number;
  spentMs: number;
  /** Epochs when the run began, for its pace. */
  readonly firstEpoch: number;
}

/** How long training goes on before messages are looked at. */
const SLICE_MS = 10;

/**
 * Trains in slices. Progress goes out when the window has given credit for it, the newest state each time; what ends or
 * pauses training goes out at once. One training at a time: a new one ends the one before.
 */
export function createTrainingHost(
  port: HostPort,
  { table = opTable, now }: { readonly table?: OpTable; readonly now: () => number },
): TrainingHost {
  let run: Run | null = null;

  const send = (of: Run, failure?: Problem) => {
    const { trainer, document: _, status, firstEpoch } = of;
    const state = trainer.state();
    const parameters = trainer.parameters().slice();
    const done = state.epoch + state.epochShare - firstEpoch;
    const left = state.epochs - state.epoch - state.epochShare;
    const history = state.history.slice(of.reported);
    of.reported = state.history.length;
    const ended = status !== 'running';
    port.post(
      {
        type: 'train-progress',
        id: of.id,
        progress: {
          status,
          epoch: state.epoch,
          epochs: state.epochs,
          step: state.step,
          epochShare: state.epochShare,
          batchLoss: state.batchLoss,
          learningRate: state.learningRate,
          spentMs: of.spentMs,
          leftMs: ended || done <= 0 ? null : (of.spentMs / done) * left,
          history,
          marks: state.marks,
          best: state.best && recordOf(state.best),
          test: state.test,
          stoppedEarly: state.stoppedEarly,
          parameters,
        },
        ...(ended
          ? {
              outcome: {
                nodes: trainedPatches(trainer),
                trained: trainedSection(trainer, false),
                snapshot: trainer.snapshot(),
              },
            }
          : {}),
        ...(failure ? { problem: failure } : {}),
      },
      [parameters.buffer],
    );
  };

  const end = (of: Run, status: TrainingStatus) => {
    of.status = status;
    of.until = null;
    send(of, of.trainer.state().problem ?? undefined);
  };

  const begin = (request: Extract<TrainingRequest, { type: 'train' }>) => {
    const { document, files, snapshot, paused, ...options } = request.start;
    run = null;
    const trainer = openTraining(document, { ...options, table, ...(files ? { files: new Map(files) } : {}) });
    if (snapshot) trainer.restore(snapshot);
    const { epoch, phase } = trainer.state();
    const rows = {
      train: trainer.split.train.length,
      validation: trainer.split.validation.length,
      test: trainer.split.test.length,
    };
    port.post({ type: 'train-started', id: request.id, parameters: trainer.flat.list, rows }, []);
    run = {
      id: request.id,
      document,
      trainer,
      status: 'running',
      until: null,
      credit: 1,
      reported: 0,
      spentMs: 0,
      firstEpoch: epoch,
    };
    if (paused || phase === 'done') end(run, phase === 'done' ? 'done' : 'paused');
  };

  const control = (of: Run, action: TrainingAction) => {
    if (action === 'stop' || action === 'pause') {
      if (of.status === 'running' || (action === 'stop' && of.status === 'paused'))
        end(of, action === 'stop' ? 'stopped' : 'paused');
      return;
    }
    if (of.status === 'running' || of.trainer.state().phase === 'failed' || of.trainer.state().phase === 'done') return;
    of.until = action === 'resume' ? null : action;
    of.status = 'running';
  };

  const answer = (of: Run, probe: Probe): ProbeAnswer => {
    if (probe.kind === 'values')
      return { kind: 'values', values: probeValues(of.trainer, probe.features, probe.observe) };
    if (probe.kind === 'classes') return { kind: 'classes', ...probeClasses(of.trainer, probe.part) };
    return { kind: 'health', nodes: probeHealth(of.trainer, of.document, table) };
  };

  const handle = (request: TrainingRequest) => {
    if (request.type === 'train') return begin(request);
    if (run === null || request.id !== run.id) return;
    switch (request.type) {
      case 'train-control':
        return control(run, request.action);
      case 'train-credit':
        run.credit = 1;
        return;
      case 'train-adjust': {
        run.trainer.adjust(request.adjustment);
        if (request.epochs !== undefined) run.trainer.setEpochs(request.epochs);
        if (run.status !== 'running') send(run);
        return;
      }
      case 'train-probe': {
        const given = answer(run, request.probe);
        port.post({ type: 'train-probed', id: run.id, query: request.query, answer: given }, buffersOf(given));
      }
    }
  };

  return {
    refuse(id) {
      if (typeof id !== 'number' || !Number.isSafeInteger(id)) return;
      const detail = 'a message came that is no request';
      port.post({ type: 'train-refused', id, problem: problem('engine.internal', { detail }) }, []);
    },
    isRunning: () => run?.status === 'running',
    handle(request) {
      try {
        handle(request);
      } catch (error) {
        if (request.type === 'train-probe')
          port.post({ type: 'train-probed', id: request.id, query: request.query, answer: null }, []);
        else port.post({ type: 'train-refused', id: request.id, problem: problemOf(error) }, []);
      }
    },
    work() {
      if (run?.status !== 'running') return;
      const { trainer } = run;
      const start = now();
      try {
        for (;;) {
          const kind = trainer.step();
          const { phase } = trainer.state();
          if (
            kind === 'failed' ||
            phase === 'done' ||
            kind === run.until ||
            (run.until === 'step' && kind === 'batch')
          ) {
            run.spentMs += now() - start;
            return end(run, kind === 'failed' ? 'failed' : phase === 'done' ? 'done' : 'paused');
          }
          if (now() - start >= SLICE_MS) break;
        }
      } catch (error) {
        run.status = 'failed';
        port.post({ type: 'train-refused', id: run.id, problem: problemOf(error) }, []);
        run = null;
        return;
      }
      run.spentMs += now() - start;
      if (run.credit === 0) return;
      run.credit--;
      send(run);
    },
  };
}

function problemOf(error: unknown): Problem {
  if (error instanceof ChainruleError) return error.problem;
  return problem('engine.internal', { detail: error instanceof Error ? error.message : `${error}` });
}

function buffersOf(answer: ProbeAnswer): ArrayBuffer[] {
  if (answer.kind === 'values') return answer.values.map(({ buffer }) => buffer as ArrayBuffer);
  if (answer.kind === 'classes')
    return [answer.rows, answer.found, answer.wanted].map(({ buffer }) => buffer as ArrayBuffer);
  return [];
}

function recordOf<T extends { readonly epoch: number }>(best: T & { readonly weights?: unknown }): T {
  const { weights: _, ...record } = best;
  return record as T & Record<never, never>;
}
