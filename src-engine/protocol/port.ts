import type { Request, Response } from './messages.ts';

/** The window's end of a worker. What arrives is checked before it is believed. */
export interface ClientPort {
  post(request: Request): void;
  /** Called once, before anything is posted. `onCrash`: the worker died, or a message could not be read. */
  listen(onMessage: (message: unknown) => void, onCrash: (detail: string) => void): void;
  /** Ends the worker at once, whatever it is doing. Nothing arrives afterwards. */
  terminate(): void;
}

/** The worker's end. */
export interface HostPort {
  /** `transfer` is handed over, not copied. */
  post(response: Response, transfer: readonly ArrayBuffer[]): void;
  listen(onMessage: (message: unknown) => void): void;
}

/** Time, as the platform has it. */
export interface Timer {
  /** Milliseconds, never going back. */
  now(): number;
  /** Calls once, later; the result calls it off. */
  after(delayMs: number, call: () => void): () => void;
}
