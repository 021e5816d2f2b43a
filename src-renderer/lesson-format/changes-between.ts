import type { ChainruleDocument, GraphNode, TensorLiteral } from '#engine';
import type { Change } from './lesson.ts';

/** Changes that lead from one graph to the other. Places and names of nodes that both have are not among them. */
export function changesBetween(before: ChainruleDocument, after: ChainruleDocument): readonly Change[] {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  const gone = [...old.keys()].filter((id) => !now.has(id));
  const added = inReadingOrder(after.nodes.filter(({ id }) => !old.has(id)));
  const changes: Change[] = before.groups
    .filter(({ id }) => !after.groups.some((group) => group.id === id))
    .map(({ id }) => ({ ungroup: id }));
  if (gone.length > 0) changes.push({ remove: gone });
  for (const { id, op, label, inputs, attrs, position } of added)
    changes.push({
      add: {
        id,
        op,
        ...(label === undefined ? {} : { label }),
        inputs: [...inputs],
        attrs,
        ...(position && { position }),
      },
    });
  const set: Record<string, TensorLiteral> = {};
  const op: Record<string, string> = {};
  for (const node of after.nodes) {
    const was = old.get(node.id);
    if (!was) continue;
    const value = node.attrs['value'];
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(was.attrs['value']))
      set[node.id] = value as TensorLiteral;
    if (node.op !== was.op) op[node.id] = node.op;
    for (let slot = 0; slot < Math.max(node.inputs.length, was.inputs.length); slot++) {
      const source = node.inputs[slot] ?? null;
      const wasSource = gone.includes(was.inputs[slot] ?? '') ? null : (was.inputs[slot] ?? null);
      if (source === wasSource) continue;
      if (source === null) changes.push({ disconnect: { target: node.id, slot } });
      else changes.push({ connect: { source, target: node.id, slot } });
    }
  }
  if (Object.keys(set).length > 0) changes.push({ set });
  if (Object.keys(op).length > 0) changes.push({ op });
  for (const group of after.groups) {
    const was = before.groups.find(({ id }) => id === group.id);
    const nodes = after.nodes.filter((node) => node.group === group.id).map(({ id }) => id);
    if (!was && nodes.length > 0)
      changes.push({ merge: { id: group.id, ...(group.label === undefined ? {} : { label: group.label }), nodes } });
    const wasShut = was ? was.collapsed === true : true;
    if (wasShut && group.collapsed !== true) changes.push({ open: group.id });
    if (!wasShut && group.collapsed === true) changes.push({ close: group.id });
  }
  if (after.objective !== undefined && after.objective !== before.objective)
    changes.push({ objective: after.objective });
  return changes;
}

/** Nodes after those they read. */
function inReadingOrder(nodes: readonly GraphNode[]): readonly GraphNode[] {
  const left = new Map(nodes.map((node) => [node.id, node]));
  const ordered: GraphNode[] = [];
  for (let before = -1; left.size > 0 && ordered.length !== before; ) {
    before = ordered.length;
    for (const node of left.values())
      if (!node.inputs.some((input) => input !== null && left.has(input))) {
        ordered.push(node);
        left.delete(node.id);
      }
  }
  return [...ordered, ...left.values()];
}
