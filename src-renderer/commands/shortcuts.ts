import type { Command } from './command.ts';
import { isBareKey, type Keystroke, matchesKeys } from './keys.ts';

/** What has the keyboard, as far as shortcuts care. */
export interface Focus {
  /** A field in which text is typed. */
  readonly typing: boolean;
  /** A dialog, menu or list that stands open: it has the keyboard for itself. */
  readonly popup: boolean;
  /** A button or the like, which Enter and Space press. */
  readonly pressable: boolean;
  /** A place whose arrow, Home, End and Page keys are ours: canvas, player, title bar, or nothing at all. */
  readonly moves: boolean;
}

const PRESSES: ReadonlySet<string> = new Set(['Enter', ' ']);
const MOVES: ReadonlySet<string> = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

export interface ShortcutOptions {
  readonly mac: boolean;
  /** Whether keys without a modifier work at all: who speaks to the computer turns them off. */
  readonly singleKeys: boolean;
}

/** The command whose shortcut the keystroke is, where the focus leaves it to us. */
export function commandFor(
  commands: readonly Command[],
  stroke: Keystroke,
  focus: Focus,
  { mac, singleKeys }: ShortcutOptions,
): Command | null {
  if (focus.popup) return null;
  const works = (keys: string) =>
    !isBareKey(keys) || (bareKeyWorks(stroke.key, focus) && (singleKeys || !isSign(keys)));
  const found = commands.find(
    ({ keys, nativeKeys, whileTyping }) =>
      !nativeKeys &&
      (!focus.typing || whileTyping) &&
      keys?.some((each) => matchesKeys(each, stroke, mac) && works(each)),
  );
  return found ?? null;
}

function bareKeyWorks(key: string, focus: Focus): boolean {
  if (focus.typing) return false;
  if (PRESSES.has(key)) return !focus.pressable;
  return !MOVES.has(key) || focus.moves;
}

/** A letter, digit or sign alone, with or without Shift. */
const isSign = (keys: string) => /^(Shift\+)?.$/u.test(keys);
