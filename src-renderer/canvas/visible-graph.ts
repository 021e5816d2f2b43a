import type { Graph, GraphNode, Group } from '#engine';

/** A gate on the canvas: a node, or a collapsed group that stands for the nodes inside. */
export type VisibleGate =
  | {
      readonly kind: 'node';
      readonly id: string;
      readonly node: GraphNode;
      /** It stands outside of the gate whose inside is shown, as the end of a wire. */
      readonly boundary?: true;
    }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly group: Group;
      /** Nodes inside, nested ones included, in document order. */
      readonly members: readonly GraphNode[];
      /** The inner slots that wires from outside enter, one port each. */
      readonly inputs: readonly InnerSlot[];
      /** The inner nodes whose values leave, one port each. */
      readonly outputs: readonly string[];
    };

interface InnerSlot {
  readonly target: string;
  readonly slot: number;
}

export interface VisibleWire {
  /** The document's edge: node and slot, which may lie inside a collapsed group. */
  readonly target: string;
  readonly slot: number;
  readonly source: string;
  /** Gates as drawn. */
  readonly sourceGate: string;
  readonly targetGate: string;
}

/** An open group, drawn as an outline around its gates. */
export interface VisibleFrame {
  readonly group: Group;
  /** Gates directly or indirectly inside, as drawn. */
  readonly gates: readonly string[];
  /** 0 at the top, 1 for a frame inside a frame. */
  readonly depth: number;
}

export interface VisibleGraph {
  readonly gates: readonly VisibleGate[];
  readonly wires: readonly VisibleWire[];
  readonly frames: readonly VisibleFrame[];
  /** Gate that shows a node: itself, or the outermost collapsed group around it. */
  readonly gateOf: ReadonlyMap<string, string>;
}

const NOBODY: ReadonlySet<string> = new Set();

/** What the canvas draws of a document: collapsed groups hide what is inside them. */
export function visibleGraph({ nodes, groups, objective }: Graph, boundary = NOBODY): VisibleGraph {
  const groupsById = new Map(groups.map((group) => [group.id, group]));
  const outermost = outermostCollapsed(groupsById);
  const gateOf = new Map<string, string>();
  const hidden = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const cover = node.group === undefined ? null : (outermost.get(node.group) ?? null);
    gateOf.set(node.id, cover ?? node.id);
    if (cover !== null) {
      const members = hidden.get(cover);
      if (members) members.push(node);
      else hidden.set(cover, [node]);
    }
  }

  const wires: VisibleWire[] = [];
  const inputs = new Map<string, InnerSlot[]>();
  const outputs = new Map<string, Set<string>>();
  const read = new Set<string>();
  for (const node of nodes) {
    const targetGate = gateOf.get(node.id)!;
    node.inputs.forEach((source, slot) => {
      const sourceGate = source === null ? undefined : gateOf.get(source);
      if (source === null || sourceGate === undefined) return;
      read.add(source);
      if (sourceGate === targetGate && sourceGate !== source) return;
      wires.push({ target: node.id, slot, source, sourceGate, targetGate });
      if (targetGate !== node.id) append(inputs, targetGate, { target: node.id, slot });
      if (sourceGate !== source) {
        const leaving = outputs.get(sourceGate) ?? new Set<string>();
        outputs.set(sourceGate, leaving.add(source));
      }
    });
  }

  const gates: VisibleGate[] = [];
  for (const node of nodes) {
    if (gateOf.get(node.id) !== node.id) continue;
    gates.push({ kind: 'node', id: node.id, node, ...(boundary.has(node.id) ? { boundary: true } : {}) });
  }
  for (const [id, members] of hidden) {
    const leaving = outputs.get(id) ?? new Set<string>();
    const inside = new Set(members.map((member) => member.id));
    if (objective !== undefined && inside.has(objective)) leaving.add(objective);
    // Nothing leaves: the ends inside are what the gate computes.
    if (leaving.size === 0) for (const member of members) if (!read.has(member.id)) leaving.add(member.id);
    gates.push({
      kind: 'group',
      id,
      group: groupsById.get(id)!,
      members,
      inputs: inputs.get(id) ?? [],
      outputs: members.filter((member) => leaving.has(member.id)).map((member) => member.id),
    });
  }
  return { gates, wires, frames: framesOf(groups, groupsById, outermost, nodes, gateOf), gateOf };
}

/** Per group: the outermost collapsed group at or above it, `null` when all are open. Cycles of groups count as open. */
function outermostCollapsed(groups: ReadonlyMap<string, Group>): Map<string, string | null> {
  const result = new Map<string, string | null>();
  for (const group of groups.values()) {
    let cover: string | null = null;
    const seen = new Set<string>();
    for (let at: Group | undefined = group; at && !seen.has(at.id); at = groups.get(at.group ?? '')) {
      seen.add(at.id);
      if (at.collapsed === true) cover = at.id;
    }
    result.set(group.id, cover);
  }
  return result;
}

function framesOf(
  groups: readonly Group[],
  groupsById: ReadonlyMap<string, Group>,
  outermost: ReadonlyMap<string, string | null>,
  nodes: readonly GraphNode[],
  gateOf: ReadonlyMap<string, string>,
): VisibleFrame[] {
  const gates = new Map<string, Set<string>>();
  for (const node of nodes) {
    const seen = new Set<string>();
    for (let at = groupsById.get(node.group ?? ''); at && !seen.has(at.id); at = groupsById.get(at.group ?? '')) {
      seen.add(at.id);
      const inside = gates.get(at.id) ?? new Set<string>();
      gates.set(at.id, inside.add(gateOf.get(node.id)!));
    }
  }
  const frames: VisibleFrame[] = [];
  for (const group of groups) {
    const inside = gates.get(group.id);
    if (outermost.get(group.id) !== null || !inside) continue;
    let depth = 0;
    const seen = new Set([group.id]);
    for (let at = groupsById.get(group.group ?? ''); at && !seen.has(at.id); at = groupsById.get(at.group ?? '')) {
      seen.add(at.id);
      depth++;
    }
    frames.push({ group, gates: [...inside], depth });
  }
  return frames.sort((a, b) => a.depth - b.depth);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
