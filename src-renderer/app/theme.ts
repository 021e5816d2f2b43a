import type { ColourScheme } from '../platform/platform.ts';
import type { SettingsStore } from '../stores/settings-store.ts';

/** Size at which text is drawn before it is scaled. */
const DRAWN_TEXT_PX = 12;

/** Keeps theme, colours of numbers and text size of the page's root in step with the settings and the system; returns the end of that. */
export function applyTheme(settings: SettingsStore, scheme: ColourScheme, root: HTMLElement): () => void {
  const apply = () => {
    const { theme, textSizePx, numberColours } = settings.getState();
    const dark = theme === 'dark' || (theme === 'system' && scheme.isDark());
    root.style.setProperty('--text-scale', `${textSizePx / DRAWN_TEXT_PX}`);
    root.dataset['numbers'] = numberColours;
    root.dataset['theme'] = dark ? 'dark' : 'light';
  };
  apply();
  const ends = [settings.subscribe(apply), scheme.onChange(apply)];
  return () => {
    for (const end of ends) end();
  };
}
