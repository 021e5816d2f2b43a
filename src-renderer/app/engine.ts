import type { EngineClient, EngineEvents } from '#engine';

/** Starts the engine in a worker. */
export function connectEngine(_events: EngineEvents): EngineClient {
  return {
    run: () => undefined,
    setValues: () => undefined,
    check: () => undefined,
    sweep: async () => null,
    dispose: () => undefined,
  };
}
