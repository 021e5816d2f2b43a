import type { Point } from '#engine';
import { type Box, boxOf } from './box.ts';
import type { FlowModel } from './flow-types.ts';
import { handlePoint } from './wire-ends.ts';
import { wireSamples } from './wire-geometry.ts';

/** A wire as points along it. */
export interface DrawnWire {
  /** `edgeKey` text. */
  readonly key: string;
  readonly points: readonly (Point & { readonly leg: number })[];
  /** Around the points. */
  readonly box: Box;
}

/** How far from a gate's middle a wire may run to be taken for the one below it, as a share of the gate's half height. */
const REACH = 0.6;

export function drawnWires(model: FlowModel): readonly DrawnWire[] {
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));
  return model.edges.flatMap((edge) => {
    const from = handlePoint(nodes.get(edge.source), edge.sourceHandle);
    const to = handlePoint(nodes.get(edge.target), edge.targetHandle);
    if (!from || !to) return [];
    const points = wireSamples(from, to, edge.data?.bends);
    return [{ key: edge.id, points, box: boxAround(points) }];
  });
}

function boxAround(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The wire that runs through the middle of a box; the nearest of several, `null` when none does. */
export function wireUnder(box: Box, wires: readonly DrawnWire[]): string | null {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  let best = { key: null as string | null, distance: (box.height / 2) * REACH };
  for (const { key, points, box: around } of wires) {
    const [dx, dy] = [middle.x - around.x, middle.y - around.y];
    if (dx < -best.distance || dx > around.width + best.distance) continue;
    if (dy < -best.distance || dy > around.height + best.distance) continue;
    const { distance } = nearestOn(points, middle);
    if (distance < best.distance) best = { key, distance };
  }
  return best.key;
}

/** How far a point is from a wire, and on which leg of it. */
export function nearestOn(points: DrawnWire['points'], at: Point): { readonly distance: number; readonly leg: number } {
  let best = { distance: Number.POSITIVE_INFINITY, leg: 0 };
  for (let index = 1; index < points.length; index++) {
    const distance = distanceTo(at, points[index - 1]!, points[index]!);
    if (distance < best.distance) best = { distance, leg: points[index]!.leg };
  }
  return best;
}

function distanceTo(at: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / length));
  return Math.hypot(at.x - a.x - share * dx, at.y - a.y - share * dy);
}

/** The wires that a stroke crosses. */
export function wiresCrossed(stroke: readonly Point[], wires: readonly DrawnWire[]): readonly string[] {
  return wires.filter(({ points }) => crosses(stroke, points)).map(({ key }) => key);
}

function crosses(stroke: readonly Point[], points: readonly Point[]): boolean {
  for (let at = 1; at < stroke.length; at++)
    for (let along = 1; along < points.length; along++)
      if (meet(stroke[at - 1]!, stroke[at]!, points[along - 1]!, points[along]!)) return true;
  return false;
}

/** Whether two segments meet: each has the other's ends on both its sides. */
function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

/** Boxes of the gates that stay while others are dragged. */
export function restingBoxes(model: FlowModel, moving: ReadonlySet<string>): readonly Box[] {
  return model.nodes.flatMap((node) => (node.type === 'gate' && !moving.has(node.id) ? [boxOf(node)] : []));
}
