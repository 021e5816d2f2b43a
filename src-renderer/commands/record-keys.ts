import type { Keystroke } from './keys.ts';

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'OS']);
/** Named keys that shortcuts may use; Tab and Escape leave, everywhere, and stay so. */
const NAMED: ReadonlySet<string> = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Enter',
  'Delete',
  'Backspace',
  'Insert',
]);

/** A keystroke as a shortcut is written, `Mod+Shift+K`; `null` while only modifiers are down, or for a key none may have. */
export function keysOfStroke(stroke: Keystroke, mac: boolean): string | null {
  const { key, code, shiftKey, altKey } = stroke;
  if (MODIFIERS.has(key) || key === 'Dead' || key === 'Process') return null;
  const mod = mac ? stroke.metaKey : stroke.ctrlKey;
  if (mac ? stroke.ctrlKey : stroke.metaKey) return null;
  const name = nameOf(key, code);
  if (name === null) return null;
  // A sign is what is typed, whichever modifiers that takes; letters and named keys count Shift.
  const sign = name.length === 1 && !/[A-Z0-9]/.test(name);
  const parts = [mod && 'Mod', shiftKey && !sign && 'Shift', altKey && 'Alt', name];
  return parts.filter((part) => part !== false).join('+');
}

function nameOf(key: string, code: string): string | null {
  if (key === ' ') return 'Space';
  if (NAMED.has(key) || /^F([1-9]|1[0-2])$/.test(key)) return key;
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase();
  // Alt, and layouts that are not latin, type other letters: the place on the keyboard counts then.
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code);
  if (place) return place[1] ?? place[2] ?? null;
  return [...key].length === 1 ? key : null;
}
