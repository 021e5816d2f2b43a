const FRAME_PREFIX = 'frame:';
const MARK_PREFIX = 'mark:';

export const frameId = (group: string) => FRAME_PREFIX + group;
export const markId = (mark: string) => MARK_PREFIX + mark;

/** Id of the element of a gate, for `aria-activedescendant`. */
export const gateElementId = (gate: string) => `gate-${gate}`;

/** Group of a frame's id in React Flow; `null` for gates. */
export function frameGroup(id: string): string | null {
  return id.startsWith(FRAME_PREFIX) ? id.slice(FRAME_PREFIX.length) : null;
}

/** Frame or note of the sheet that an id in React Flow stands for; `null` for gates and open gates. */
export function markOf(id: string): string | null {
  return id.startsWith(MARK_PREFIX) ? id.slice(MARK_PREFIX.length) : null;
}
