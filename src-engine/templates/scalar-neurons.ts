import type { Analysis } from '../graph/analyze.ts';
import type { Graph, Group } from '../graph/graph.ts';
import type { IdSource } from '../graph/ids.ts';
import type { Shape } from '../tensor/shape.ts';

export interface Neurons {
  readonly groups: readonly Group[];
  /** The group for the gate of one element (or of several) of a node that lies in `group`. */
  groupOf(group: string | undefined, shape: Shape, element: number | undefined): string | undefined;
}

/**
 * A group whose tensors all end in the same axis is a layer: element j of that axis belongs to unit j, its weights, its
 * sum and its activation alike, and these get a group of their own.
 */
export function neuronsOf({ nodes, groups }: Graph, { shapes }: Analysis, ids: IdSource): Neurons {
  const units = new Map<string, number | null>();
  for (const [index, { group, op }] of nodes.entries()) {
    if (group === undefined || op === 'constant') continue;
    const width = shapes[index]!.at(-1) ?? null;
    const known = units.get(group);
    units.set(group, known === undefined || known === width ? width : null);
  }
  const made: Group[] = [];
  const neurons = new Map<string, readonly string[]>();
  for (const { id } of groups) {
    const count = units.get(id) ?? 0;
    if (count === null || count < 2) continue;
    neurons.set(
      id,
      Array.from({ length: count }, (_, unit) => {
        const own = ids.fresh(`${id}.neuron${unit + 1}`);
        made.push({ id: own, label: `neuron ${unit + 1}`, group: id });
        return own;
      }),
    );
  }
  return {
    groups: made,
    groupOf(group, shape, element) {
      const own = neurons.get(group ?? '');
      return own && element !== undefined && shape.length > 0 ? own[element % shape.at(-1)!] : group;
    },
  };
}
