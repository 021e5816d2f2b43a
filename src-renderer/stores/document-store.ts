import type { StoreApi } from 'zustand/vanilla';
import type { ChainruleDocument } from '#engine';
import type { FileReference } from '../platform/platform.ts';

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
  /** Keeps what was done as one entry of the history; none when nothing changed. */
  commit(): void;
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
  /** Replaces the document and forgets the history. */
  open(document: ChainruleDocument, file: FileReference | null, options?: { readonly edited?: boolean }): void;
  markSaved(file: FileReference): void;
}
