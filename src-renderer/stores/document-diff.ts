import type { ChainruleDocument, GraphNode, Group } from '#engine';

/**
 * What turns one state of the document into another and back: only the records that changed, by reference, so an entry of
 * the history costs as much as the change, not as the graph.
 */
export interface DocumentDiff {
  readonly nodes: ListDiff<GraphNode> | null;
  readonly groups: ListDiff<Group> | null;
  /** Everything beside the lists: title, objective, … */
  readonly fields: readonly FieldDiff[];
}

export type ListDiff<T> =
  | {
      readonly kind: 'replace';
      readonly at: readonly number[];
      readonly before: readonly T[];
      readonly after: readonly T[];
    }
  | { readonly kind: 'splice'; readonly start: number; readonly before: readonly T[]; readonly after: readonly T[] };

interface FieldDiff {
  readonly key: FieldKey;
  readonly before: unknown;
  readonly after: unknown;
}

type FieldKey = Exclude<keyof ChainruleDocument, 'nodes' | 'groups'>;

const FIELDS: readonly FieldKey[] = ['title', 'description', 'objective', 'training', 'trained', 'extensions'];

/** `null` when both states hold the same records. Compares by identity. */
export function diffDocuments(before: ChainruleDocument, after: ChainruleDocument): DocumentDiff | null {
  if (before === after) return null;
  const nodes = diffLists(before.nodes, after.nodes);
  const groups = diffLists(before.groups, after.groups);
  const fields = FIELDS.filter((key) => before[key] !== after[key]).map((key) => ({
    key,
    before: before[key],
    after: after[key],
  }));
  return nodes || groups || fields.length > 0 ? { nodes, groups, fields } : null;
}

export function applyDiff(
  document: ChainruleDocument,
  diff: DocumentDiff,
  direction: 'forward' | 'backward',
): ChainruleDocument {
  const next: Record<string, unknown> = {
    ...document,
    nodes: applyListDiff(document.nodes, diff.nodes, direction),
    groups: applyListDiff(document.groups, diff.groups, direction),
  };
  for (const { key, before, after } of diff.fields) {
    const value = direction === 'forward' ? after : before;
    if (value === undefined) delete next[key];
    else next[key] = value;
  }
  return next as unknown as ChainruleDocument;
}

function diffLists<T>(before: readonly T[], after: readonly T[]): ListDiff<T> | null {
  if (before === after) return null;
  if (before.length === after.length) {
    const at: number[] = [];
    for (let index = 0; index < before.length; index++) if (before[index] !== after[index]) at.push(index);
    if (at.length === 0) return null;
    return { kind: 'replace', at, before: at.map((index) => before[index]!), after: at.map((index) => after[index]!) };
  }
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return {
    kind: 'splice',
    start,
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
  };
}

function applyListDiff<T>(
  list: readonly T[],
  diff: ListDiff<T> | null,
  direction: 'forward' | 'backward',
): readonly T[] {
  if (!diff) return list;
  const [from, to] = direction === 'forward' ? [diff.before, diff.after] : [diff.after, diff.before];
  const next = [...list];
  if (diff.kind === 'splice') next.splice(diff.start, from.length, ...to);
  else
    diff.at.forEach((index, position) => {
      next[index] = to[position]!;
    });
  return next;
}
