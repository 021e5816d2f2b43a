import { type ClientPort, createEngineClient, type EngineClient, type EngineEvents } from '#engine';
import type { Clock } from './platform.ts';

/** The engine in a worker of this page. */
export function connectEngineWorker(events: EngineEvents, clock: Clock): EngineClient {
  return createEngineClient({
    open: openWorker,
    timer: {
      now: clock.now,
      after(delayMs, call) {
        const timer = clock.setTimeout(call, delayMs);
        return () => clock.clearTimeout(timer);
      },
    },
    events,
  });
}

function openWorker(): ClientPort {
  const worker = new Worker(new URL('../../src-engine/worker/main.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
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
