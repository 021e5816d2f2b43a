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

/** Room beneath or above a node that a wire passes on its way to a column further on. */
const LANE = 8;
/** Lanes a drawing may have; with more, wires pass behind nodes. */
const MOST_LANES = 20_000;

export interface Layout {
  /** In document order. */
  readonly boxes: readonly Box[];
  /** Left ends of the lanes, a node's width long each, that a wire from the source takes to the target's column. */
  lanes(source: number, target: number): readonly Point[];
}

/**
 * Where nodes and wires are drawn: as the document places its nodes where it places them all without overlap; else in
 * columns by their distance from the leaves, each node near the middle of what it is wired to.
 */
export function layOutDrawing(graph: Graph): Layout {
  const placed = graph.nodes.map((node) => (node.position ? boxAt(node, node.position) : null));
  const complete = placed.filter((box) => box !== null);
  if (complete.length === graph.nodes.length && !overlaps(complete)) return { boxes: complete, lanes: () => [] };
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

/** Nodes and lanes of the columns: an item below the number of nodes is a node, the others are lanes. */
interface Items {
  readonly columns: readonly number[][];
  readonly before: readonly number[][];
  readonly after: readonly number[][];
  /** Items on the way from a node to the columns it reaches, one a column. */
  readonly ways: ReadonlyMap<number, readonly number[]>;
}

function inColumns(graph: Graph): Layout {
  const adjacency = adjacencyOf(graph);
  const column = columnsOf(graph, adjacency);
  const { columns, before, after, ways } = itemsOf(graph, adjacency, column);
  const rows = new Float64Array(before.length);
  const number = (members: readonly number[]) =>
    members.forEach((item, row) => {
      rows[item] = row;
    });
  columns.forEach(number);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const side = sweep % 2 === 0 ? before : after;
    for (const members of sweep % 2 === 0 ? columns : columns.toReversed()) {
      const middle = new Map(members.map((item) => [item, mean(side[item]!, rows) ?? rows[item]!]));
      members.sort((a, b) => middle.get(a)! - middle.get(b)! || a - b);
      number(members);
    }
  }
  const origin = { x: 0, y: 0 };
  const heightOf = (item: number) => (item < graph.nodes.length ? boxAt(graph.nodes[item]!, origin).height : LANE);
  const boxes = new Array<Box>(graph.nodes.length);
  const laneAt = new Map<number, Point>();
  columns.forEach((members, at) => {
    const total = members.reduce((sum, item) => sum + heightOf(item) + ROW_GAP, -ROW_GAP);
    let y = Math.round(-total / 2);
    for (const item of members) {
      const place = { x: at * (WIDTH + COLUMN_GAP), y };
      if (item < graph.nodes.length) boxes[item] = boxAt(graph.nodes[item]!, place);
      else laneAt.set(item, { x: place.x, y: y + LANE / 2 });
      y += heightOf(item) + ROW_GAP;
    }
  });
  return {
    boxes,
    lanes: (source, target) =>
      (ways.get(source) ?? [])
        .slice(0, Math.max(0, column[target]! - column[source]! - 1))
        .map((item) => laneAt.get(item)!),
  };
}

function itemsOf({ nodes }: Graph, { firstSlot, source }: Adjacency, column: Int32Array): Items {
  const farthest = new Map<number, number>();
  const edges: [from: number, to: number][] = [];
  nodes.forEach((_, target) => {
    for (let edge = firstSlot[target]!; edge < firstSlot[target + 1]!; edge++) {
      const from = source[edge]!;
      if (from < 0) continue;
      edges.push([from, target]);
      farthest.set(from, Math.max(farthest.get(from) ?? 0, column[target]!));
    }
  });
  const columns: number[][] = Array.from({ length: 1 + column.reduce((most, at) => Math.max(most, at), 0) }, () => []);
  for (const [node, at] of column.entries()) columns[at]!.push(node);
  let items = nodes.length;
  const ways = new Map<number, readonly number[]>();
  for (const [from, last] of farthest) {
    const length = last - column[from]! - 1;
    if (length <= 0 || items + length > nodes.length + MOST_LANES) continue;
    const way = Array.from({ length }, (_, step) => items + step);
    for (const [step, item] of way.entries()) columns[column[from]! + 1 + step]!.push(item);
    ways.set(from, way);
    items += length;
  }
  const before: number[][] = Array.from({ length: items }, () => []);
  const after: number[][] = Array.from({ length: items }, () => []);
  const join = (from: number, to: number) => {
    after[from]!.push(to);
    before[to]!.push(from);
  };
  for (const [from, way] of ways) for (const [step, item] of way.entries()) join(way[step - 1] ?? from, item);
  for (const [from, to] of edges) join(ways.get(from)?.[column[to]! - column[from]! - 2] ?? from, to);
  return { columns, before, after, ways };
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

function mean(items: readonly number[], rows: Float64Array): number | null {
  if (items.length === 0) return null;
  return items.reduce((sum, item) => sum + rows[item]!, 0) / items.length;
}
