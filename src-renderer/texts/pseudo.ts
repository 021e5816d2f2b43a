const PLAIN = 'ACDEGHIKLNORSTUYZacdeghiklnorstuyz';
const ACCENTED = 'ÀÇÐÉĜĤÎĶĹÑÖŔŠŤÛÝŽàçðéĝĥîķĺñöŕšťûýž';
const accents = new Map(Array.from(PLAIN, (letter, at) => [letter, Array.from(ACCENTED)[at] ?? letter]));

/** Placeholders and tags, which stay as they are. */
const FIXED = /(\{\{.*?\}\}|<\/?\d+>)/;

/** A text with accents, in brackets and two fifths longer: what is cut off or written past the catalogue shows. */
export function pseudoText(text: string): string {
  const parts = text.split(FIXED);
  const letters = parts.filter((_, at) => at % 2 === 0).join('').length;
  const accented = parts.map((part, at) =>
    at % 2 === 0 ? Array.from(part, (letter) => accents.get(letter) ?? letter).join('') : part,
  );
  if (!/\p{L}{2}/u.test(text.replace(/\{\{.*?\}\}/g, ''))) return text; // signs and single letters are nobody's to translate
  const padding = '~'.repeat(Math.max(1, Math.ceil(letters * 0.4) - 2));
  return `[${accented.join('')}${padding}]`;
}

/** All texts of a catalogue so. */
export function pseudoTexts<Names extends string>(
  catalogue: Readonly<Record<Names, Readonly<Record<string, string>>>>,
): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries<Readonly<Record<string, string>>>(catalogue).map(([namespace, texts]) => [
      namespace,
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudoText(text)])),
    ]),
  );
}
