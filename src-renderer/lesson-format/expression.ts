/** Numbers of a run that a lesson's text may name. */
type QuantityKind = 'value' | 'grad' | 'local' | 'upstream' | 'contribution' | 'merged';

export interface Quantity {
  readonly type: 'quantity';
  readonly kind: QuantityKind;
  /** The node; for `merged` the group. */
  readonly of: string;
  /** `target:slot`: the wire of `local`, `upstream`, `contribution`, and the one by which `merged` enters the group. */
  readonly wire?: { readonly target: string; readonly slot: number };
  /** Entry of a tensor, by axis. */
  readonly index?: readonly number[];
  /** Leaves that are given other values first: `value E at w = 3.01`. */
  readonly at: readonly { readonly node: string; readonly value: Expression }[];
}

export type Operator = '+' | '-' | '*' | '/' | '^' | '<' | '<=' | '>' | '>=' | '=' | '!=' | 'and' | 'or';

export type Expression =
  | { readonly type: 'number'; readonly value: number; readonly text: string }
  | Quantity
  | { readonly type: 'negative'; readonly of: Expression }
  | { readonly type: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly type: 'call'; readonly name: FunctionName; readonly arguments: readonly Expression[] };

const FUNCTIONS = ['exp', 'ln', 'sqrt', 'abs', 'min', 'max', 'sum', 'round', 'sigmoid'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export type ParsedExpression =
  | { readonly expression: Expression; readonly problem?: never }
  /** A sentence for the author. */
  | { readonly problem: string; readonly expression?: never };

const QUANTITIES: ReadonlySet<string> = new Set<QuantityKind>([
  'value',
  'grad',
  'local',
  'upstream',
  'contribution',
  'merged',
]);
const TOKEN = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)|([A-Za-z_][\w.]*)|"([^"]*)"|(<=|>=|!=|[-+*/^()<>=,:[\]]))/y;
const DEEPEST = 60;
const LONGEST = 400;

interface Token {
  readonly kind: 'number' | 'name' | 'quoted' | 'sign';
  readonly text: string;
}

class Refusal extends Error {}

/**
 * `2 * (value w - 1)`, `grad w / local p:0`, `value E at w = 3.01`, `value p[0] > 0.5 and value E < 1`. Ids with a minus
 * stand in quotes. Nothing but arithmetic on numbers of the run can be said.
 */
export function parseExpression(text: string): ParsedExpression {
  try {
    return { expression: read(text) };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message };
    throw error;
  }
}

function read(text: string): Expression {
  if (text.length > LONGEST) throw new Refusal(`An expression has at most ${LONGEST} characters.`);
  const tokens = tokenise(text);
  let position = 0;
  let depth = 0;
  const peek = () => tokens[position];
  const take = (...signs: readonly string[]) => {
    const token = peek();
    if (!token || token.kind === 'quoted' || !signs.includes(token.text)) return null;
    position++;
    return token.text;
  };
  const expect = (sign: string) => {
    if (!take(sign)) throw new Refusal(`“${sign}” is missing ${here()}.`);
  };
  const here = () => {
    const token = peek();
    return token ? `before “${token.text}”` : 'at the end';
  };
  const id = () => {
    const token = peek();
    if (token?.kind !== 'name' && token?.kind !== 'quoted') throw new Refusal(`The id of a node is missing ${here()}.`);
    position++;
    return token.text;
  };
  const whole = () => {
    const token = peek();
    if (token?.kind !== 'number' || !/^\d+$/.test(token.text))
      throw new Refusal(`A whole number is missing ${here()}.`);
    position++;
    return Number(token.text);
  };
  const level = (inner: () => Expression, ...operators: readonly Operator[]) => {
    let left = inner();
    for (let operator = take(...operators); operator; operator = take(...operators))
      left = { type: 'binary', operator: operator as Operator, left, right: inner() };
    return left;
  };
  const either = (): Expression => level(both, 'or');
  const both = (): Expression => level(comparison, 'and');
  const comparison = (): Expression => {
    const left = sum();
    const operator = take('<', '<=', '>', '>=', '=', '!=');
    return operator ? { type: 'binary', operator: operator as Operator, left, right: sum() } : left;
  };
  const sum = (): Expression => level(product, '+', '-');
  const product = (): Expression => level(signed, '*', '/');
  const signed = (): Expression => (take('-') ? { type: 'negative', of: signed() } : power());
  const power = (): Expression => {
    const base = atom();
    return take('^') ? { type: 'binary', operator: '^', left: base, right: signed() } : base;
  };
  const wire = () => {
    const target = id();
    expect(':');
    return { target, slot: whole() };
  };
  const quantity = (kind: QuantityKind): Quantity => {
    const group = kind === 'merged' ? id() : null;
    const at: Quantity['at'][number][] = [];
    let index: number[] | undefined;
    const ends = kind === 'value' || kind === 'grad' ? null : wire();
    const node = ends ? (group ?? ends.target) : id();
    if (take('[')) {
      index = [whole()];
      while (take(',')) index.push(whole());
      expect(']');
    }
    while (take('at')) {
      const changed = id();
      expect('=');
      at.push({ node: changed, value: take('-') ? { type: 'negative', of: atom() } : atom() });
    }
    return { type: 'quantity', kind, of: node, ...(ends && { wire: ends }), ...(index && { index }), at };
  };
  const atom = (): Expression => {
    depth++;
    if (depth > DEEPEST) throw new Refusal(`Brackets nest at most ${DEEPEST} deep.`);
    const found = simple();
    depth--;
    return found;
  };
  const simple = (): Expression => {
    const token = peek();
    if (!token) throw new Refusal('Something is missing at the end.');
    if (token.kind === 'number') {
      position++;
      return { type: 'number', value: Number(token.text), text: token.text };
    }
    if (take('(')) {
      const inner = either();
      expect(')');
      return inner;
    }
    if (token.kind === 'name' && QUANTITIES.has(token.text)) {
      position++;
      return quantity(token.text as QuantityKind);
    }
    const name = FUNCTIONS.find((each) => token.kind === 'name' && each === token.text);
    if (!name) {
      const known = [...QUANTITIES, ...FUNCTIONS].join(', ');
      throw new Refusal(`“${token.text}” is neither a number nor one of ${known}.`);
    }
    position++;
    expect('(');
    const list = [either()];
    while (take(',')) list.push(either());
    expect(')');
    return { type: 'call', name, arguments: list };
  };
  const expression = either();
  if (peek()) throw new Refusal(`“${peek()!.text}” was not expected.`);
  return expression;
}

function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const scanner = new RegExp(TOKEN);
  const end = text.trimEnd().length;
  while (scanner.lastIndex < end) {
    const start = scanner.lastIndex;
    const found = scanner.exec(text);
    if (!found) throw new Refusal(`“${text.slice(start).trim().slice(0, 20)}” cannot be read.`);
    const [, number, name, quoted, sign] = found;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}

/** The expression and all inside it. */
export function* partsOf(expression: Expression): Generator<Expression> {
  const open: Expression[] = [expression];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    if (next.type === 'negative') open.push(next.of);
    else if (next.type === 'binary') open.push(next.left, next.right);
    else if (next.type === 'call') open.push(...next.arguments);
    else if (next.type === 'quantity') open.push(...next.at.map(({ value }) => value));
  }
}
