import { createInstance, type i18n } from 'i18next';
import { en } from './en/index.ts';
import { ko, koEngine } from './ko/index.ts';
import type { Language } from './languages.ts';
import { pseudoTexts } from './pseudo.ts';

type Namespace = keyof typeof en;

const namespaces = Object.keys(en) as readonly Namespace[];

type Plural = '_one' | '_other';
type Singular<K extends string> = K extends `${infer Base}${Plural}` ? Base : K;

/** Key of a text: `namespace:key`. */
type TextKey = { [N in Namespace]: `${N}:${Singular<keyof (typeof en)[N] & string>}` }[Namespace];

/** Key of a text of the `commands` namespace. */
export type CommandText = Singular<keyof typeof en.commands>;

/** Looks a text up; `words` stand where the text says `{{name}}`, `count` chooses singular or plural. */
export type Translate = (key: TextKey, words?: Readonly<Record<string, string | number>>) => string;

/** The window's texts, ready at once. Keys are flat: a dot in a key is a dot. */
export function createTexts(language: Language = 'en'): i18n {
  const texts = createInstance();
  void texts.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en, ko: { ...ko, ...koEngine }, ...(language === 'pseudo' ? { pseudo: pseudoTexts(en) } : {}) },
    ns: [...namespaces, ...Object.keys(koEngine)],
    defaultNS: 'app',
    keySeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
  return texts;
}

export function translator(texts: i18n): Translate {
  const lookUp = texts.getFixedT(null, [...namespaces]) as unknown as Translate; // i18next's own type takes seconds to check
  return (key, words) => lookUp(key, words);
}
