import type { Box } from './box.ts';

/** A line that shows what a dragged gate is in line with, or a gap it repeats; in canvas coordinates. */
export interface Guide {
  /** `x`: a vertical line at `at`, from `from` to `to`; `y`: a horizontal one. */
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly kind: 'edge' | 'gap';
}

export interface Alignment {
  /** How far to move the box for it to be in line; 0 where nothing is near. */
  readonly dx: number;
  readonly dy: number;
  readonly snappedX: boolean;
  readonly snappedY: boolean;
  readonly guides: readonly Guide[];
}

type Axis = 'x' | 'y';
const SIZE = { x: 'width', y: 'height' } as const;

/**
 * What a dragged box comes into line with: edges and centres of other boxes, else gaps as wide as one beside it, within
 * `tolerance` on each axis by itself. The nearest wins; of equally near ones, edges and centres.
 */
export function align(box: Box, others: readonly Box[], tolerance: number): Alignment {
  const x = nearest('x', box, others, tolerance);
  const y = nearest('y', box, others, tolerance);
  const moved = { ...box, x: box.x + (x ?? 0), y: box.y + (y ?? 0) };
  return {
    dx: x ?? 0,
    dy: y ?? 0,
    snappedX: x !== null,
    snappedY: y !== null,
    guides: [
      ...(x === null ? [] : [...lines('x', moved, others), ...gapMarks('x', moved, others)]),
      ...(y === null ? [] : [...lines('y', moved, others), ...gapMarks('y', moved, others)]),
    ],
  };
}

function nearest(axis: Axis, box: Box, others: readonly Box[], tolerance: number): number | null {
  let best: number | null = null;
  const offer = (shift: number) => {
    if (Math.abs(shift) <= tolerance && (best === null || Math.abs(shift) < Math.abs(best))) best = shift;
  };
  for (const other of others) for (const [own, target] of pairs(axis, box, other)) offer(target - own);
  if (best !== null) return best;
  for (const place of gapPlaces(axis, box, others)) offer(place - box[axis]);
  return best;
}

/** Left with left, centre with centre, right with right; left with right and right with left, for boxes that touch. */
function pairs(axis: Axis, a: Box, b: Box): readonly (readonly [number, number])[] {
  const [aStart, aSize] = [a[axis], a[SIZE[axis]]];
  const [bStart, bSize] = [b[axis], b[SIZE[axis]]];
  return [
    [aStart, bStart],
    [aStart + aSize / 2, bStart + bSize / 2],
    [aStart + aSize, bStart + bSize],
  ];
}

/** The boxes that stand in the same row (for x) or column (for y), in order. */
function inLine(axis: Axis, box: Box, others: readonly Box[]): readonly Box[] {
  const across = axis === 'x' ? 'y' : 'x';
  return others
    .filter(
      (other) => other[across] < box[across] + box[SIZE[across]] && other[across] + other[SIZE[across]] > box[across],
    )
    .sort((a, b) => a[axis] - b[axis]);
}

/** Where the box would leave a gap as wide as the one next to it: between two, before two, after two. */
function gapPlaces(axis: Axis, box: Box, others: readonly Box[]): readonly number[] {
  const row = inLine(axis, box, others);
  const size = SIZE[axis];
  const end = (each: Box) => each[axis] + each[size];
  const middle = box[axis] + box[size] / 2;
  const before = row.filter((each) => each[axis] + each[size] / 2 < middle);
  const after = row.filter((each) => each[axis] + each[size] / 2 >= middle);
  const [left, leftmore] = [before.at(-1), before.at(-2)];
  const [right, rightmore] = [after[0], after[1]];
  const places: number[] = [];
  if (left && right) places.push((end(left) + right[axis] - box[size]) / 2);
  if (left && leftmore && left[axis] > end(leftmore)) places.push(end(left) + left[axis] - end(leftmore));
  if (right && rightmore && rightmore[axis] > end(right))
    places.push(right[axis] - (rightmore[axis] - end(right)) - box[size]);
  return places;
}

const SAME = 0.01;

/** One line through all boxes in line with this one, per edge or centre they share. */
function lines(axis: Axis, box: Box, others: readonly Box[]): readonly Guide[] {
  const across = axis === 'x' ? 'y' : 'x';
  const found = new Map<number, Guide>();
  for (const other of others)
    for (const [own, target] of pairs(axis, box, other)) {
      if (Math.abs(own - target) > SAME) continue;
      const key = Math.round(own * 100);
      const before = found.get(key);
      found.set(key, {
        axis,
        at: own,
        kind: 'edge',
        from: Math.min(before?.from ?? box[across], other[across]),
        to: Math.max(before?.to ?? box[across] + box[SIZE[across]], other[across] + other[SIZE[across]]),
      });
    }
  return [...found.values()];
}

/** The gaps around the box that are equal, drawn along the axis at the box's middle. */
function gapMarks(axis: Axis, box: Box, others: readonly Box[]): readonly Guide[] {
  if (!gapPlaces(axis, box, others).some((place) => Math.abs(place - box[axis]) <= SAME)) return [];
  const row = [...inLine(axis, box, others), box].sort((a, b) => a[axis] - b[axis]);
  const size = SIZE[axis];
  const across = axis === 'x' ? 'y' : 'x';
  const gaps = row.slice(1).map((each, index) => {
    const from = row[index]![axis] + row[index]![size];
    return { from, to: each[axis], beside: each === box || row[index] === box };
  });
  const own = gaps.filter(({ beside, from, to }) => beside && to - from > SAME);
  const equal = gaps.filter(
    ({ from, to }) => to - from > SAME && own.some((gap) => Math.abs(gap.to - gap.from - (to - from)) <= SAME),
  );
  if (equal.length < 2) return [];
  return equal.map(({ from, to }) => ({
    axis: across,
    at: box[across] + box[SIZE[across]] / 2,
    from,
    to,
    kind: 'gap' as const,
  }));
}
