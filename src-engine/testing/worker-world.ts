import type { EngineClient } from '../protocol/client.ts';
import { createEngineClient } from '../protocol/connect.ts';
import { serve } from '../protocol/host.ts';
import { createMemoryWorker, type MemoryWorker } from '../protocol/memory-port.ts';
import type { Timer } from '../protocol/port.ts';
import { stream } from '../random/stream.ts';
import type { RunResult } from '../run/result.ts';
import { smallOps } from './small-ops.ts';

/** A client with workers in a world whose clock and mail move only when told to. */
export interface WorkerWorld {
  readonly client: EngineClient;
  readonly workers: MemoryWorker[];
  /** What the client was told, in order: `result 3`, `restart crashed`. */
  readonly told: string[];
  readonly results: RunResult[];
  /** What was posted to workers, by type. */
  readonly posted: string[];
  /** Delivers the next `count` waiting messages; all of them, and those they cause, when left out. */
  deliver(count?: number): void;
  waitingMessages(): number;
  /** Moves the clock; timers that fall due are called. Mail is delivered between them unless `mail` is off. */
  pass(milliseconds: number, mail?: boolean): void;
  /** Moves the clock at once, and then calls each timer that fell due. */
  sleep(milliseconds: number): void;
  /** Makes `open` throw. */
  refuseWorkers: boolean;
}

export function createWorld(): WorkerWorld {
  const mail: (() => void)[] = [];
  const timers = new Map<number, { readonly at: number; readonly call: () => void }>();
  let clock = 0;
  let lastTimer = 0;
  const timer: Timer = {
    now: () => clock,
    after(delayMs, call) {
      const id = ++lastTimer;
      timers.set(id, { at: clock + delayMs, call });
      return () => timers.delete(id);
    },
  };
  const workers: MemoryWorker[] = [];
  const told: string[] = [];
  const results: RunResult[] = [];
  const posted: string[] = [];
  const deliver = (count = Number.POSITIVE_INFINITY) => {
    for (let delivered = 0; delivered < count && mail.length > 0; delivered++) mail.shift()!();
  };
  const world = { refuseWorkers: false };
  const client = createEngineClient({
    timer,
    open() {
      if (world.refuseWorkers) throw new Error('no worker to be had');
      const worker = createMemoryWorker(
        (port) =>
          serve(port, {
            table: smallOps,
            now: () => clock++, // work takes time
            defer: (call) => mail.push(call),
            uniform: (purpose) => stream(1, purpose),
          }),
        (call) => mail.push(call),
        (message) => structuredClone(message),
      );
      workers.push(worker);
      return {
        ...worker.client,
        post(request) {
          posted.push(request.type);
          worker.client.post(request);
        },
      };
    },
    events: {
      onResult(version, result) {
        told.push(`result ${version}`);
        results.push(result);
      },
      onCheck: (version, report) => told.push(`check ${version} ${report.ok}`),
      onFailure: (version, problem) => told.push(`failure ${version} ${problem.code}`),
      onRestart: (reason) => told.push(`restart ${reason}`),
    },
  });
  return Object.assign(world, {
    client,
    workers,
    told,
    results,
    posted,
    deliver,
    waitingMessages: () => mail.length,
    sleep(milliseconds: number) {
      clock += milliseconds;
      for (const [id, { at, call }] of [...timers]) {
        if (at > clock) continue;
        timers.delete(id);
        call();
      }
    },
    pass(milliseconds: number, withMail = true) {
      const end = clock + milliseconds;
      for (;;) {
        if (withMail) deliver();
        const due = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
        if (!due) break;
        timers.delete(due[0]);
        clock = Math.max(clock, due[1].at);
        due[1].call();
      }
      clock = Math.max(clock, end);
    },
  });
}
