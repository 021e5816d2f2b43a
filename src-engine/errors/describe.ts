const LONGEST_TEXT = 40;

/** A JSON value as a message names it: `the text "abc"`, `a list`, `nothing`. Bounded, whatever the value's size. */
export function describeValue(raw: unknown): string {
  if (raw === undefined) return 'nothing';
  if (raw === null) return 'null';
  if (Array.isArray(raw)) return 'a list';
  switch (typeof raw) {
    case 'string':
      return `the text ${quote(raw)}`;
    case 'number':
      return `the number ${raw}`;
    case 'boolean':
      return `${raw}`;
    default:
      return 'an object';
  }
}

/** Text in double quotes, safe to print on one line: {@link visibleText}. */
export function quote(text: string): string {
  return `"${visibleText(text)}"`;
}

/**
 * Text cut after 40 characters, with everything that would not print as itself escaped: quotes, control and format
 * characters (bidirectional overrides among them), lone surrogates.
 */
export function visibleText(text: string): string {
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return JSON.stringify(cut)
    .slice(1, -1)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
      Array.from(character, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
    );
}
