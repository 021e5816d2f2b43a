import type { Graph, GraphNode, Group } from '../graph/graph.ts';
import type { TensorLiteral } from '../tensor/literal.ts';

interface Extras {
  readonly objective?: string;
  /** Members of each group: nodes, or groups inside it. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
}

/**
 * A graph from text, one node a line or between semicolons: `x = input 3`, `y = add x x`, `W = parameter [[1, 2]]`.
 * `_` is an empty slot.
 */
export function build(text: string, { objective, groups = {} }: Extras = {}): Graph {
  const around = new Map<string, string>();
  for (const [group, members] of Object.entries(groups)) for (const member of members) around.set(member, group);
  const inGroup = (id: string) => (around.has(id) ? { group: around.get(id)! } : {});
  const nodes = text
    .split(/[;\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): GraphNode => {
      const [, id, op, rest] = /^(\S+) = (\S+)\s*(.*)$/.exec(line) ?? [];
      if (!id || !op || rest === undefined) throw new Error(`not a node: ${line}`);
      if (/^[[{\d-]/.test(rest))
        return { id, op, attrs: { value: JSON.parse(rest) as TensorLiteral }, inputs: [], ...inGroup(id) };
      const inputs = rest === '' ? [] : rest.split(/\s+/).map((input) => (input === '_' ? null : input));
      return { id, op, attrs: {}, inputs, ...inGroup(id) };
    });
  return {
    nodes,
    groups: Object.keys(groups).map((id): Group => ({ id, ...inGroup(id) })),
    ...(objective === undefined ? {} : { objective }),
  };
}
