import { problem } from '../errors/fail.ts';
import type { PlanLayout } from '../plan/layout.ts';
import { type RunResult, readRun } from '../run/result.ts';
import type { EngineClient, EngineEvents } from './client.ts';
import type { DocumentVersion, GraphResponse, Request, Sweep } from './messages.ts';
import type { ClientPort, Timer } from './port.ts';
import { readResponse } from './read-message.ts';
import { following, requestFor, type Wanted } from './wanted.ts';
import { createWatchdog } from './watchdog.ts';

export interface ConnectOptions {
  /** Starts a worker. Called again whenever one has to be replaced. */
  readonly open: () => ClientPort;
  readonly timer: Timer;
  readonly events: EngineEvents;
  /** A worker that has not answered for so long is replaced. */
  readonly patienceMs?: number;
}

/** Workers lost to one state of the document before it is no longer tried. */
const MAX_ATTEMPTS = 2;
/** A worker that is still loading, or has a graph for the second time, gets so many times the patience. */
const SECOND_PATIENCE = 5;

interface OpenSweep {
  readonly version: DocumentVersion;
  readonly sweep: Sweep;
  readonly resolve: (values: readonly number[] | null) => void;
  posted: boolean;
}

/**
 * The window's end. A request waits while a run is under way, and is replaced by a newer one; a check and sweeps follow
 * once the run of their version is answered. While something is awaited the worker is pinged four times in its patience;
 * one that stays silent, or dies, is replaced and given the last graph again, unless that graph has done it before.
 */
export function createEngineClient({ open, timer, events, patienceMs = 2000 }: ConnectOptions): EngineClient {
  let port: ClientPort | null = null;
  let latest: Wanted | null = null;
  let waiting = false; // `latest` has not been posted yet
  let running: DocumentVersion | null = null;
  let held: DocumentVersion = -1; // what the worker has, once all that was posted is done
  let layout: PlanLayout | null = null;
  let check: { readonly version: DocumentVersion; posted: boolean } | null = null;
  const sweeps = new Map<number, OpenSweep>();
  let lastId = 0;
  let heard = false; // whether this worker has said anything yet
  let attempts = 0; // workers lost since a run was last answered
  let losses = 0; // workers lost while this version was checked or swept
  let disposed = false;

  const start = () => {
    const mine = open();
    port = mine;
    heard = false;
    watchdog.calm();
    mine.listen(
      (message) => {
        if (port === mine) receive(readResponse(message));
      },
      () => {
        if (port === mine) replace('crashed');
      },
    );
    mine.post({ type: 'ping', id: ++lastId }); // its answer tells loading from hanging
  };

  const post = (request: Request) => {
    try {
      if (!port) start();
      port!.post(request);
    } catch (error) {
      // No worker to be had: the document lives on, and the next request tries again.
      port = null;
      giveUp(detailOf(error));
    }
  };

  /** Posts what can be posted now. */
  const advance = () => {
    if (disposed) return;
    if (running === null && waiting && latest) {
      const { version } = latest;
      post(requestFor(latest, held));
      if (!waiting) return; // given up
      waiting = false;
      running = version;
      held = version;
    }
    if (running === null && !waiting) {
      if (held !== latest?.version || losses >= MAX_ATTEMPTS) {
        check = null;
        dropSweeps();
      }
      if (check && !check.posted) {
        check.posted = true;
        post({ type: 'check', version: check.version });
      }
      for (const [id, open] of sweeps) {
        if (open.posted) continue;
        open.posted = true;
        post({ type: 'sweep', version: open.version, id, sweep: open.sweep });
      }
    }
    watchdog.watch();
  };

  const isAwaiting = () =>
    running !== null || (check?.posted ?? false) || [...sweeps.values()].some((each) => each.posted);

  const watchdog = createWatchdog({
    timer,
    tickMs: patienceMs / 4,
    patienceMs: () => (heard && attempts === 0 ? patienceMs : patienceMs * SECOND_PATIENCE),
    isAwaiting,
    ping: () => post({ type: 'ping', id: ++lastId }),
    onSilence: () => replace('unresponsive'),
  });

  const replace = (reason: 'crashed' | 'unresponsive') => {
    port?.terminate();
    port = null;
    layout = null;
    held = -1;
    running = null;
    waiting = latest !== null;
    if (check?.posted || [...sweeps.values()].some(({ posted }) => posted)) losses++;
    else attempts++;
    if (check) check.posted = false;
    for (const each of sweeps.values()) each.posted = false;
    events.onRestart(reason);
    if (disposed) return;
    if (attempts >= MAX_ATTEMPTS)
      giveUp(reason === 'crashed' ? 'its worker crashed twice' : 'its worker did not answer, twice');
    else advance();
  };

  /** Stops trying the latest version; a newer one is tried afresh. */
  const giveUp = (detail: string) => {
    waiting = false;
    running = null;
    held = -1;
    attempts = 0;
    check = null;
    dropSweeps();
    if (latest) events.onFailure(latest.version, problem('engine.internal', { detail }));
  };

  const dropSweeps = () => {
    for (const { resolve } of sweeps.values()) resolve(null);
    sweeps.clear();
  };

  const receive = (response: GraphResponse | null) => {
    watchdog.calm();
    heard = true;
    if (!response) return;
    switch (response.type) {
      case 'pong':
        return;
      case 'ran':
        if (response.layout) layout = response.layout;
        if (response.version !== running) return;
        running = null;
        attempts = 0;
        if (response.version === latest?.version) tell(response);
        return advance();
      case 'checked':
        if (response.version !== check?.version) return;
        check = null;
        events.onCheck(response.version, response.report);
        return;
      case 'swept': {
        const open = sweeps.get(response.id);
        sweeps.delete(response.id);
        open?.resolve(response.values);
        return;
      }
      case 'failed':
        if (response.version === running) running = null;
        held = -1;
        if (response.version === latest?.version) {
          check = null;
          dropSweeps();
          events.onFailure(response.version, response.problem);
        }
        return advance();
    }
  };

  const tell = ({ version, memory, problems, kinks, durationMs }: Extract<GraphResponse, { type: 'ran' }>) => {
    let result: RunResult;
    try {
      if (!layout) throw new Error('a run came without its layout');
      result = readRun(layout, memory, problems, kinks);
    } catch (error) {
      events.onFailure(version, problem('engine.internal', { detail: detailOf(error) }));
      return;
    }
    events.onResult(version, result, durationMs);
  };

  const want = (next: Wanted) => {
    latest = next;
    waiting = true;
    losses = 0;
    check = null;
    dropSweeps();
    advance();
  };

  return {
    run(version, graph) {
      if (!disposed) want({ version, graph, change: null });
    },
    setValues(version, base, values, graph) {
      if (disposed) return;
      const next: Wanted = { version, graph, change: { base, values } };
      want(waiting && latest ? following(latest, next) : next);
    },
    check(version) {
      if (disposed || version !== latest?.version || check?.version === version) return;
      check = { version, posted: false };
      advance();
    },
    sweep(version, sweep) {
      if (disposed || version !== latest?.version) return Promise.resolve(null);
      return new Promise((resolve) => {
        sweeps.set(++lastId, { version, sweep, resolve, posted: false });
        advance();
      });
    },
    dispose() {
      disposed = true;
      watchdog.stop();
      dropSweeps();
      port?.terminate();
      port = null;
    },
  };
}

const detailOf = (error: unknown) => (error instanceof Error ? error.message : `${error}`);
