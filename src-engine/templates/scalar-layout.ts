import type { GraphNode } from '../graph/graph.ts';
import { COLUMN, ROW } from './part.ts';

/** A gate grows by this for each input above two. */
const SLOT = 56;
const GAP = 24;

const pitchOf = ({ inputs }: GraphNode) => ROW + Math.max(0, inputs.length - 2) * SLOT;

/**
 * Columns by depth, leaves in the column before their first reader, each gate as near as there is room to the middle of
 * what it reads. `nodes` stand in an order in which inputs come first. The corner is that of the graph before.
 */
export function placeScalars(nodes: readonly GraphNode[], before: readonly GraphNode[]): readonly GraphNode[] {
  const corner = cornerOf(before);
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  const level = new Int32Array(nodes.length);
  const reader = new Int32Array(nodes.length).fill(-1);
  for (const [index, { inputs }] of nodes.entries())
    for (const input of inputs) {
      const from = indexOf.get(input!)!;
      level[index] = Math.max(level[index]!, level[from]! + 1);
      if (reader[from]! < 0 || level[index]! < level[reader[from]!]!) reader[from] = index;
    }
  const isLeaf = (index: number) => nodes[index]!.inputs.length === 0;
  // Even lanes hold gates, odd ones the leaves that the next gates read; lanes that stay empty make no column.
  const lane = nodes.map((_, index) => {
    if (!isLeaf(index)) return 2 * level[index]!;
    return reader[index]! < 0 ? 1 : 2 * level[reader[index]!]! - 1;
  });
  const lanes = new Map<number, number[]>();
  for (const [index, own] of lane.entries()) {
    const members = lanes.get(own);
    if (members) members.push(index);
    else lanes.set(own, [index]);
  }
  const y = new Float64Array(nodes.length);
  const ordered = [...lanes.keys()].sort((a, b) => a - b);
  const stack = (members: readonly number[], wish: (index: number) => number) => {
    let free = Number.NEGATIVE_INFINITY;
    for (const index of members) {
      y[index] = Math.round(Math.max(free, wish(index)) / 8) * 8;
      free = y[index]! + pitchOf(nodes[index]!);
    }
  };
  for (const each of ordered) {
    if (each % 2 !== 0) continue;
    let next = 0;
    stack(lanes.get(each)!, (index) => {
      const { inputs } = nodes[index]!;
      const read = inputs.map((input) => indexOf.get(input!)!).filter((from) => !isLeaf(from));
      const own = (pitchOf(nodes[index]!) - GAP) / 2;
      const middle =
        read.reduce((sum, from) => sum + y[from]! + (pitchOf(nodes[from]!) - GAP) / 2, 0) / read.length - own;
      const wish = read.length === 0 ? next : middle;
      next = wish + pitchOf(nodes[index]!);
      return wish;
    });
  }
  for (const each of ordered) {
    if (each % 2 === 0) continue;
    const wish = (index: number) => (reader[index]! < 0 ? 0 : y[reader[index]!]!);
    stack(
      lanes.get(each)!.toSorted((a, b) => wish(a) - wish(b)),
      wish,
    );
  }
  const top = y.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  const column = new Map(ordered.map((each, place) => [each, place]));
  return nodes.map((node, index) => ({
    ...node,
    position: { x: corner.x + column.get(lane[index]!)! * COLUMN, y: corner.y + y[index]! - top },
  }));
}

function cornerOf(nodes: readonly GraphNode[]) {
  const places = nodes.flatMap(({ position }) => (position ? [position] : []));
  const least = (values: readonly number[]) =>
    values.reduce((min, each) => Math.min(min, each), Number.POSITIVE_INFINITY);
  return places.length === 0
    ? { x: 0, y: 0 }
    : { x: least(places.map(({ x }) => x)), y: least(places.map(({ y }) => y)) };
}
