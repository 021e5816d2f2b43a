import { type ChainruleDocument, type Point, place, setCollapsed } from '#engine';
import { openWithRoom } from '../layout/make-room.ts';
import { type Room, sheetOf, withSheet } from '../stores/sheet.ts';

/**
 * Opens a merged gate in place, where neighbours move aside as far as they would be covered, or closes it: then those that
 * still stand where they were moved to come back.
 */
export function withMergedToggled<D extends ChainruleDocument>(document: D, id: string, collapse: boolean): D {
  const group = document.groups.find((each) => each.id === id);
  if (!group || (group.collapsed ?? false) === collapse) return document;
  return collapse ? closed(document, id) : opened(document, id);
}

function opened<D extends ChainruleDocument>(document: D, id: string): D {
  const next = openWithRoom(document, id);
  const before = positionsOf(document);
  const moved = [...positionsOf(next)].flatMap(([other, to]) => {
    const from = before.get(other);
    return from && (from.x !== to.x || from.y !== to.y) ? [{ id: other, from, to }] : [];
  });
  return withRooms(next, id, moved);
}

function closed<D extends ChainruleDocument>(document: D, id: string): D {
  const next = setCollapsed(document, id, true);
  const room = sheetOf(document).rooms.find(({ group }) => group === id);
  if (!room) return next;
  const now = positionsOf(next);
  const back = room.moved.filter(({ id: other, to }) => {
    const at = now.get(other);
    return at?.x === to.x && at.y === to.y;
  });
  return withRooms(place(next, new Map(back.map(({ id: other, from }) => [other, from]))), id, []);
}

function positionsOf({ nodes, groups }: ChainruleDocument): ReadonlyMap<string, Point> {
  return new Map([...nodes, ...groups].flatMap(({ id, position }) => (position ? [[id, position] as const] : [])));
}

function withRooms<D extends ChainruleDocument>(document: D, group: string, moved: Room['moved']): D {
  return withSheet(document, (sheet) => {
    const others = sheet.rooms.filter((room) => room.group !== group);
    if (moved.length === 0) return others.length === sheet.rooms.length ? sheet : { ...sheet, rooms: others };
    return { ...sheet, rooms: [...others, { group, moved }] };
  });
}
