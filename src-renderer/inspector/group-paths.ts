import type { GraphNode } from '#engine';

/** A step of a path: the slot through which it enters `target`. */
export interface PathStep {
  readonly target: string;
  readonly slot: number;
}

export interface PathList {
  readonly paths: readonly (readonly PathStep[])[];
  /** There are more than `limit`. */
  readonly more: boolean;
}

/** All ways from a wire that enters a set of nodes to the one node whose value leaves it, at most `limit`. */
export function pathsThrough(members: readonly GraphNode[], entry: PathStep, output: string, limit: number): PathList {
  const readers = readersOf(members);
  const leads = leadingTo(members, output);
  const paths: PathStep[][] = [];
  const open: (readonly PathStep[])[] = leads.has(entry.target) ? [[entry]] : [];
  while (open.length > 0) {
    const path = open.pop()!;
    const { target } = path.at(-1)!;
    if (target === output) {
      if (paths.length === limit) return { paths, more: true };
      paths.push([...path]);
      continue;
    }
    for (const next of (readers.get(target) ?? []).toReversed()) if (leads.has(next.target)) open.push([...path, next]);
  }
  return { paths, more: false };
}

function readersOf(members: readonly GraphNode[]): ReadonlyMap<string, readonly PathStep[]> {
  const readers = new Map<string, PathStep[]>();
  for (const { id, inputs } of members)
    inputs.forEach((input, slot) => {
      if (input === null) return;
      const list = readers.get(input) ?? [];
      list.push({ target: id, slot });
      readers.set(input, list);
    });
  return readers;
}

/** The members from which the output can be reached: a path that leaves them is a dead end. */
function leadingTo(members: readonly GraphNode[], output: string): ReadonlySet<string> {
  const byId = new Map(members.map((node) => [node.id, node]));
  const found = new Set<string>();
  const open = [output];
  while (open.length > 0) {
    const id = open.pop()!;
    const node = byId.get(id);
    if (!node || found.has(id)) continue;
    found.add(id);
    for (const input of node.inputs) if (input !== null) open.push(input);
  }
  return found;
}
