import type { Graph, Point } from '#engine';

/** Room that a node takes, more or less: wider ones exist, and each slot above two adds to the height. */
const SIZE = { width: 136, height: 88 };
const SLOT_HEIGHT = 56;
/** Between columns and between stacked nodes. */
const GAP = { x: 128, y: 24 };
const FARTHEST_RING = 40;

/**
 * Middle of a free place for a new node: in the column right of the selected node, else as near as can be to the centre
 * of what is visible. Nodes without a position are passed over.
 */
export function freePlace(graph: Graph, selected: string | null, centre: Point): Point {
  const boxes = graph.nodes.flatMap(({ position, inputs }) =>
    position ? [{ ...position, height: SIZE.height + SLOT_HEIGHT * Math.max(0, inputs.length - 2) }] : [],
  );
  const free = ({ x, y }: Point) =>
    boxes.every(
      (box) =>
        x - SIZE.width / 2 >= box.x + SIZE.width + GAP.y ||
        x + SIZE.width / 2 + GAP.y <= box.x ||
        y - SIZE.height / 2 >= box.y + box.height + GAP.y ||
        y + SIZE.height / 2 + GAP.y <= box.y,
    );
  const beside = graph.nodes.find(({ id }) => id === selected)?.position;
  const start = beside ? { x: beside.x + SIZE.width * 1.5 + GAP.x, y: beside.y + SIZE.height / 2 } : centre;
  for (let ring = 0; ring <= FARTHEST_RING; ring++)
    for (const place of beside ? columnAround(start, ring) : ringAround(start, ring)) if (free(place)) return place;
  return start;
}

/** The places `ring` steps below and above. */
function columnAround({ x, y }: Point, ring: number): readonly Point[] {
  const step = SIZE.height + GAP.y;
  return ring === 0
    ? [{ x, y }]
    : [
        { x, y: y + ring * step },
        { x, y: y - ring * step },
      ];
}

/** The places around a point at a distance of `ring` steps, nearest first. */
function ringAround({ x, y }: Point, ring: number): readonly Point[] {
  const step = { x: SIZE.width + GAP.y, y: SIZE.height + GAP.y };
  const places: Point[] = [];
  for (let column = -ring; column <= ring; column++)
    for (let row = -ring; row <= ring; row++)
      if (Math.max(Math.abs(column), Math.abs(row)) === ring)
        places.push({ x: x + column * step.x, y: y + row * step.y });
  const distance = (place: Point) => Math.abs(place.x - x) + Math.abs(place.y - y);
  return places.toSorted((a, b) => distance(a) - distance(b));
}
