import { createStore, type StoreApi } from 'zustand/vanilla';
import { type BrokenRun, breakRun, type Graph, mistakes, type RunResult } from '#engine';
import type { DocumentStore } from './document-store.ts';
import type { RunStore } from './run-store.ts';

interface BrokenState {
  /** Id of the mistake that is switched on. */
  readonly mistake: string | null;
  /** The broken pass beside the right one, of the numbers on screen; `null` while they are not known. */
  readonly broken: BrokenRun | null;
}

/** A backward pass broken on purpose. It lives in the window alone: the document never knows of it. */
export interface BrokenStore extends StoreApi<BrokenState> {
  /** Switches one mistake on, and any other off; `null` switches all off. */
  set(mistake: string | null): void;
  toggle(mistake: string): void;
}

export interface BrokenStoreOptions {
  readonly run: RunStore;
  readonly document: DocumentStore;
}

/** Mistakes that can be made throughout a pass, by id. */
export const FLAWS: readonly string[] = [...mistakes.values()].filter(({ flaw }) => flaw).map(({ id }) => id);

export function createBrokenStore({ run, document }: BrokenStoreOptions): BrokenStore {
  const store = createStore<BrokenState>(() => ({ mistake: null, broken: null }));
  let kept: Graph | null = null; // the graph whose forward pass a stale cache holds: as it was when switched on
  let opened = document.getState().opened;

  const view = (result: RunResult): RunResult => {
    const mistake = mistakes.get(store.getState().mistake ?? '');
    if (!mistake) return result;
    const current = document.getState();
    if (current.opened !== opened) kept = current.document;
    opened = current.opened;
    const broken = breakRun(current.document, mistake, kept ? { earlier: kept } : {});
    store.setState({ broken });
    if (!broken) return result;
    const sameOrder = broken.right.layout.backward.every((node, at) => node === result.layout.backward[at]);
    return sameOrder ? result : { ...broken.right, problems: result.problems, kinks: result.kinks };
  };
  run.subscribe(({ result }, previous) => {
    if (result !== previous.result && !result && store.getState().broken) store.setState({ broken: null });
  });
  const set = (mistake: string | null) => {
    if (mistake !== null && !FLAWS.includes(mistake)) return;
    kept = mistake === null ? null : document.getState().document;
    opened = document.getState().opened;
    store.setState({ mistake, broken: null });
    run.setView(mistake === null ? null : view);
  };
  return { ...store, set, toggle: (mistake) => set(store.getState().mistake === mistake ? null : mistake) };
}
