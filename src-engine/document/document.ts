import type { Graph } from '../graph/graph.ts';

/** A Chainrule document, version 1, as read from or written to JSON (docs/format.md). */
export interface ChainruleDocument extends Graph {
  readonly title: string;
  readonly description: string;
  /** How to train; kept as it stands until a trainer reads it. */
  readonly training?: Readonly<Record<string, unknown>>;
  /** What training did. */
  readonly trained?: Readonly<Record<string, unknown>>;
  /** Other programs' data, by their name; kept and written back. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export const emptyDocument: ChainruleDocument = {
  title: 'Untitled',
  description: '',
  nodes: [],
  groups: [],
};
