import type { FlowModel, GateFlowNode } from './flow-types.ts';
import type { Cursor, GatePort } from './view-store.ts';
import { handlePoint } from './wire-ends.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * One step of the keyboard through the graph: left along the first wire that enters, right along the first that leaves,
 * up and down among gates of the same column, or, on a wire, among the wires of its target. `null` where there is none.
 */
export function step(model: FlowModel, cursor: Cursor, direction: Direction): Cursor | null {
  return cursor.kind === 'gate' ? fromGate(model, cursor.id, direction) : fromWire(model, cursor.key, direction);
}

function fromGate(model: FlowModel, id: string, direction: Direction): Cursor | null {
  if (direction === 'left') {
    const entering = model.edges.filter(({ target }) => target === id);
    return wireCursor(topmost(model, entering));
  }
  if (direction === 'right') {
    const leaving = model.edges.filter(({ source }) => source === id);
    return wireCursor(topmost(model, leaving));
  }
  const gates = model.nodes.filter((node): node is GateFlowNode => node.type === 'gate');
  const here = gates.find((gate) => gate.id === id);
  if (!here) return null;
  const middle = (gate: GateFlowNode) => ({
    x: gate.position.x + (gate.width ?? 0) / 2,
    y: gate.position.y + (gate.height ?? 0) / 2,
  });
  const from = middle(here);
  const ahead = gates
    .filter((gate) => gate !== here)
    .map((gate) => ({ gate, dx: middle(gate).x - from.x, dy: middle(gate).y - from.y }))
    .filter(({ dy }) => (direction === 'down' ? dy > 4 : dy < -4))
    .sort((a, b) => Math.abs(a.dy) + 2 * Math.abs(a.dx) - (Math.abs(b.dy) + 2 * Math.abs(b.dx)));
  return ahead[0] ? { kind: 'gate', id: ahead[0].gate.id } : null;
}

function fromWire(model: FlowModel, key: string, direction: Direction): Cursor | null {
  const edge = model.edges.find(({ id }) => id === key);
  if (!edge) return null;
  if (direction === 'left') return { kind: 'gate', id: edge.source };
  if (direction === 'right') return { kind: 'gate', id: edge.target };
  const siblings = ordered(
    model,
    model.edges.filter(({ source, target }) => source === edge.source || target === edge.target),
  );
  const at = siblings.indexOf(edge) + (direction === 'down' ? 1 : -1);
  return wireCursor(siblings[at]);
}

function wireCursor(edge: FlowModel['edges'][number] | undefined): Cursor | null {
  return edge ? { kind: 'wire', key: edge.id } : null;
}

function topmost(model: FlowModel, edges: FlowModel['edges']): FlowModel['edges'][number] | undefined {
  return ordered(model, edges)[0];
}

function ordered(model: FlowModel, edges: FlowModel['edges']): FlowModel['edges'] {
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));
  const height = (edge: FlowModel['edges'][number]) => handlePoint(nodes.get(edge.target), edge.targetHandle)?.y ?? 0;
  return [...edges].sort((a, b) => height(a) - height(b));
}

/** The gate where the keyboard enters: the selected one, else the leftmost and uppermost. */
export function entrance(model: FlowModel, selected: ReadonlySet<string>): Cursor | null {
  const gates = model.nodes.filter(({ type }) => type === 'gate');
  const chosen = gates.find(({ id }) => selected.has(id));
  const first = chosen ?? [...gates].sort((a, b) => a.position.x - b.position.x || a.position.y - b.position.y)[0];
  return first ? { kind: 'gate', id: first.id } : null;
}

/** Where the keyboard goes when a gate is deleted: what it read first, else what read it, else its neighbour. */
export function afterDeletion(model: FlowModel, gone: ReadonlySet<string>): Cursor | null {
  const [id] = gone;
  if (id === undefined) return null;
  const left = model.edges.find(({ target, source }) => target === id && !gone.has(source))?.source;
  const right = model.edges.find(({ source, target }) => source === id && !gone.has(target))?.target;
  const other = model.nodes.find((node) => node.type === 'gate' && !gone.has(node.id))?.id;
  const next = left ?? right ?? other;
  return next === undefined ? null : { kind: 'gate', id: next };
}

/** Input ports a wire from `from` might go to: empty ones first, by distance. `allowed` judges each. */
export function candidatePorts(
  model: FlowModel,
  from: string,
  allowed: (port: GatePort) => boolean,
): readonly GatePort[] {
  const source = model.nodes.find(({ id }) => id === from);
  const start = source ? { x: source.position.x + (source.width ?? 0), y: source.position.y + 44 } : { x: 0, y: 0 };
  const taken = new Set(model.edges.map(({ target, targetHandle }) => `${target}/${targetHandle}`));
  return model.nodes
    .flatMap((node) =>
      (node.handles ?? []).flatMap((handle) => {
        if (handle.type !== 'target' || typeof handle.id !== 'string') return [];
        const at = handlePoint(node, handle.id)!;
        const port = { gate: node.id, handle: handle.id };
        const busy = taken.has(`${node.id}/${handle.id}`);
        return [{ port, busy, distance: Math.hypot(at.x - start.x, at.y - start.y) }];
      }),
    )
    .filter(({ port }) => allowed(port))
    .sort((a, b) => Number(a.busy) - Number(b.busy) || a.distance - b.distance)
    .map(({ port }) => port);
}
