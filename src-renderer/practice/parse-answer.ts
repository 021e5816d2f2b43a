/** Longest answer read, and deepest nesting of parentheses. */
const LONGEST = 200;
const DEEPEST = 32;

/**
 * A number as people write one down: `-0.5`, `1/3`, `2*1`, `2·(3 − 1)`, `3e-2`, `2^3`. `null` for anything else. Signs
 * bind less than powers, and powers to the right, as in mathematics: −2^2 = −4.
 */
export function parseAnswer(text: string): number | null {
  if (text.length > LONGEST) return null;
  const tokens = tokensOf(text);
  if (!tokens || tokens.length === 0) return null;
  let at = 0;
  let depth = 0;
  const take = (token: string) => tokens[at] === token && at++ >= 0;

  const sum = (): number => {
    let value = product();
    for (;;) {
      if (take('+')) value += product();
      else if (take('-')) value -= product();
      else return value;
    }
  };
  const product = (): number => {
    let value = signed();
    for (;;) {
      if (take('*')) value *= signed();
      else if (take('/')) value /= signed();
      else return value;
    }
  };
  const signed = (): number => {
    let sign = 1;
    while (tokens[at] === '+' || tokens[at] === '-') if (tokens[at++] === '-') sign = -sign;
    return sign * power();
  };
  const power = (): number => {
    const base = atom();
    if (!take('^')) return base;
    if (++depth > DEEPEST) return Number.NaN;
    const exponent = signed();
    depth--;
    return base ** exponent;
  };
  const atom = (): number => {
    if (take('(')) {
      if (++depth > DEEPEST) return Number.NaN;
      const value = sum();
      depth--;
      return take(')') ? value : Number.NaN;
    }
    const token = tokens[at++];
    return token !== undefined && /^[\d.]/.test(token) ? Number(token) : Number.NaN;
  };
  const value = sum();
  return at === tokens.length && Number.isFinite(value) ? value : null;
}

function tokensOf(text: string): string[] | null {
  const plain = text
    .replaceAll(/[−–]/g, '-')
    .replaceAll(/[×·∙⋅]/g, '*')
    .replaceAll('÷', '/')
    .replaceAll('**', '^')
    .replaceAll(/[\s\u2009]+/g, ' ')
    .trim();
  const tokens: string[] = [];
  let rest = plain;
  while (rest !== '') {
    const [token] = /^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[-+*/^()])/.exec(rest) ?? [];
    if (token === undefined) return null;
    tokens.push(token);
    rest = rest.slice(token.length).trimStart();
  }
  return tokens;
}
