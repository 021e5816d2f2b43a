import {
  addNodes,
  connect,
  type Graph,
  type GraphNode,
  idSource,
  type OpDefinition,
  type Point,
  slotCount,
} from '#engine';
import type { QuickAddRequest } from '../stores/session-store.ts';
import type { Studio } from '../stores/studio.ts';
import { opName } from '../texts/engine-texts.ts';

/** What a drag from the palette carries: the id of an op. */
export const OP_MIME = 'application/x-chainrule-op';

export interface Insertion {
  /** Where the node's middle comes to stand, or, for a wire dropped, the port it connects to. */
  readonly at: Point;
  /** A port that the new node is wired to. */
  readonly from?: QuickAddRequest['from'];
  /** Of a leaf; 1 when left out. */
  readonly value?: number;
}

const HALF = { x: 60, y: 44 };
const GRID = 8;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** What leaves are called, by what they are for. */
const LEAF_LETTERS: Readonly<Record<string, string>> = { input: 'xyzt', parameter: 'wbuv', constant: 'ck' };

/** A node of that op, named, with its defaults, at its place and wired; the rest of the graph as it is. */
function withNode<G extends Graph>(graph: G, op: OpDefinition, options: Insertion): { graph: G; id: string } {
  const id = freshName(graph, op);
  const filled = options.from?.port === 'output' ? 1 : 0;
  const node: GraphNode = {
    id,
    op: op.id,
    attrs: op.leaf ? { value: options.value ?? 1 } : {},
    inputs: new Array<null>(op.leaf ? 0 : slotCount(op.slots, filled)).fill(null),
    position: placeFor(options),
  };
  const added = addNodes(graph, [node]);
  const { from } = options;
  if (from?.port === 'output' && node.inputs.length > 0)
    return { graph: connect(added, from.node, { target: id, slot: 0 }), id };
  if (from?.port === 'input') return { graph: connect(added, id, { target: from.node, slot: from.slot }), id };
  return { graph: added, id };
}

/** Adds a node as one entry of the history and selects it. */
export function insertNode(studio: Studio, op: OpDefinition, options: Insertion): string {
  const { document, session, translate } = studio;
  let id = '';
  document.edit(translate('canvas:step.add', { name: opName(translate, op) }), (before) => {
    const inserted = withNode(before, op, options);
    id = inserted.id;
    return inserted.graph;
  });
  session.select([id]);
  return id;
}

/** Whether an op can take (`output`) or give (`input`) what a wire from such a port needs. */
export function fitsPort(op: OpDefinition, from: QuickAddRequest['from']): boolean {
  return from?.port !== 'output' || op.leaf === undefined;
}

/** A letter that is free, as in formulas: x for data, w for parameters, else the alphabet; then letters with numbers. */
export function freshName(graph: Graph, op: OpDefinition): string {
  const ids = idSource(graph);
  const taken = new Set([...graph.nodes.map(({ id }) => id), ...graph.groups.map(({ id }) => id)]);
  const letters = op.category === 'loss' ? 'LEJ' : op.leaf ? (LEAF_LETTERS[op.leaf] ?? 'x') : LETTERS;
  const reserved = op.leaf || op.category === 'loss' ? '' : Object.values(LEAF_LETTERS).join('');
  const free = [...letters].find((letter) => !taken.has(letter) && !reserved.includes(letter));
  return free ?? ids.fresh(`${letters[0]!}1`);
}

function placeFor({ at, from }: Insertion): Point {
  const onGrid = (value: number) => Math.round(value / GRID) * GRID;
  if (from?.port === 'output') return { x: onGrid(at.x), y: onGrid(at.y - HALF.y) };
  if (from?.port === 'input') return { x: onGrid(at.x - 2 * HALF.x), y: onGrid(at.y - HALF.y) };
  return { x: onGrid(at.x - HALF.x), y: onGrid(at.y - HALF.y) };
}
