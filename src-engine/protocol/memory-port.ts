import type { ClientPort, HostPort } from './port.ts';

/** A worker in the same thread, for programs and tests without one. */
export interface MemoryWorker {
  readonly client: ClientPort;
  /** As if the worker had died. */
  crash(detail: string): void;
  readonly terminated: boolean;
}

/**
 * Joins a client and a host in one thread. Messages are copied with `clone` and arrive when `deliver` calls, in order;
 * after `terminate` nothing arrives on either side.
 */
export function createMemoryWorker(
  serveHost: (port: HostPort) => void,
  deliver: (call: () => void) => void,
  clone: <T>(message: T) => T,
): MemoryWorker {
  let alive = true;
  let toHost: (message: unknown) => void = () => undefined;
  let toClient: (message: unknown) => void = () => undefined;
  let crashed: (detail: string) => void = () => undefined;
  const send = (target: () => (message: unknown) => void, message: unknown) => {
    const copy = clone(message);
    deliver(() => {
      if (alive) target()(copy);
    });
  };
  serveHost({
    post: (response) => send(() => toClient, response),
    listen(onMessage) {
      toHost = onMessage;
    },
  });
  return {
    client: {
      post: (request) => send(() => toHost, request),
      listen(onMessage, onCrash) {
        toClient = onMessage;
        crashed = onCrash;
      },
      terminate() {
        alive = false;
      },
    },
    crash(detail) {
      if (!alive) return;
      alive = false;
      crashed(detail);
    },
    get terminated() {
      return !alive;
    },
  };
}
