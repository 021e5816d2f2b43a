import { type ChainruleDocument, type Point, place } from '#engine';
import type { Box } from '../stores/canvas-port.ts';
import { selectedPart } from './selection.ts';

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Direction = 'horizontal' | 'vertical';

type Boxes = ReadonlyMap<string, Box>;
/** How far each gate moves. */
type Shifts = ReadonlyMap<string, Point>;

/** Brings one edge, or the middle, of every gate onto a line: that of the outermost gate, or of all of them together. */
export function alignShifts(boxes: Boxes, alignment: Alignment): Shifts {
  const all = [...boxes.values()];
  const left = Math.min(...all.map(({ x }) => x));
  const right = Math.max(...all.map(({ x, width }) => x + width));
  const top = Math.min(...all.map(({ y }) => y));
  const bottom = Math.max(...all.map(({ y, height }) => y + height));
  const target = (box: Box): Point => {
    switch (alignment) {
      case 'left':
        return { x: left, y: box.y };
      case 'centre':
        return { x: (left + right - box.width) / 2, y: box.y };
      case 'right':
        return { x: right - box.width, y: box.y };
      case 'top':
        return { x: box.x, y: top };
      case 'middle':
        return { x: box.x, y: (top + bottom - box.height) / 2 };
      case 'bottom':
        return { x: box.x, y: bottom - box.height };
    }
  };
  return new Map([...boxes].map(([id, box]) => [id, between(box, target(box))]));
}

/**
 * Equal gaps between neighbours; the outermost stay where they are. Where the gates do not fit between them, the gaps
 * come out negative: they overlap evenly.
 */
export function distributeShifts(boxes: Boxes, direction: Direction): Shifts {
  const start = (box: Box) => (direction === 'horizontal' ? box.x : box.y);
  const size = (box: Box) => (direction === 'horizontal' ? box.width : box.height);
  const sorted = [...boxes].sort(([, a], [, b]) => start(a) - start(b));
  const first = sorted[0]?.[1];
  const last = sorted.at(-1)?.[1];
  if (!first || !last || sorted.length < 3) return new Map();
  const room = start(last) + size(last) - start(first) - sorted.reduce((sum, [, box]) => sum + size(box), 0);
  const gap = room / (sorted.length - 1);
  let at = start(first);
  return new Map(
    sorted.map(([id, box]) => {
      const to = direction === 'horizontal' ? { x: at, y: box.y } : { x: box.x, y: at };
      at += size(box) + gap;
      return [id, between(box, to)];
    }),
  );
}

function between(from: Point, to: Point): Point {
  return { x: Math.round((to.x - from.x) * 100) / 100, y: Math.round((to.y - from.y) * 100) / 100 };
}

/** Moves gates; what lies in a merged gate comes along. */
export function shifted(document: ChainruleDocument, boxes: Boxes, shifts: Shifts): ChainruleDocument {
  const places = new Map<string, Point>();
  const kept = new Map([...document.nodes, ...document.groups].map(({ id, position }) => [id, position]));
  for (const [gate, by] of shifts) {
    if (by.x === 0 && by.y === 0) continue;
    const part = selectedPart(document, new Set([gate]));
    const box = boxes.get(gate);
    if (box) places.set(gate, { x: box.x + by.x, y: box.y + by.y });
    for (const id of [...part.nodes, ...part.groups]) {
      const at = kept.get(id);
      if (id !== gate && at) places.set(id, { x: at.x + by.x, y: at.y + by.y });
    }
  }
  return place(document, places);
}
