import { type Adjacency, adjacencyOf } from '../graph/adjacency.ts';
import type { Graph, GraphNode, Point } from '../graph/graph.ts';
import { orderOf } from '../graph/order.ts';

/** Where a node is drawn; ports are measured from its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
  /** Heights of the input ports. */
  readonly ports: readonly number[];
}

const WIDTH = 120;
const HEIGHT = 88;
const FIRST_PORT = 16;
const PORT_GAP = 56;
/** Room between columns and between nodes of a column, for wires and their numbers. */
const COLUMN_GAP = 136;
const ROW_GAP = 40;
const SWEEPS = 6;

/**
 * A box for each node, in document order: where the document places them all without overlap, as there; else in columns
 * by their distance from the leaves, each node near the middle of what it is wired to.
 */
export function layOutBoxes(graph: Graph): readonly Box[] {
  const placed = graph.nodes.map((node) => (node.position ? boxAt(node, node.position) : null));
  const complete = placed.filter((box) => box !== null);
  if (complete.length === graph.nodes.length && !overlaps(complete)) return complete;
  return inColumns(graph);
}

function boxAt({ inputs }: GraphNode, { x, y }: Point): Box {
  const ports = inputs.length === 1 ? [HEIGHT / 2] : inputs.map((_, slot) => FIRST_PORT + PORT_GAP * slot);
  return { x, y, width: WIDTH, height: Math.max(HEIGHT, (ports.at(-1) ?? 0) + FIRST_PORT), ports };
}

/** By a sweep from left to right. */
function overlaps(boxes: readonly Box[]): boolean {
  const sorted = boxes.toSorted((a, b) => a.x - b.x);
  return sorted.some((box, at) => {
    for (let next = at + 1; next < sorted.length && sorted[next]!.x < box.x + box.width; next++) {
      const other = sorted[next]!;
      if (other.y < box.y + box.height && box.y < other.y + other.height) return true;
    }
    return false;
  });
}

function inColumns(graph: Graph): Box[] {
  const adjacency = adjacencyOf(graph);
  const column = columnsOf(graph, adjacency);
  const columns: number[][] = [];
  column.forEach((at, node) => {
    columns[at] ??= [];
    columns[at].push(node);
  });
  for (let at = 0; at < columns.length; at++) columns[at] ??= [];
  const rows = new Float64Array(graph.nodes.length);
  const neighbours = neighboursOf(adjacency);
  const number = (members: readonly number[]) =>
    members.forEach((node, row) => {
      rows[node] = row;
    });
  columns.forEach(number);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const side = sweep % 2 === 0 ? neighbours.before : neighbours.after;
    for (const members of sweep % 2 === 0 ? columns : columns.toReversed()) {
      const middle = new Map(members.map((node) => [node, mean(side(node), rows) ?? rows[node]!]));
      members.sort((a, b) => middle.get(a)! - middle.get(b)! || a - b);
      number(members);
    }
  }
  const boxes = new Array<Box>(graph.nodes.length);
  columns.forEach((members, at) => {
    let y = 0;
    const heights = members.map((node) => boxAt(graph.nodes[node]!, { x: 0, y: 0 }).height);
    const total = heights.reduce((sum, height) => sum + height + ROW_GAP, -ROW_GAP);
    for (const node of members) {
      boxes[node] = boxAt(graph.nodes[node]!, { x: at * (WIDTH + COLUMN_GAP), y: Math.round(y - total / 2) });
      y += boxes[node].height + ROW_GAP;
    }
  });
  return boxes;
}

/** Gates by the longest way from a leaf; leaves just before what first reads them. Nodes on cycles stand in column 0. */
function columnsOf(graph: Graph, { firstSlot, source, target, firstLeaving, leaving }: Adjacency): Int32Array {
  const column = new Int32Array(graph.nodes.length);
  const { order } = orderOf(graph);
  for (const node of order)
    for (let edge = firstSlot[node]!; edge < firstSlot[node + 1]!; edge++)
      if (source[edge]! >= 0) column[node] = Math.max(column[node]!, column[source[edge]!]! + 1);
  for (const node of order) {
    if (graph.nodes[node]!.inputs.length > 0 || firstLeaving[node] === firstLeaving[node + 1]) continue;
    let first = Number.MAX_SAFE_INTEGER;
    for (let at = firstLeaving[node]!; at < firstLeaving[node + 1]!; at++)
      first = Math.min(first, column[target[leaving[at]!]!]!);
    column[node] = Math.max(0, first - 1);
  }
  return column;
}

function neighboursOf({ firstSlot, source, target, firstLeaving, leaving }: Adjacency) {
  const before = (node: number) =>
    Array.from(source.subarray(firstSlot[node]!, firstSlot[node + 1]!)).filter((each) => each >= 0);
  const after = (node: number) =>
    Array.from(leaving.subarray(firstLeaving[node]!, firstLeaving[node + 1]!), (edge) => target[edge]!);
  return { before, after };
}

function mean(nodes: readonly number[], rows: Float64Array): number | null {
  if (nodes.length === 0) return null;
  return nodes.reduce((sum, node) => sum + rows[node]!, 0) / nodes.length;
}
