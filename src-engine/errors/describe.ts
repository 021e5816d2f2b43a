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

/** Text in double quotes, control characters escaped, cut after 40 characters. */
export function quote(text: string): string {
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return JSON.stringify(cut);
}
