import type { OpSlots } from '../ops/define.ts';

/** How many slots a node shows that has `filled` inputs: the smallest accepted count that holds them all. */
export function slotCount({ counts }: OpSlots, filled: number): number {
  if ('atLeast' in counts) return Math.max(counts.atLeast, filled);
  let smallest = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (const count of counts) {
    if (count >= filled) smallest = Math.min(smallest, count);
    largest = Math.max(largest, count);
  }
  return Number.isFinite(smallest) ? smallest : largest;
}

/** `no inputs`, `1 input`, `1 or 3 inputs`, `2 or more inputs`. */
export function slotCountText({ counts }: OpSlots): string {
  if ('atLeast' in counts) return `${counts.atLeast} or more inputs`;
  const text = counts.join(' or ');
  if (text === '0') return 'no inputs';
  return text === '1' ? '1 input' : `${text} inputs`;
}

/** Name of a slot; ops that grow slots continue the alphabet from the last name: a, b, c … z, then a26, a27 … */
export function slotName({ names }: OpSlots, slot: number): string {
  const name = names[slot];
  if (name !== undefined) return name;
  const last = names[names.length - 1] ?? 'a';
  const code = last.charCodeAt(0) + slot - names.length + 1;
  return last.length === 1 && code <= 'z'.charCodeAt(0) ? String.fromCharCode(code) : `${last}${slot}`;
}
