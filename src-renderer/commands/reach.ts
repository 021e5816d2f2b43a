import type { ChainruleDocument } from '#engine';
import { selectedPart } from './selection.ts';

/** Gate that shows each node: itself, or the outermost collapsed group around it. */
export function gateOfNodes({ nodes, groups }: ChainruleDocument): ReadonlyMap<string, string> {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const covers = new Map<string, string | null>();
  for (const { id } of groups) {
    let cover: string | null = null;
    const passed = new Set<string>();
    for (let at = byId.get(id); at && !passed.has(at.id); at = byId.get(at.group ?? '')) {
      passed.add(at.id);
      if (at.collapsed === true) cover = at.id;
    }
    covers.set(id, cover);
  }
  return new Map(nodes.map(({ id, group }) => [id, covers.get(group ?? '') ?? id]));
}

/** These nodes and all that lead to them (`upstream`), or that they lead to. Iterative: graphs are deep. */
export function reachedNodes(
  { nodes }: ChainruleDocument,
  start: Iterable<string>,
  direction: 'upstream' | 'downstream',
): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  const join = (from: string, to: string) => {
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  };
  for (const { id, inputs } of nodes)
    for (const source of inputs) {
      if (source === null) continue;
      if (direction === 'upstream') join(id, source);
      else join(source, id);
    }
  const reached = new Set(start);
  const open = [...reached];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const other of next.get(node) ?? []) {
      if (reached.has(other)) continue;
      reached.add(other);
      open.push(other);
    }
  return reached;
}

/** The same for gates of the canvas. */
export function reachOf(
  document: ChainruleDocument,
  selected: ReadonlySet<string>,
  direction: 'upstream' | 'downstream',
): ReadonlySet<string> {
  const reached = reachedNodes(document, selectedPart(document, selected).nodes, direction);
  const gates = gateOfNodes(document);
  return new Set([...reached].map((id) => gates.get(id) ?? id));
}

/** The visible gates whose op, or template, one of the selected has. */
export function sameOp(document: ChainruleDocument, selected: ReadonlySet<string>): ReadonlySet<string> {
  const gates = gateOfNodes(document);
  const ops = new Set(document.nodes.filter(({ id }) => selected.has(id)).map(({ op }) => op));
  const templateOf = ({ template }: { readonly template?: Readonly<Record<string, unknown>> }) => template?.['name'];
  const made = new Set(document.groups.filter(({ id }) => selected.has(id)).map(templateOf));
  const shown = new Set(gates.values());
  return new Set([
    ...document.nodes.filter(({ id, op }) => ops.has(op) && gates.get(id) === id).map(({ id }) => id),
    ...document.groups.filter((group) => shown.has(group.id) && made.has(templateOf(group))).map(({ id }) => id),
  ]);
}
