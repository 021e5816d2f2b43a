import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ChainruleDocument, emptyDocument } from '#engine';
import type { Clock, FileReference } from '../platform/platform.ts';
import { createHistory, type History, type HistoryView } from './history.ts';
import { sameDocument } from './same-document.ts';

export interface DocumentState {
  readonly document: ChainruleDocument;
  /** Grows with every change, undo and redo included: results carry it, and those of an older one are dropped. */
  readonly version: number;
  /** Grows when another document replaces this one, so that views reset (camera, selection). */
  readonly opened: number;
  readonly file: FileReference | null;
  /** Whether the document differs from what was last saved or opened. */
  readonly edited: boolean;
  /** Labels of what undo and redo would do; `null` when there is nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

/** A change made of many small ones that is undone as one: a drag, a slider, typing in a field. */
export interface Gesture {
  update(change: (document: ChainruleDocument) => ChainruleDocument): void;
  /** Keeps what was done as one entry of the history; none when nothing changed. Another label, when it became another thing. */
  commit(label?: string): void;
  /** Returns to the state at the beginning and leaves no entry. */
  cancel(): void;
}

export interface EditOptions {
  /** Successive edits with the same key merge into one entry until another edit, or 800 ms pass. */
  readonly merge?: string;
}

/** The document with its history. The only way to change a document in the window. */
export interface DocumentStore extends StoreApi<DocumentState> {
  /** `label` names the entry in the history, in the user's words. A change that returns the same document is no entry. */
  edit(label: string, change: (document: ChainruleDocument) => ChainruleDocument, options?: EditOptions): void;
  begin(label: string): Gesture;
  undo(): void;
  redo(): void;
  /** The list of what can be undone and redone; `savedAt` is the id of the entry that was last saved, 0 the beginning. */
  history(): HistoryView & { readonly savedAt: number | null };
  /** Undoes or redoes until so many entries of the list are done, as one change. */
  goTo(position: number): void;
  /** Replaces the document and forgets the history. */
  open(document: ChainruleDocument, file: FileReference | null, options?: { readonly edited?: boolean }): void;
  /**
   * Opens another document in this one's place, with a history of its own. The returned function brings this one back
   * as it was: its changes, its history, its file.
   */
  setAside(other: ChainruleDocument): () => void;
  /** `saved` is the state that was written, when the user went on editing meanwhile. */
  markSaved(file: FileReference, saved?: ChainruleDocument): void;
  /**
   * A change that belongs to opening the document (positions laid out): no entry in the history, and a document that was
   * unedited stays so.
   */
  settle(change: (document: ChainruleDocument) => ChainruleDocument): void;
}

const MERGE_WINDOW_MS = 800;

/** The newest entry of the history while further edits may join it. */
interface OpenEntry {
  readonly key: string;
  readonly before: ChainruleDocument;
  readonly untilMs: number;
}

export function createDocumentStore(clock: Pick<Clock, 'now'>, first: History = createHistory()): DocumentStore {
  let history = first;
  const store = createStore<DocumentState>(() => ({
    document: emptyDocument,
    version: 0,
    opened: 0,
    file: null,
    edited: false,
    undoLabel: null,
    redoLabel: null,
  }));
  let saved: ChainruleDocument | null = emptyDocument; // null: no file holds this state (recovered after a crash)
  let savedAt: number | null = 0; // entry of the history that ends in `saved`
  let openEntry: OpenEntry | null = null;
  let gesture: { readonly label: string; readonly before: ChainruleDocument } | null = null;

  const current = () => store.getState().document;
  const labels = (document: ChainruleDocument) =>
    gesture && document !== gesture.before
      ? { undoLabel: gesture.label, redoLabel: null } // what committing it now would leave
      : { undoLabel: history.undoLabel(), redoLabel: history.redoLabel() };
  const publish = (document: ChainruleDocument, change: Partial<DocumentState> = {}) => {
    const { version, document: previous } = store.getState();
    store.setState({
      document,
      version: document === previous ? version : version + 1,
      edited: saved === null || !sameDocument(saved, document),
      ...labels(document),
      ...change,
    });
  };
  const closeGesture = () => {
    if (!gesture) return;
    history.push(gesture.label, gesture.before, current());
    gesture = null;
    openEntry = null;
    publish(current());
  };

  const replace = (document: ChainruleDocument, file: FileReference | null) => {
    gesture = null;
    openEntry = null;
    const { version, opened } = store.getState();
    publish(document, { file, opened: opened + 1, version: version + 1 });
  };

  return {
    ...store,
    edit(label, change, options) {
      closeGesture();
      const before = current();
      const after = change(before);
      if (after === before) return;
      const key = options?.merge;
      const nowMs = clock.now();
      const joins = key !== undefined && openEntry?.key === key && nowMs <= openEntry.untilMs;
      const first = joins ? openEntry!.before : before;
      const entered = joins ? history.amendLast(first, after) : history.push(label, before, after);
      openEntry = key !== undefined && entered ? { key, before: first, untilMs: nowMs + MERGE_WINDOW_MS } : null;
      publish(after);
    },
    begin(label) {
      closeGesture();
      const mark = { label, before: current() };
      gesture = mark;
      const live = () => gesture === mark;
      return {
        update(change) {
          if (!live()) return;
          const after = change(current());
          if (after !== current()) publish(after);
        },
        commit(label = mark.label) {
          if (!live()) return;
          gesture = { ...mark, label };
          closeGesture();
        },
        cancel() {
          if (!live()) return;
          gesture = null;
          publish(mark.before);
        },
      };
    },
    undo() {
      closeGesture();
      openEntry = null;
      const document = history.undo(current());
      if (document) publish(document);
    },
    redo() {
      closeGesture();
      openEntry = null;
      const document = history.redo(current());
      if (document) publish(document);
    },
    history: () => ({ ...history.view(), savedAt }),
    goTo(position) {
      closeGesture();
      openEntry = null;
      let document = current();
      for (let turn = history.view().position - position; turn !== 0; turn -= Math.sign(turn)) {
        const next = turn > 0 ? history.undo(document) : history.redo(document);
        if (!next) break;
        document = next;
      }
      if (document !== current()) publish(document);
    },
    open(document, file, options) {
      history.clear();
      saved = options?.edited ? null : document;
      savedAt = options?.edited ? null : 0;
      replace(document, file);
    },
    setAside(other) {
      closeGesture();
      const kept = { history, saved, savedAt, document: current(), file: store.getState().file };
      history = createHistory();
      saved = other;
      savedAt = 0;
      replace(other, null);
      return () => {
        history = kept.history;
        saved = kept.saved;
        savedAt = kept.savedAt;
        replace(kept.document, kept.file);
      };
    },
    markSaved(file, written = current()) {
      openEntry = null;
      saved = written;
      savedAt = written === current() && !gesture ? history.at() : null;
      publish(current(), { file });
    },
    settle(change) {
      const before = current();
      const after = change(before);
      if (after === before) return;
      if (!store.getState().edited) saved = after;
      publish(after);
    },
  };
}
