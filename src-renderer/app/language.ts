import type { i18n } from 'i18next';
import type { SettingsStore } from '../stores/settings-store.ts';
import { isLanguage, type Language, languageOf } from '../texts/languages.ts';

interface LanguageWorld {
  readonly settings: SettingsStore;
  readonly texts: i18n;
  /** Its `lang` follows, so that glyphs and speech do. */
  readonly root: HTMLElement;
  /** The language the page's address asks for; it goes before the settings. */
  readonly asked: string | null;
}

/** Keeps the texts in the chosen language; returns the end of that. */
export function applyLanguage({ settings, texts, root, asked }: LanguageWorld): () => void {
  const apply = () => {
    const { language: chosen } = settings.getState();
    const wanted = chosen === 'system' ? languageOf(window.navigator.languages) : chosen;
    const language: Language = isLanguage(asked) ? asked : wanted;
    root.lang = language === 'pseudo' ? 'en' : language;
    if (texts.language !== language) void texts.changeLanguage(language);
  };
  apply();
  return settings.subscribe(({ language }, before) => {
    if (language !== before.language) apply();
  });
}
