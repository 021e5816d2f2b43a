import {
  type ClientPort,
  createEngineClient,
  createTrainingClient,
  type EngineClient,
  type EngineEvents,
  type TrainingClient,
  type TrainingEvents,
} from '#engine';
import type { Clock } from './platform.ts';

/** The engine in a worker of this page. */
export function connectEngineWorker(events: EngineEvents, clock: Clock): EngineClient {
  return createEngineClient({ open: () => openWorker('engine'), timer: timerOf(clock), events });
}

/** Training in a worker of its own, started with the first training. */
export function connectTrainingWorker(events: TrainingEvents, clock: Clock): TrainingClient {
  return createTrainingClient({ open: () => openWorker('training'), timer: timerOf(clock), events });
}

function timerOf(clock: Clock) {
  return {
    now: clock.now,
    after(delayMs: number, call: () => void) {
      const timer = clock.setTimeout(call, delayMs);
      return () => clock.clearTimeout(timer);
    },
  };
}

function openWorker(name: string): ClientPort {
  const worker = new Worker(new URL('../../src-engine/worker/main.ts', import.meta.url), {
    type: 'module',
    name,
  });
  return {
    post: (request) => worker.postMessage(request),
    listen(onMessage, onCrash) {
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => onMessage(data));
      worker.addEventListener('error', (event) => {
        event.preventDefault(); // it is handled: a new worker takes over
        onCrash(event.message);
      });
      worker.addEventListener('messageerror', () => onCrash('a message could not be read'));
    },
    terminate: () => worker.terminate(),
  };
}
