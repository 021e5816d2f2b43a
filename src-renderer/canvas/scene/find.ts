import type { Point } from '#engine';
import { wireSamples } from '../wire-geometry.ts';
import type { Bounds, Scene } from './scene.ts';

// One pass over the flat arrays each: 0.1 ms for 5 000 entries, less than keeping a tree in step would cost.

/** How far a wire's curve reaches beyond its ends where it turns back. */
const LOOP = 170;
/** Room of a chip above and below the end of its wire. */
const CHIP_REACH = 26;

/** Gates whose box touches the bounds, in drawing order. */
export function gatesIn({ boxes }: Scene, { left, top, right, bottom }: Bounds): number[] {
  const found: number[] = [];
  for (let at = 0; at < boxes.length; at += 4)
    if (
      boxes[at]! <= right &&
      boxes[at]! + boxes[at + 2]! >= left &&
      boxes[at + 1]! <= bottom &&
      boxes[at + 1]! + boxes[at + 3]! >= top
    )
      found.push(at / 4);
  return found;
}

/** Wires that may be seen within the bounds, with their chips. */
export function wiresIn({ ends, wires }: Scene, { left, top, right, bottom }: Bounds): number[] {
  const found: number[] = [];
  for (let index = 0; index < wires.length; index++) {
    const at = 4 * index;
    const [x1, y1, x2, y2] = [ends[at]!, ends[at + 1]!, ends[at + 2]!, ends[at + 3]!];
    const loop = x2 - x1 < 112 ? LOOP : 0;
    const beside = Math.min(x1, x2) - loop > right || Math.max(x1, x2) + loop < left;
    const apart = Math.min(y1, y2) - CHIP_REACH > bottom || Math.max(y1, y2) + CHIP_REACH < top;
    if ((!beside && !apart) || (wires[index]!.data?.bends.length ?? 0) > 0) found.push(index);
  }
  return found;
}

/** Gates within the reach of a point, the nearest first; those it lies in have distance 0 and come topmost first. */
export function gatesNear({ boxes }: Scene, { x, y }: Point, reach: number, most = 6): number[] {
  const found: { readonly index: number; readonly distance: number }[] = [];
  for (let at = 0; at < boxes.length; at += 4) {
    const dx = Math.max(boxes[at]! - x, 0, x - boxes[at]! - boxes[at + 2]!);
    const dy = Math.max(boxes[at + 1]! - y, 0, y - boxes[at + 1]! - boxes[at + 3]!);
    if (dx <= reach && dy <= reach) found.push({ index: at / 4, distance: Math.hypot(dx, dy) });
  }
  return found
    .sort((a, b) => a.distance - b.distance || b.index - a.index)
    .slice(0, most)
    .map(({ index }) => index);
}

/** The wire that passes nearest to a point, within the reach; `null` without one. */
export function wireNear(scene: Scene, { x, y }: Point, reach: number): number | null {
  let nearest: number | null = null;
  let least = reach;
  for (const index of wiresIn(scene, { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach })) {
    const at = 4 * index;
    const { ends } = scene;
    const points = wireSamples(
      { x: ends[at]!, y: ends[at + 1]! },
      { x: ends[at + 2]!, y: ends[at + 3]! },
      scene.wires[index]!.data?.bends,
    );
    for (let next = 1; next < points.length; next++) {
      const distance = fromSegment(x, y, points[next - 1]!, points[next]!);
      if (distance > least) continue;
      least = distance;
      nearest = index;
    }
  }
  return nearest;
}

function fromSegment(x: number, y: number, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / length));
  return Math.hypot(x - a.x - share * dx, y - a.y - share * dy);
}
