import { splitKeys } from '../ui/shortcut-text.ts';

/** What of a keyboard event a shortcut looks at. */
export interface Keystroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * Whether the keystroke is the shortcut. Letters and digits go by what the layout types where that is latin, else by
 * their place on the keyboard; signs such as `?` by what is typed, however many modifiers that takes.
 */
export function matchesKeys(keys: string, stroke: Keystroke, mac: boolean): boolean {
  const parts = splitKeys(keys);
  const key = parts.at(-1)!;
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  const mod = mac ? stroke.metaKey : stroke.ctrlKey;
  const otherMod = mac ? stroke.ctrlKey : stroke.metaKey;
  if (mod !== wants('Mod') || otherMod) return false;
  if (isSign(key)) return stroke.key === key && (stroke.altKey === wants('Alt') || !wants('Alt'));
  if (stroke.shiftKey !== wants('Shift') || stroke.altKey !== wants('Alt')) return false;
  return keyOf(stroke) === key;
}

/** Whether it has no modifier that keeps it apart from typing. */
export function isBareKey(keys: string): boolean {
  return !/^(Mod|Alt|Shift\+Alt)\+|^F\d+$/.test(keys);
}

const isSign = (key: string) => key.length === 1 && !/[A-Z0-9]/.test(key);

/** `Z`, `1`, `Space`, `ArrowLeft`: the names used in `keys`. */
function keyOf({ key, code }: Keystroke): string {
  if (key === ' ') return 'Space';
  if (/^[a-zA-Z]$/.test(key)) return key.toUpperCase();
  if (/^[0-9]$/.test(key)) return key;
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code);
  return place && key.length === 1 ? (place[1] ?? place[2] ?? key) : key;
}
