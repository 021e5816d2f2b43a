import { type ChainruleDocument, groupMembers, groupTreeOf } from '#engine';

/** What a selection of gates stands for. */
export interface SelectedPart {
  /** Nodes selected, and those inside selected groups. */
  readonly nodes: ReadonlySet<string>;
  /** Groups selected, and those inside them. */
  readonly groups: ReadonlySet<string>;
}

export function selectedPart(document: ChainruleDocument, selected: ReadonlySet<string>): SelectedPart {
  const tree = groupTreeOf(document.groups);
  const members = groupMembers(document, tree);
  const nodes = new Set<string>();
  const groups = new Set<string>();
  for (const { id } of document.nodes) if (selected.has(id)) nodes.add(id);
  document.groups.forEach(({ id }, index) => {
    if (!isInside(document, tree.parent, index, (group) => selected.has(group))) return;
    groups.add(id);
    for (const node of members[index] ?? []) nodes.add(document.nodes[node]!.id);
  });
  return { nodes, groups };
}

/** Ids of what the canvas shows as gates: nodes outside collapsed groups, and the outermost collapsed groups. */
export function visibleGates(document: ChainruleDocument): readonly string[] {
  const { parent, indexOf } = groupTreeOf(document.groups);
  const collapsed = (id: string) => document.groups[indexOf.get(id) ?? -1]?.collapsed === true;
  const nodes = document.nodes.filter(({ group }) => {
    const index = group === undefined ? -1 : (indexOf.get(group) ?? -1);
    return index < 0 || !isInside(document, parent, index, collapsed);
  });
  const groups = document.groups.filter(({ id }, index) => {
    const around = parent[index]!;
    return collapsed(id) && (around < 0 || !isInside(document, parent, around, collapsed));
  });
  return [...nodes, ...groups].map(({ id }) => id);
}

/** Whether the group at `index`, or one around it, satisfies the condition. */
function isInside(
  document: ChainruleDocument,
  parent: Int32Array,
  index: number,
  holds: (group: string) => boolean,
): boolean {
  for (let at = index; at >= 0; at = parent[at]!) if (holds(document.groups[at]!.id)) return true;
  return false;
}
