import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Adjustment,
  type ChainruleDocument,
  type EpochRecord,
  type NodePatch,
  type Probe,
  type ProbeAnswer,
  type Problem,
  type TrainingAction,
  type TrainingClient,
  type TrainingEvents,
  type TrainingOutcome,
  type TrainingProgress,
  type TrainingStatus,
  withPatches,
} from '#engine';
import type { Clock } from '../platform/platform.ts';
import type { Translate } from '../texts/texts.ts';
import type { DocumentStore } from './document-store.ts';
import { attributesOf, epochsWanted, sameNetwork, withoutTrained } from './training-document.ts';

export interface TrainingState {
  /** `idle`: nothing was trained since this document was opened. */
  readonly status: TrainingStatus | 'idle' | 'starting';
  readonly progress: Omit<TrainingProgress, 'history' | 'parameters'> | null;
  /** Of the run at hand; what the document keeps of it stands in its `trained` section. */
  readonly history: readonly EpochRecord[];
  /** Rows of each part. */
  readonly rows: Readonly<Record<'train' | 'validation' | 'test', number>> | null;
  readonly problem: Problem | null;
}

/** Training of the open document, in a worker of its own. */
export interface TrainingStore extends StoreApi<TrainingState> {
  /** Goes on where it paused, or begins. */
  start(): void;
  pause(): void;
  /** One update, and then a pause. */
  step(): void;
  /** To the end of the epoch, and then a pause. */
  epoch(): void;
  /** Ends for good, with the values as they are. */
  stop(): void;
  /** The values from before the first training, as an edit. */
  reset(): void;
  /** Whether the values from before training are known. */
  canReset(): boolean;
  /** Changes the training section as one edit; a run that can take the change takes it at its next step. */
  configure(label: string, change: Readonly<Record<string, unknown>>, live?: LiveChange): void;
  probe(probe: Probe): Promise<ProbeAnswer | null>;
}

export interface LiveChange {
  readonly adjustment?: Adjustment;
  readonly epochs?: number;
}

export interface TrainingParts {
  readonly document: DocumentStore;
  readonly clock: Pick<Clock, 'requestFrame'>;
  readonly connect: (events: TrainingEvents) => TrainingClient;
  readonly translate: Translate;
}

const IDLE: TrainingState = { status: 'idle', progress: null, history: [], rows: null, problem: null };

export const isLive = ({ status }: TrainingState) => status === 'running' || status === 'starting';

export function createTrainingStore({ document, clock, connect, translate }: TrainingParts): TrainingStore {
  const store = createStore<TrainingState>(() => IDLE);
  const current = () => document.getState().document;
  /** The document as training knows it: as it began, or with what it last came to. */
  let known: ChainruleDocument | null = null;
  let outcome: TrainingOutcome | null = null;
  let appliedStep = 0;
  let opened = document.getState().opened;
  let before: { readonly patches: readonly NodePatch[] } | null = null;

  const apply = (next: TrainingOutcome, step: number) => {
    outcome = next;
    if (step === appliedStep || !known) return;
    appliedStep = step;
    const had = attributesOf(known);
    const stands = new Map(current().nodes.map(({ id, attrs }) => [id, attrs]));
    // What was edited meanwhile stays as it was edited
    const patches = next.nodes.filter(({ node }) => stands.has(node) && stands.get(node) === had.get(node));
    before ??= { patches: patches.map(({ node }) => ({ node, attrs: stands.get(node)! })) };
    document.edit(
      translate('training:edit.train'),
      (now) => ({ ...withPatches(now, patches), trained: next.trained }),
      { merge: 'training' },
    );
    known = current();
  };
  const client = connect({
    onStarted(_, rows) {
      store.setState({ rows, status: 'running' });
    },
    onProgress({ history, parameters: _, ...progress }, next, problem) {
      if (store.getState().status === 'idle') return;
      const all = history.length > 0 ? [...store.getState().history, ...history] : store.getState().history;
      if (next) apply(next, progress.step);
      store.setState({ status: progress.status, progress, history: all, problem });
      if (progress.status === 'running') clock.requestFrame(client.ready);
    },
    onRefused(problem) {
      if (store.getState().status !== 'idle') store.setState({ status: 'failed', problem });
    },
  });

  const forget = () => {
    if (isLive(store.getState())) client.control('stop');
    known = null;
    outcome = null;
    before = null;
    store.setState(IDLE);
  };
  document.subscribe((state) => {
    if (state.opened === opened) return;
    opened = state.opened;
    forget();
  });

  /** Whether the run at hand is one of the document as it stands. */
  const fits = () => known !== null && sameNetwork(known, current());
  const begin = (paused: boolean) => {
    const now = current();
    const done = typeof now.trained?.['epochs'] === 'number' ? now.trained['epochs'] : 0;
    const ended = now.trained?.['stoppedEarly'] === true || done >= epochsWanted(now);
    const resume = now.trained !== undefined && !ended;
    const from = resume ? now : withoutTrained(now, before?.patches ?? []);
    const snapshot = resume && fits() ? outcome?.snapshot : undefined;
    appliedStep = resume && typeof now.trained?.['steps'] === 'number' ? now.trained['steps'] : 0;
    known = now;
    store.setState({ status: 'starting', progress: null, history: [], rows: null, problem: null });
    client.start({
      document: from,
      ...(resume ? { resume: true } : {}),
      ...(snapshot ? { snapshot } : {}),
      ...(paused ? { paused: true } : {}),
    });
  };
  const proceed = (action: TrainingAction) => {
    const { status } = store.getState();
    if (isLive(store.getState())) return;
    if (status === 'paused' && fits()) store.setState({ status: 'running' });
    else {
      begin(action !== 'resume');
      if (action === 'resume') return;
    }
    client.control(action);
  };
  return {
    ...store,
    start: () => proceed('resume'),
    step: () => proceed('step'),
    epoch: () => proceed('epoch'),
    pause() {
      if (isLive(store.getState())) client.control('pause');
    },
    stop: () => client.control('stop'),
    canReset: () => before !== null || current().trained !== undefined,
    reset() {
      const patches = before?.patches ?? [];
      forget();
      document.edit(translate('training:edit.reset'), (now) => withoutTrained(now, patches));
    },
    configure(label, change, live) {
      const wasKnown = fits();
      document.edit(label, (now) => ({ ...now, training: { ...now.training, ...change } }), {
        merge: `training:${Object.keys(change).join()}`,
      });
      if (!wasKnown || !live || !known) return;
      known = { ...known, ...(current().training ? { training: current().training } : {}) } as ChainruleDocument;
      const { status } = store.getState();
      if (status === 'running' || status === 'paused') client.adjust(live.adjustment ?? {}, live.epochs);
    },
    probe: (probe) => client.probe(probe),
  };
}
