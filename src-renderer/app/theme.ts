import type { ColourScheme } from '../platform/platform.ts';
import type { SettingsStore } from '../stores/settings-store.ts';

/** Keeps `data-theme` of the page's root in step with the setting and the system; returns the end of that. */
export function applyTheme(settings: SettingsStore, scheme: ColourScheme, root: HTMLElement): () => void {
  const apply = () => {
    const { theme } = settings.getState();
    const dark = theme === 'dark' || (theme === 'system' && scheme.isDark());
    root.dataset['theme'] = dark ? 'dark' : 'light';
  };
  apply();
  const ends = [settings.subscribe(apply), scheme.onChange(apply)];
  return () => {
    for (const end of ends) end();
  };
}
