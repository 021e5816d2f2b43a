import { checkGradients } from '../autodiff/check.ts';
import type { CheckReport } from '../autodiff/check-report.ts';
import { problem } from '../errors/fail.ts';
import type { OpTable } from '../graph/node-problems.ts';
import type { PlanLayout } from '../plan/layout.ts';
import { createSession, type Session } from '../run/session.ts';
import { sweepValues } from '../run/sweep.ts';
import type { DocumentVersion, GraphRequest } from './messages.ts';
import type { HostPort } from './port.ts';
import { readRequest, versionOf } from './read-message.ts';
import { isTrainingMessage, readTrainingRequest } from './read-training.ts';
import { createTrainingHost } from './training-host.ts';

export interface HostOptions {
  /** The registry's ops when left out. */
  readonly table?: OpTable;
  /** Milliseconds, for durations and for pausing in time. */
  readonly now: () => number;
  /** Lets waiting messages arrive, then calls. */
  readonly defer: (call: () => void) => void;
  /** A stream of uniform draws from [0, 1) for each purpose. */
  readonly uniform: (purpose: string) => () => number;
}

/** How long a check goes on before messages are looked at. */
const SLICE_MS = 10;

interface RunningCheck {
  readonly version: DocumentVersion;
  readonly steps: Generator<void, CheckReport, void>;
}

/**
 * The worker's side. Pings are answered on arrival; other requests in order, one a turn, but a run is passed over when a
 * newer graph waits already. A check goes on in slices between the others, and is given up when the graph changes.
 */
export function serve(port: HostPort, { table, now, defer, uniform }: HostOptions): void {
  const queue: GraphRequest[] = [];
  const training = createTrainingHost(port, { now, ...(table ? { table } : {}) });
  let session: Session | null = null;
  let version: DocumentVersion = -1;
  let sentLayout: PlanLayout | null = null;
  let check: RunningCheck | null = null;
  let working = false;

  const refuse = (of: DocumentVersion, detail: string) =>
    port.post({ type: 'failed', version: of, problem: problem('engine.internal', { detail }) }, []);

  const run = (of: DocumentVersion, change: () => void) => {
    const start = now();
    check = null;
    change();
    version = of;
    const plan = session!.plan();
    const memory = plan.memory.slice(0, plan.layout.size);
    const known = plan.layout === sentLayout;
    sentLayout = plan.layout;
    port.post(
      {
        type: 'ran',
        version: of,
        ...(known ? {} : { layout: plan.layout }),
        memory,
        problems: plan.problems,
        kinks: session!.kinks(),
        durationMs: now() - start,
      },
      [memory.buffer],
    );
  };

  const handle = (request: GraphRequest) => {
    switch (request.type) {
      case 'run':
        if (queue.some(({ type }) => type === 'run')) return;
        run(request.version, () => {
          if (session) session.load(request.graph);
          else session = createSession(request.graph, table ? { table } : {});
        });
        return;
      case 'set-values': {
        if (queue.some(({ type }) => type === 'run')) return;
        const { base, values } = request;
        if (!session || base !== version) return refuse(request.version, `version ${base} is not the one at hand`);
        run(request.version, () => session!.setValues(values));
        return;
      }
      case 'check':
        if (!session || request.version !== version) return;
        check = { version, steps: checkGradients(session.plan(), { uniform: uniform('gradient check') }) };
        return;
      case 'sweep': {
        if (!session || request.version !== version) return;
        const { vary, index, observe, at } = request.sweep;
        const values = sweepValues(session.plan(), vary, index, observe, at);
        port.post({ type: 'swept', version, id: request.id, values }, []);
        return;
      }
    }
  };

  const continueCheck = ({ version: of, steps }: RunningCheck) => {
    const start = now();
    do {
      const step = steps.next();
      if (!step.done) continue;
      check = null;
      port.post({ type: 'checked', version: of, report: step.value }, []);
      return;
    } while (now() - start < SLICE_MS);
  };

  const work = () => {
    const request = queue.shift();
    try {
      if (request) handle(request);
      else if (check) continueCheck(check);
      else training.work();
    } catch (error) {
      refuse(request && 'version' in request ? request.version : version, detailOf(error));
      // Nothing of a graph that broke the engine is kept; the next one starts afresh.
      check = null;
      session = null;
      sentLayout = null;
      version = -1;
    }
    working = queue.length > 0 || check !== null || training.isRunning();
    if (working) defer(work);
  };

  const wake = () => {
    if (working) return;
    working = true;
    work();
  };

  port.listen((message) => {
    if (isTrainingMessage(message)) {
      const asked = readTrainingRequest(message);
      if (asked) training.handle(asked);
      else training.refuse(message['id']);
      if (training.isRunning()) wake();
      return;
    }
    const request = readRequest(message);
    if (!request) {
      const of = versionOf(message);
      if (of !== null) refuse(of, 'a message came that is no request');
      return;
    }
    if (request.type === 'ping') {
      port.post({ type: 'pong', id: request.id }, []);
      return;
    }
    queue.push(request);
    wake();
  });
}

const detailOf = (error: unknown) => (error instanceof Error ? error.message : `${error}`);
