import { type ChainruleDocument, connect, type EdgeRef, type Graph, type Shape, wouldCreateCycle } from '#engine';
import type { Box } from '../stores/canvas-port.ts';
import { withSheet } from '../stores/sheet.ts';
import { shifted } from './arrange.ts';
import { gateOfNodes, reachedNodes } from './reach.ts';
import { shapeProblem } from './shape-problem.ts';

/** Free run of a wire before a gate, with its chip; and room after it. */
const ROOM = 96;
const GRID = 8;

/**
 * The slot through which a node would take the wire: its first empty one. `null` when it has none, touches the wire
 * already, would close a cycle, or the shapes do not fit.
 */
export function landingSlot(
  graph: Graph,
  id: string,
  wire: EdgeRef,
  shapeOf: (node: string) => Shape | undefined,
): number | null {
  const node = graph.nodes.find((each) => each.id === id);
  const source = graph.nodes.find((each) => each.id === wire.target)?.inputs[wire.slot] ?? null;
  if (!node || source === null || source === id || wire.target === id) return null;
  const slot = node.inputs.indexOf(null);
  if (slot < 0 || wouldCreateCycle(graph, source, id) || wouldCreateCycle(graph, id, wire.target)) return null;
  return shapeProblem(graph, { source, to: { target: id, slot } }, shapeOf) ? null : slot;
}

/** x → y becomes x → node → y. Bends of the wire lead to the node or are left out. */
export function insertedOnWire<D extends ChainruleDocument>(document: D, id: string, slot: number, wire: EdgeRef): D {
  const source = document.nodes.find((each) => each.id === wire.target)?.inputs[wire.slot] ?? null;
  if (source === null) return document;
  const wired = connect(connect(document, source, { target: id, slot }), id, wire);
  return withSheet(wired, (sheet) => {
    const bends = sheet.bends.filter(({ target, slot: at }) => target !== wire.target || at !== wire.slot);
    return bends.length === sheet.bends.length ? sheet : { ...sheet, bends };
  });
}

/**
 * How far everything downstream of `first` moves right so that a node before it has room; 0 where there is enough.
 * `boxes` are the gates as drawn.
 */
export function roomNeeded(own: Box, next: Box): number {
  const lack = own.x + own.width + ROOM - next.x;
  return lack > 0 ? Math.ceil(lack / GRID) * GRID : 0;
}

/** Moves a gate and all that is downstream of it to the right. `keep` stays. */
export function withDownstreamMoved(
  document: ChainruleDocument,
  boxes: ReadonlyMap<string, Box>,
  from: string,
  by: number,
  keep: ReadonlySet<string>,
): ChainruleDocument {
  if (by === 0) return document;
  const moved = [...gatesReached(document, from)].filter((id) => !keep.has(id));
  return shifted(document, boxes, new Map(moved.map((id) => [id, { x: by, y: 0 }])));
}

function gatesReached(document: ChainruleDocument, from: string): ReadonlySet<string> {
  const gates = gateOfNodes(document);
  return new Set([...reachedNodes(document, [from], 'downstream')].map((id) => gates.get(id) ?? id));
}
