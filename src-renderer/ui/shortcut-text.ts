import type { TFunction } from 'i18next';

/** `Mod+Shift+Z` → `Ctrl Shift Z`; `⌘ ⇧ Z` on Apple systems. */
export function shortcutText(keys: string, t: TFunction<'ui'>, mac = isMac()): string {
  const names: Readonly<Record<string, string>> = {
    Mod: mac ? t('key.Mod.mac') : t('key.Mod'),
    Shift: mac ? t('key.Shift.mac') : t('key.Shift'),
    Alt: mac ? t('key.Alt.mac') : t('key.Alt'),
    ArrowLeft: t('key.ArrowLeft'),
    ArrowRight: t('key.ArrowRight'),
    ArrowUp: t('key.ArrowUp'),
    ArrowDown: t('key.ArrowDown'),
    Escape: t('key.Escape'),
    Delete: t('key.Delete'),
    Backspace: t('key.Backspace'),
    Enter: t('key.Enter'),
    Space: t('key.Space'),
    Home: t('key.Home'),
    End: t('key.End'),
    PageUp: t('key.PageUp'),
    PageDown: t('key.PageDown'),
  };
  return splitKeys(keys)
    .map((key) => names[key] ?? key)
    .join(' ');
}

/** The parts of `Mod+Shift+Z`; the key `+` itself is written as it is: `Mod++`. */
export function splitKeys(keys: string): readonly string[] {
  if (keys === '+') return ['+'];
  return keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
}

export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}
