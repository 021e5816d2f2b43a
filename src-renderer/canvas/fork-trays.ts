import { type Box, boxOf } from './box.ts';
import type { FlowNode, GateFlowNode } from './flow-types.ts';

/** Height of a fork's sum with its gap, and its usual width. */
const TRAY = 40;
const TRAY_WIDTH = 160;
const CELL = 256;

/**
 * A fork's sum hangs above its gate where another gate stands in its place below. Gates keep what they had before. After a
 * move only the forks that `moved` gates came near to or left are looked at.
 */
export function hangTrays(gates: Map<string, FlowNode>, moved: readonly Box[] | null = null): void {
  const near = moved && moved.length <= 40 ? moved : null;
  const forks = [...gates.values()].filter(
    (node): node is GateFlowNode =>
      node.type === 'gate' && node.data.leaving > 1 && (!near || near.some((box) => meets(box, reachOf(boxOf(node))))),
  );
  if (forks.length === 0) return;
  const crowd = crowdOf([...gates.values()].filter(({ type }) => type === 'gate').map(boxOf));
  for (const fork of forks) {
    const own = boxOf(fork);
    const free = (top: number) => !crowd({ x: own.x, y: top, width: TRAY_WIDTH, height: TRAY });
    const tray = free(own.y + own.height) || !free(own.y - TRAY) ? 'below' : 'above';
    if (tray !== fork.data.tray) gates.set(fork.id, { ...fork, data: { ...fork.data, tray } });
  }
}

/** The gate with the places of its sum above and below. */
const reachOf = ({ x, y, width, height }: Box): Box => ({
  x,
  y: y - TRAY,
  width: Math.max(width, TRAY_WIDTH),
  height: height + 2 * TRAY,
});

const meets = (a: Box, b: Box) =>
  a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;

/** Whether any of the boxes meets a place; each box is looked up by the cells of a grid it lies in. */
function crowdOf(boxes: readonly Box[]): (place: Box) => boolean {
  const cells = new Map<string, Box[]>();
  const each = (box: Box, visit: (key: string) => boolean) => {
    for (let column = Math.floor(box.x / CELL); column * CELL < box.x + box.width; column++)
      for (let row = Math.floor(box.y / CELL); row * CELL < box.y + box.height; row++)
        if (visit(`${column} ${row}`)) return true;
    return false;
  };
  for (const box of boxes)
    each(box, (key) => {
      const cell = cells.get(key);
      if (cell) cell.push(box);
      else cells.set(key, [box]);
      return false;
    });
  return (place) => each(place, (key) => cells.get(key)?.some((box) => meets(box, place)) ?? false);
}
