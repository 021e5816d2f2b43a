const PLAIN = 'ACDEGHIKLNORSTUYZacdeghiklnorstuyz';
const ACCENTED = 'ÀÇÐÉĜĤÎĶĹÑÖŔŠŤÛÝŽàçðéĝĥîķĺñöŕšťûýž';
const accents = new Map(Array.from(PLAIN, (letter, at) => [letter, Array.from(ACCENTED)[at] ?? letter]));

/** Placeholders and tags, which stay as they are. */
const FIXED = /(\{\{.*?\}\}|<\/?\d+>)/;

/** A text with accents, in brackets and two fifths longer: what is cut off or written past the catalogue shows. */
export function pseudoText(text: string): string {
  if (!/\p{L}{2}/u.test(text.replace(/\{\{.*?\}\}/g, ''))) return text; // signs and single letters are nobody's to translate
  const parts = text.split(FIXED);
  const longer = parts.map((part, at) => (at % 2 === 0 ? part.replace(/\p{L}{2,}/gu, longerWord) : part));
  return `[${longer.join('')}]`;
}

function longerWord(word: string): string {
  const accented = Array.from(word, (letter) => accents.get(letter) ?? letter).join('');
  return accented + '~'.repeat(Math.ceil(word.length * 0.4));
}

/** All texts of a catalogue so. */
export function pseudoTexts<Names extends string>(
  catalogue: Readonly<Record<Names, Readonly<Record<string, string>>>>,
): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries<Readonly<Record<string, string>>>(catalogue).map(([namespace, texts]) => [
      namespace,
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, isKeycap(key) ? text : pseudoText(text)])),
    ]),
  );
}

/** Keys of the keyboard are called as they are engraved. */
const isKeycap = (key: string) => key.startsWith('key.');
