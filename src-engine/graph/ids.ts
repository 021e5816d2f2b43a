import type { Graph, GraphNode, Group } from './graph.ts';

/** Characters of an id, at most. */
const LONGEST = 128;

/** Hands out ids that a graph does not have yet: the name itself, or else with the smallest number that is free. */
export interface IdSource {
  /** The next free of x, x1, x2, …; a number at the name's end counts on from there. It is taken from then on. */
  fresh(name: string): string;
}

/** Nodes and groups share one space of names. */
export function idSource({ nodes, groups }: Graph): IdSource {
  const taken = new Set<string>();
  for (const { id } of nodes) taken.add(id);
  for (const { id } of groups) taken.add(id);
  const next = new Map<string, number>(); // per stem: numbers below are taken
  return {
    fresh(name) {
      let id = name.slice(0, LONGEST);
      if (taken.has(id)) {
        const stem = id.replace(/\d+$/, '') || 'n';
        const given = Number(id.slice(stem.length));
        let number = Math.max(
          next.get(stem) ?? 1,
          Number.isSafeInteger(given) && id.length > stem.length ? given + 1 : 1,
        );
        const numbered = () => `${stem.slice(0, LONGEST - `${number}`.length)}${number}`;
        while (taken.has(numbered())) number++;
        id = numbered();
        next.set(stem, number + 1);
      }
      taken.add(id);
      return id;
    },
  };
}

/** Copies under ids that the graph does not have yet. */
export interface FreshCopy {
  readonly nodes: readonly GraphNode[];
  readonly groups: readonly Group[];
  /** Old id → new id, of nodes and groups. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Renames a part so that it can be added to the graph. Wires inside the part follow; those from outside stay where
 * `keepOutside` holds and the graph has the node they come from, and become empty slots otherwise.
 */
export function withFreshIds(
  graph: Graph,
  part: Pick<Graph, 'nodes' | 'groups'>,
  { keepOutside = false }: { readonly keepOutside?: boolean } = {},
): FreshCopy {
  const ids = idSource(graph);
  const renamed = new Map<string, string>();
  for (const { id } of [...part.groups, ...part.nodes]) renamed.set(id, ids.fresh(id));
  const known = new Set(graph.nodes.map(({ id }) => id));
  const knownGroups = new Set(graph.groups.map(({ id }) => id));
  const groupOf = (group: string | undefined): string | undefined =>
    group === undefined ? undefined : (renamed.get(group) ?? (knownGroups.has(group) ? group : undefined));
  const moved = <T extends { readonly id: string; readonly group?: string }>({ group, ...rest }: T) => {
    const around = groupOf(group);
    return { ...rest, id: renamed.get(rest.id)!, ...(around === undefined ? {} : { group: around }) };
  };
  return {
    renamed,
    groups: part.groups.map((group) => moved(group)),
    nodes: part.nodes.map((node) => ({
      ...moved(node),
      inputs: node.inputs.map((input) => {
        if (input === null) return null;
        return renamed.get(input) ?? (keepOutside && known.has(input) ? input : null);
      }),
    })),
  };
}
