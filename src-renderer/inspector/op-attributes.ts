import type { Attributes, GraphNode, OpDefinition } from '#engine';

/** A node's settings as its op reads them, defaults filled in; `null` when one of them is missing or wrong. */
export function attributesOf(node: GraphNode, op: OpDefinition): Attributes | null {
  const attrs: Record<string, unknown> = {};
  for (const [key, rule] of Object.entries(op.attrs)) {
    const raw = node.attrs[key];
    try {
      attrs[key] = raw === undefined ? rule.default : rule.read(raw, key);
    } catch {
      return null;
    }
    if (attrs[key] === undefined) return null;
  }
  return attrs;
}
