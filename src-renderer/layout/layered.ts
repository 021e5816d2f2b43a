import type { Point } from '#engine';
import { COLUMN_GAP, type Layout, type LayoutBox, type LayoutGraph, type LayoutWire, ROW_GAP } from './layout-graph.ts';

const SWEEPS = 4;

/**
 * An instant left-to-right layout: each box one column right of its last input, leaves right before their first reader;
 * rows by the mean height of neighbours, then pulled straight where there is room. Linear but for sorting. Wires that
 * close a cycle are passed over.
 */
export function layered({ boxes, wires }: LayoutGraph): Layout {
  const columns = columnsOf(boxes, wires);
  const byColumn: LayoutBox[][] = [];
  for (const box of boxes) {
    const column = columns.get(box.id)!;
    while (byColumn.length <= column) byColumn.push([]);
    byColumn[column]!.push(box);
  }
  const incoming = grouped(wires, (wire) => wire.target);
  const outgoing = grouped(wires, (wire) => wire.source);
  const tops = new Map<string, number>();
  for (const column of byColumn)
    stack(
      column,
      column.map(() => null),
      tops,
    );
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forward = sweep % 2 === 0;
    for (const column of forward ? byColumn : [...byColumn].reverse())
      settle(
        column,
        (box) => wanted(box, forward ? (incoming.get(box.id) ?? []) : (outgoing.get(box.id) ?? []), tops),
        tops,
      );
  }
  return positions(byColumn, tops);
}

function columnsOf(boxes: readonly LayoutBox[], wires: readonly LayoutWire[]): Map<string, number> {
  const outgoing = grouped(wires, (wire) => wire.source);
  const pending = new Map(boxes.map(({ id }) => [id, 0]));
  for (const { target } of wires) pending.set(target, (pending.get(target) ?? 0) + 1);
  const columns = new Map<string, number>();
  const queue = boxes.filter(({ id }) => pending.get(id) === 0).map(({ id }) => id);
  const leaves = new Set(queue);
  for (const id of queue) columns.set(id, 0);
  for (let head = 0; head < queue.length; head++) {
    const id = queue[head]!;
    for (const { target } of outgoing.get(id) ?? []) {
      columns.set(target, Math.max(columns.get(target) ?? 0, columns.get(id)! + 1));
      const left = pending.get(target)! - 1;
      pending.set(target, left);
      if (left === 0) queue.push(target);
    }
  }
  for (const { id } of boxes) if (!columns.has(id)) columns.set(id, 0); // on a cycle
  for (const id of leaves) {
    const readers = (outgoing.get(id) ?? []).map(({ target }) => columns.get(target)!);
    if (readers.length > 0) columns.set(id, Math.max(0, Math.min(...readers) - 1));
  }
  return columns;
}

/** Upper edge at which the box's wires would run straight, on average; `null` without wires. */
function wanted(box: LayoutBox, wires: readonly LayoutWire[], tops: ReadonlyMap<string, number>): number | null {
  if (wires.length === 0) return null;
  let sum = 0;
  for (const wire of wires) {
    const isTarget = wire.target === box.id;
    const other = tops.get(isTarget ? wire.source : wire.target) ?? 0;
    sum += isTarget ? other + wire.sourceY - wire.targetY : other + wire.targetY - wire.sourceY;
  }
  return sum / wires.length;
}

/** Orders a column by what its boxes want and puts each as near to it as its neighbours allow. */
function settle(column: LayoutBox[], want: (box: LayoutBox) => number | null, tops: Map<string, number>): void {
  const wishes = new Map(column.map((box) => [box.id, want(box) ?? tops.get(box.id) ?? 0]));
  column.sort((a, b) => wishes.get(a.id)! - wishes.get(b.id)!);
  stack(
    column,
    column.map(({ id }) => wishes.get(id)!),
    tops,
  );
}

/** Packs runs of boxes that would overlap around the mean of their wishes. */
function stack(column: readonly LayoutBox[], wishes: readonly (number | null)[], tops: Map<string, number>): void {
  const runs: { start: number; boxes: LayoutBox[]; height: number; shift: number }[] = [];
  column.forEach((box, index) => {
    const size = box.height + box.below + ROW_GAP;
    let run = { start: wishes[index] ?? 0, boxes: [box], height: size, shift: wishes[index] ?? 0 };
    for (let before = runs.at(-1); before && before.start + before.height > run.start; before = runs.at(-1)) {
      runs.pop();
      const boxes = [...before.boxes, ...run.boxes];
      const shift = before.shift + run.shift - run.boxes.length * before.height;
      run = { boxes, height: before.height + run.height, shift, start: shift / boxes.length };
    }
    runs.push(run);
  });
  for (const run of runs) {
    let top = run.start;
    for (const box of run.boxes) {
      tops.set(box.id, top);
      top += box.height + box.below + ROW_GAP;
    }
  }
}

function positions(byColumn: readonly (readonly LayoutBox[])[], tops: ReadonlyMap<string, number>): Map<string, Point> {
  const placed = new Map<string, Point>();
  let least = Number.POSITIVE_INFINITY; // no spread: there may be more boxes than arguments
  for (const top of tops.values()) least = Math.min(least, top);
  let x = 0;
  for (const column of byColumn) {
    for (const { id } of column) placed.set(id, { x, y: onQuarters(tops.get(id)! - least) });
    x += column.reduce((widest, { width }) => Math.max(widest, width), 0) + COLUMN_GAP;
  }
  return placed;
}

/** Ports stand on multiples of 4, so boxes on them keep straight wires straight. */
const onQuarters = (value: number) => Math.round(value / 4) * 4;

function grouped(wires: readonly LayoutWire[], key: (wire: LayoutWire) => string): Map<string, LayoutWire[]> {
  const groups = new Map<string, LayoutWire[]>();
  for (const wire of wires) {
    const group = groups.get(key(wire));
    if (group) group.push(wire);
    else groups.set(key(wire), [wire]);
  }
  return groups;
}
