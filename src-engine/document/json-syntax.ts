/** Where a text stops being JSON (RFC 8259), and what stands there; the same words whatever runs it. */
export interface SyntaxFault {
  readonly line: number;
  readonly column: number;
  readonly detail: string;
}

type Expecting = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'end';

const WANTED: Readonly<Record<Expecting, string>> = {
  value: 'a value',
  'value-or-end': 'a value or "]"',
  key: 'a key in double quotes',
  'key-or-end': 'a key in double quotes or "}"',
  colon: '":"',
  'comma-or-end': '"," or a closing bracket',
  end: 'the end of the file',
};

const WORDS = ['true', 'false', 'null'];

/** `null` where the text is JSON after all. Costs no stack, whatever the nesting. */
export function findSyntaxFault(text: string): SyntaxFault | null {
  const open: ('{' | '[')[] = [];
  let expecting: Expecting = 'value';
  let at = 0;
  const afterValue = (): Expecting => (open.length === 0 ? 'end' : 'comma-or-end');

  for (;;) {
    while (at < text.length && ' \t\n\r'.includes(text[at]!)) at++;
    if (at === text.length)
      return expecting === 'end' ? null : fault(text, at, `the file ends where ${WANTED[expecting]} should stand`);
    const character = text[at]!;
    const inside = open[open.length - 1];
    const wantsKey: boolean = expecting === 'key' || expecting === 'key-or-end';
    const wrong = () => fault(text, at, `expected ${WANTED[expecting]}, found ${shown(text, at)}`);

    if (expecting === 'colon') {
      if (character !== ':') return wrong();
      expecting = 'value';
      at++;
    } else if (expecting === 'comma-or-end' && character === ',') {
      expecting = inside === '{' ? 'key' : 'value';
      at++;
    } else if (character === '}' && inside === '{' && (expecting === 'comma-or-end' || expecting === 'key-or-end')) {
      open.pop();
      expecting = afterValue();
      at++;
    } else if (character === ']' && inside === '[' && (expecting === 'comma-or-end' || expecting === 'value-or-end')) {
      open.pop();
      expecting = afterValue();
      at++;
    } else if (expecting === 'end' || expecting === 'comma-or-end') {
      return wrong();
    } else if (character === '"') {
      const end = endOfString(text, at);
      if (typeof end !== 'number') return end;
      expecting = wantsKey ? 'colon' : afterValue();
      at = end;
    } else if (wantsKey) {
      return wrong();
    } else if (character === '{' || character === '[') {
      open.push(character);
      expecting = character === '{' ? 'key-or-end' : 'value-or-end';
      at++;
    } else {
      const word = WORDS.find((name) => text.startsWith(name, at));
      const end = word === undefined ? endOfNumber(text, at) : at + word.length;
      if (end === null) return wrong();
      expecting = afterValue();
      at = end;
    }
  }
}

/** Offset behind the closing quote. */
function endOfString(text: string, start: number): number | SyntaxFault {
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') return at + 1;
    if (character < ' ') return fault(text, at, 'a text may not contain a line break or another control character');
    if (character !== '\\') continue;
    at++;
    const escaped = text[at] ?? '';
    if (escaped === 'u') {
      if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5)))
        return fault(text, at - 1, 'this escape is not complete');
      at += 4;
    } else if (escaped === '' || !'"\\/bfnrt'.includes(escaped)) return fault(text, at - 1, 'there is no such escape');
  }
  return fault(text, start, 'this text has no closing quote');
}

/** Offset behind the number that starts here, as far as it is one; `null` where none does. */
function endOfNumber(text: string, start: number): number | null {
  const afterDigits = (from: number) => {
    let at = from;
    while (at < text.length && text[at]! >= '0' && text[at]! <= '9') at++;
    return at;
  };
  const whole = text[start] === '-' ? start + 1 : start;
  let end = text[whole] === '0' ? whole + 1 : afterDigits(whole);
  if (end === whole) return null;
  if (text[end] === '.' && afterDigits(end + 1) > end + 1) end = afterDigits(end + 1);
  if (text[end] === 'e' || text[end] === 'E') {
    const digits = text[end + 1] === '+' || text[end + 1] === '-' ? end + 2 : end + 1;
    if (afterDigits(digits) > digits) end = afterDigits(digits);
  }
  return end;
}

function shown(text: string, at: number): string {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return character > ' ' && character < '\u007f'
    ? `"${character}"`
    : `the character U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

function fault(text: string, at: number, detail: string): SyntaxFault {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', start)) {
    line++;
    start = next + 1;
  }
  return { line, column: at - start + 1, detail };
}
