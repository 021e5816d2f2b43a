import type { Graph } from '../graph/graph.ts';
import type { LeafValue } from '../run/session.ts';
import type { DocumentVersion, Request } from './messages.ts';

/** A state of the document that is to be run. */
export interface Wanted {
  readonly version: DocumentVersion;
  readonly graph: Graph;
  /** What has changed since `base`, when only leaves' values did. */
  readonly change: { readonly base: DocumentVersion; readonly values: readonly LeafValue[] } | null;
}

/** The shortest request that brings a worker there which has the version `held`. */
export function requestFor({ version, graph, change }: Wanted, held: DocumentVersion): Request {
  return change?.base === held
    ? { type: 'set-values', version, base: held, values: change.values }
    : { type: 'run', version, graph };
}

/** The next state, told as a change to what the state before it is a change to, when that was never sent. */
export function following(unsent: Wanted, next: Wanted): Wanted {
  if (!unsent.change || next.change?.base !== unsent.version) return { ...next, change: null };
  const values = new Map([...unsent.change.values, ...next.change.values].map((each) => [each.node, each]));
  return { ...next, change: { base: unsent.change.base, values: [...values.values()] } };
}
