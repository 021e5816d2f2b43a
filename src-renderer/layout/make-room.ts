import { type ChainruleDocument, groupTreeOf, type Point, place, setCollapsed } from '#engine';
import { NODE_HEIGHT, PORT_PITCH, snap } from './gate-geometry.ts';

/** The widest gate; what stands next to a group is to clear it whatever its name. */
const WIDTH = 160;
/** Around the gates of an open group, its title included. */
const PADDING = { x: 24, y: 24, title: 32 };
const GAP = { x: 72, y: 24 };

interface Box extends Point {
  readonly right: number;
  readonly bottom: number;
}

/**
 * Opens a group where it stands. Where its gates would come to lie on others, what stands to its right in the same rows
 * moves right and what stands below it down, so far as is needed; where there is room nothing moves.
 */
export function openWithRoom<D extends ChainruleDocument>(document: D, id: string): D {
  const opened = setCollapsed(document, id, false);
  const group = document.groups.find((each) => each.id === id);
  if (opened === document || !group) return opened;
  const { indexOf, parent } = groupTreeOf(document.groups);
  const drawn = drawnIn(opened, indexOf, parent);
  const root = indexOf.get(id)!;
  const isInside = (holder: string | undefined) => {
    let at = holder === undefined ? -1 : (indexOf.get(holder) ?? -1);
    while (at >= 0 && at !== root) at = parent[at]!;
    return at === root;
  };
  const inside = drawn.filter(({ holder }) => isInside(holder)).map(({ box }) => box);
  const others = drawn.filter((each) => !isInside(each.holder) && each.id !== id);
  if (inside.length === 0) return opened;
  const frame: Box = {
    x: Math.min(...inside.map(({ x }) => x)) - PADDING.x,
    y: Math.min(...inside.map(({ y }) => y)) - PADDING.y - PADDING.title,
    right: Math.max(...inside.map(({ right }) => right)) + PADDING.x,
    bottom: Math.max(...inside.map(({ bottom }) => bottom)) + PADDING.y,
  };
  const spaced = { ...frame, right: frame.right + GAP.y, bottom: frame.bottom + GAP.y };
  const hit = others.filter(({ box }) => overlaps(box, spaced));
  if (hit.length === 0) return opened;
  const corner = group.position ?? { x: frame.x + PADDING.x, y: frame.y + PADDING.y + PADDING.title };
  const right = hit.filter(({ box }) => box.x >= corner.x + NODE_HEIGHT);
  const below = hit.filter(({ box }) => box.x < corner.x + NODE_HEIGHT && box.y > corner.y);
  const dx = right.length === 0 ? 0 : frame.right + GAP.x - Math.min(...right.map(({ box }) => box.x));
  const dy = below.length === 0 ? 0 : frame.bottom + GAP.y - Math.min(...below.map(({ box }) => box.y));
  const edge = Math.min(...right.map(({ box }) => box.x));
  const floor = Math.min(...below.map(({ box }) => box.y));
  const band = bandOf(
    frame,
    others.filter(({ box }) => box.x >= edge),
  );
  const moved = new Map<string, Point>();
  for (const record of [...document.nodes, ...document.groups]) {
    const { position } = record;
    if (!position || record.id === id || isInside(record.group)) continue;
    const x = position.x >= edge && position.y < band.bottom && position.y + NODE_HEIGHT > band.y ? dx : 0;
    const y = x === 0 && position.y >= floor && position.x < frame.right ? dy : 0;
    if (x > 0 || y > 0) moved.set(record.id, { x: snap(position.x + x), y: snap(position.y + y) });
  }
  return place(opened, moved);
}

/** Rows that move together: those of the frame, then of every gate that reaches into them. */
function bandOf(frame: Box, gates: readonly Drawn[]): Pick<Box, 'y' | 'bottom'> {
  let { y, bottom } = frame;
  let open = gates;
  for (;;) {
    const reached = open.filter(({ box }) => box.y < bottom + GAP.y && box.bottom + GAP.y > y);
    if (reached.length === 0) return { y, bottom };
    open = open.filter((each) => !reached.includes(each));
    y = Math.min(y, ...reached.map(({ box }) => box.y));
    bottom = Math.max(bottom, ...reached.map(({ box }) => box.bottom));
  }
}

interface Drawn {
  readonly id: string;
  readonly holder: string | undefined;
  readonly box: Box;
}

/** Gates as they are drawn: nodes in no closed group, and the outermost closed groups. */
function drawnIn(
  { nodes, groups }: ChainruleDocument,
  indexOf: ReadonlyMap<string, number>,
  parent: Int32Array,
): Drawn[] {
  const hidden = groups.map((_, start) => {
    for (let at = parent[start]!; at >= 0; at = parent[at]!) if (groups[at]!.collapsed) return true;
    return false;
  });
  const closed = (group: string | undefined) => {
    const at = group === undefined ? undefined : indexOf.get(group);
    return at !== undefined && (hidden[at]! || groups[at]!.collapsed === true);
  };
  const boxOf = ({ x, y }: Point, slots: number): Box => ({
    x,
    y,
    right: x + WIDTH,
    bottom: y + NODE_HEIGHT + Math.max(0, slots - 2) * PORT_PITCH,
  });
  return [
    ...nodes.flatMap(({ id, group, position, inputs }) =>
      position && !closed(group) ? [{ id, holder: group, box: boxOf(position, inputs.length) }] : [],
    ),
    ...groups.flatMap(({ id, group, position, collapsed }, index) =>
      position && collapsed && !hidden[index] ? [{ id, holder: group, box: boxOf(position, 0) }] : [],
    ),
  ];
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom;
}
