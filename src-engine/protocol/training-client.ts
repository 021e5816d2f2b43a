import { type Problem, problem } from '../errors/fail.ts';
import type { Adjustment } from '../training/adjustable.ts';
import type { FlatParameter } from '../training/flat-parameters.ts';
import type { ClientPort, Timer } from './port.ts';
import { readTrainingResponse } from './read-training.ts';
import type {
  Probe,
  ProbeAnswer,
  TrainingAction,
  TrainingOutcome,
  TrainingProgress,
  TrainingRequest,
  TrainingResponse,
  TrainingStart,
} from './training-messages.ts';
import { createWatchdog } from './watchdog.ts';

/** What the window is told of the training under way; nothing of earlier ones. */
export interface TrainingEvents {
  onStarted(
    parameters: readonly FlatParameter[],
    rows: Readonly<Record<'train' | 'validation' | 'test', number>>,
  ): void;
  /** At most one for each call of `ready`, the newest state each time; those that pause or end training always. */
  onProgress(progress: TrainingProgress, outcome: TrainingOutcome | null, failure: Problem | null): void;
  /** It could not begin, or its worker was lost. */
  onRefused(problem: Problem): void;
}

/** The window's end of training, in a worker of its own, so that the graph stays live meanwhile. */
export interface TrainingClient {
  /** Ends what was under way and begins anew. */
  start(start: TrainingStart): void;
  control(action: TrainingAction): void;
  adjust(adjustment: Adjustment, epochs?: number): void;
  /** The window has painted: it is ready for the next progress. */
  ready(): void;
  /** `null` when training ended or was replaced meanwhile, or the question does not fit the network. */
  probe(probe: Probe): Promise<ProbeAnswer | null>;
  dispose(): void;
}

export interface TrainingClientOptions {
  /** Starts a worker. Called when the first training begins, and after a worker was lost. */
  readonly open: () => ClientPort;
  readonly timer: Timer;
  readonly events: TrainingEvents;
  /** A worker silent for so long while something is awaited is given up. */
  readonly patienceMs?: number;
}

export function createTrainingClient({
  open,
  timer,
  events,
  patienceMs = 10_000,
}: TrainingClientOptions): TrainingClient {
  let port: ClientPort | null = null;
  let id = 0;
  let active = false; // begun and neither paused nor ended
  let lastQuery = 0;
  let disposed = false;
  const queries = new Map<number, (answer: ProbeAnswer | null) => void>();

  const lose = (detail: string) => {
    port?.terminate();
    port = null;
    active = false;
    dropQueries();
    if (!disposed) events.onRefused(problem('engine.internal', { detail }));
  };
  const dropQueries = () => {
    for (const resolve of queries.values()) resolve(null);
    queries.clear();
  };
  const post = (request: TrainingRequest | { readonly type: 'ping'; readonly id: number }) => {
    try {
      if (!port) {
        const mine = open();
        port = mine;
        mine.listen(
          (message) => {
            if (port === mine) hear(message);
          },
          (detail) => {
            if (port === mine) lose(detail);
          },
        );
      }
      port.post(request);
    } catch (error) {
      lose(error instanceof Error ? error.message : `${error}`);
    }
    watchdog.watch();
  };
  const watchdog = createWatchdog({
    timer,
    tickMs: patienceMs / 4,
    patienceMs: () => patienceMs,
    isAwaiting: () => active || queries.size > 0,
    ping: () => post({ type: 'ping', id: 0 }),
    onSilence: () => lose('the training worker did not answer'),
  });

  const hear = (message: unknown) => {
    watchdog.calm();
    const response = readTrainingResponse(message);
    if (response && response.id === id) receive(response);
  };
  const receive = (response: TrainingResponse) => {
    switch (response.type) {
      case 'train-started':
        return events.onStarted(response.parameters, response.rows);
      case 'train-progress':
        active = response.progress.status === 'running';
        return events.onProgress(response.progress, response.outcome ?? null, response.problem ?? null);
      case 'train-probed': {
        const resolve = queries.get(response.query);
        queries.delete(response.query);
        return resolve?.(response.answer);
      }
      case 'train-refused':
        active = false;
        dropQueries();
        return events.onRefused(response.problem);
    }
  };

  return {
    start(start) {
      if (disposed) return;
      id++;
      dropQueries();
      active = true;
      post({ type: 'train', id, start });
    },
    control(action) {
      if (disposed || id === 0 || !port) return;
      if (action !== 'pause' && action !== 'stop') active = true;
      post({ type: 'train-control', id, action });
    },
    adjust(adjustment, epochs) {
      if (disposed || id === 0 || !port) return;
      post({ type: 'train-adjust', id, adjustment, ...(epochs === undefined ? {} : { epochs }) });
    },
    ready() {
      if (!disposed && active && port) post({ type: 'train-credit', id });
    },
    probe(probe) {
      if (disposed || id === 0 || !port) return Promise.resolve(null);
      return new Promise((resolve) => {
        queries.set(++lastQuery, resolve);
        post({ type: 'train-probe', id, query: lastQuery, probe });
      });
    },
    dispose() {
      disposed = true;
      active = false;
      watchdog.stop();
      dropQueries();
      port?.terminate();
      port = null;
    },
  };
}
