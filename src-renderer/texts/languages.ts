/** Languages of the texts. `pseudo` is English made longer, for finding where a text does not fit: `?lang=pseudo`. */
const LANGUAGES = ['en', 'ko', 'pseudo'] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(raw: string | null): raw is Language {
  return LANGUAGES.some((language) => language === raw);
}

/** The first of the preferred languages (BCP 47 tags) that the texts speak, else English. */
export function languageOf(preferred: readonly string[]): 'en' | 'ko' {
  for (const tag of preferred) {
    const [primary] = tag.toLowerCase().split('-');
    if (primary === 'en' || primary === 'ko') return primary;
  }
  return 'en';
}
