/** Turns of direction that make a shake, within this time, each after at least this way (pixels of the screen). */
const TURNS = 4;
const WITHIN_MS = 700;
const LEAST_WAY = 14;

/** Tells a shake from a drag: quick turns from left to right and back. Returns whether this move completed one. */
export function createShake(): (x: number, nowMs: number) => boolean {
  let turns: number[] = [];
  let extreme: number | null = null;
  let direction = 0;
  return (x, nowMs) => {
    extreme ??= x;
    const way = x - extreme;
    if (direction === 0) {
      if (Math.abs(way) >= LEAST_WAY) {
        direction = Math.sign(way);
        extreme = x;
      }
      return false;
    }
    if (Math.sign(way) === direction || way === 0) {
      extreme = x;
      return false;
    }
    if (Math.abs(way) < LEAST_WAY) return false;
    direction = -direction;
    extreme = x;
    turns = [...turns.filter((at) => nowMs - at <= WITHIN_MS), nowMs];
    if (turns.length < TURNS) return false;
    turns = [];
    return true;
  };
}
