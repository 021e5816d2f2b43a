import type { ChainruleDocument, GraphNode, Group } from '#engine';
import { applyDiff, type DocumentDiff, diffDocuments, type ListDiff } from './document-diff.ts';

/** What is kept of the past may take this much, by estimate; the oldest entries are given up first. */
const HISTORY_CAP_BYTES = 64 * 2 ** 20;

interface Entry {
  /** Counts entries from 1; 0 stands for the state the history begins with. */
  readonly id: number;
  readonly label: string;
  readonly diff: DocumentDiff;
  readonly bytes: number;
}

/** What a list of the history shows. */
export interface HistoryView {
  /** The oldest first; those from `position` on are undone. */
  readonly entries: readonly { readonly id: number; readonly label: string }[];
  /** How many entries are done. */
  readonly position: number;
  /** Whether older entries were given up for want of room: the beginning of the list is not the document's. */
  readonly cut: boolean;
  /** By estimate. */
  readonly bytes: number;
  readonly capBytes: number;
}

/** The past and the future of a document as changes. */
export interface History {
  /** Forgets the future. Returns whether there is a new entry: none when both states are the same. */
  push(label: string, before: ChainruleDocument, after: ChainruleDocument): boolean;
  /**
   * Widens the newest entry so that it ends in `after`; `before` is the state it began with. Returns whether the entry
   * remains: it is dropped when both states are the same.
   */
  amendLast(before: ChainruleDocument, after: ChainruleDocument): boolean;
  undo(document: ChainruleDocument): ChainruleDocument | null;
  redo(document: ChainruleDocument): ChainruleDocument | null;
  clear(): void;
  undoLabel(): string | null;
  redoLabel(): string | null;
  /** Id of the newest entry done; 0 at the beginning. */
  at(): number;
  /** The same object until something changes. */
  view(): HistoryView;
}

export function createHistory(capBytes = HISTORY_CAP_BYTES): History {
  let ids = 0;
  let cut = false;
  let view: HistoryView | null = null;
  let past: Entry[] = [];
  let future: Entry[] = [];
  let bytes = 0;

  const forgetFuture = () => {
    for (const entry of future) bytes -= entry.bytes;
    future = [];
  };
  const add = (label: string, diff: DocumentDiff) => {
    ids++;
    const entry = { id: ids, label, diff, bytes: estimateBytes(diff) };
    past.push(entry);
    bytes += entry.bytes;
    while (bytes > capBytes && past.length > 1) {
      bytes -= past.shift()!.bytes;
      cut = true;
    }
  };

  return {
    push(label, before, after) {
      const diff = diffDocuments(before, after);
      if (!diff) return false;
      view = null;
      forgetFuture();
      add(label, diff);
      return true;
    },
    amendLast(before, after) {
      const last = past.pop();
      if (!last) return false;
      view = null;
      bytes -= last.bytes;
      forgetFuture();
      const diff = diffDocuments(before, after);
      if (diff) add(last.label, diff);
      return diff !== null;
    },
    undo(document) {
      const entry = past.pop();
      if (!entry) return null;
      view = null;
      future.push(entry);
      return applyDiff(document, entry.diff, 'backward');
    },
    redo(document) {
      const entry = future.pop();
      if (!entry) return null;
      view = null;
      past.push(entry);
      return applyDiff(document, entry.diff, 'forward');
    },
    clear() {
      past = [];
      future = [];
      bytes = 0;
      cut = false;
      view = null;
    },
    undoLabel: () => past.at(-1)?.label ?? null,
    redoLabel: () => future.at(-1)?.label ?? null,
    at: () => past.at(-1)?.id ?? 0,
    view() {
      view ??= {
        entries: [...past, ...future.toReversed()].map(({ id, label }) => ({ id, label })),
        position: past.length,
        cut,
        bytes,
        capBytes,
      };
      return view;
    },
  };
}

const RECORD_BYTES = 200;
const NUMBER_BYTES = 8;

function estimateBytes(diff: DocumentDiff): number {
  return (
    RECORD_BYTES + listBytes(diff.nodes) + listBytes(diff.groups) + jsonBytes(diff.fields.map(({ before }) => before))
  );
}

function listBytes(diff: ListDiff<GraphNode> | ListDiff<Group> | null): number {
  if (!diff) return 0;
  // Records on both sides count: either may be the only reference to a large tensor.
  return jsonBytes(diff.before) + jsonBytes(diff.after);
}

/** Rough size of a JSON value in memory. */
function jsonBytes(value: unknown): number {
  let bytes = 0;
  const open: unknown[] = [value];
  for (let next = open.pop(); next !== undefined || open.length > 0; next = open.pop()) {
    if (typeof next === 'string') bytes += 2 * next.length;
    else if (Array.isArray(next) && typeof next[0] === 'number') bytes += NUMBER_BYTES * next.length;
    else if (typeof next === 'object' && next !== null) {
      bytes += Array.isArray(next) ? NUMBER_BYTES * next.length : RECORD_BYTES;
      for (const part of Object.values(next)) if (part !== undefined) open.push(part);
    } else bytes += NUMBER_BYTES;
  }
  return bytes;
}
