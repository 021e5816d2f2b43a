import type { ChainruleDocument, EdgeRef, Point } from '#engine';
import { type Bends, withSheet } from '../stores/sheet.ts';

/** Leads a wire through one more point, as the one with this number. */
export function bendAdded<D extends ChainruleDocument>(document: D, wire: EdgeRef, index: number, at: Point): D {
  return withPoints(document, wire, (points) => points.toSpliced(index, 0, at));
}

export function bendMoved<D extends ChainruleDocument>(document: D, wire: EdgeRef, index: number, to: Point): D {
  return withPoints(document, wire, (points) => {
    const before = points[index];
    return !before || (before.x === to.x && before.y === to.y) ? points : points.with(index, to);
  });
}

export function bendRemoved<D extends ChainruleDocument>(document: D, wire: EdgeRef, index: number): D {
  return withPoints(document, wire, (points) => points.toSpliced(index, 1));
}

export function straightened<D extends ChainruleDocument>(document: D, wire: EdgeRef): D {
  return withPoints(document, wire, () => []);
}

function withPoints<D extends ChainruleDocument>(
  document: D,
  { target, slot }: EdgeRef,
  change: (points: readonly Point[]) => readonly Point[],
): D {
  const source = document.nodes.find(({ id }) => id === target)?.inputs[slot] ?? null;
  if (source === null) return document;
  return withSheet(document, (sheet) => {
    const isIts = (bend: Bends) => bend.target === target && bend.slot === slot;
    const own = sheet.bends.find((bend) => isIts(bend) && bend.source === source);
    const before = own?.points ?? [];
    const points = change(before);
    if (points === before || (points.length === 0 && !own)) return sheet;
    const others = sheet.bends.filter((bend) => !isIts(bend));
    return { ...sheet, bends: points.length === 0 ? others : [...others, { source, target, slot, points }] };
  });
}
