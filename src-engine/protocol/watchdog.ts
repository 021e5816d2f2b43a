import type { Timer } from './port.ts';

export interface WatchdogOptions {
  readonly timer: Timer;
  /** Silence that is put up with while something is awaited. */
  readonly patienceMs: () => number;
  readonly tickMs: number;
  /** Whether anything is awaited from the worker. */
  readonly isAwaiting: () => boolean;
  /** Asks for a sign of life. */
  readonly ping: () => void;
  readonly onSilence: () => void;
}

/** Notices a worker that does not answer. Its timer runs only while something is awaited. */
export interface Watchdog {
  /** Something may be awaited now. */
  watch(): void;
  /** The worker has said something, or a new one has taken over. */
  calm(): void;
  stop(): void;
}

export function createWatchdog({ timer, patienceMs, tickMs, isAwaiting, ping, onSilence }: WatchdogOptions): Watchdog {
  let quietSince = 0;
  let ticked = 0;
  let callOff: (() => void) | null = null;

  const tickLater = () => {
    ticked = timer.now();
    callOff = timer.after(tickMs, tick);
  };
  const tick = () => {
    callOff = null;
    if (!isAwaiting()) return;
    const now = timer.now();
    // A window that slept itself has messages waiting that it has not seen.
    if (now - ticked > 2 * tickMs) quietSince = now;
    if (now - quietSince >= patienceMs()) {
      onSilence();
      return;
    }
    ping();
    tickLater();
  };
  return {
    watch() {
      if (callOff || !isAwaiting()) return;
      quietSince = timer.now();
      tickLater();
    },
    calm() {
      quietSince = timer.now();
    },
    stop() {
      callOff?.();
      callOff = null;
    },
  };
}
