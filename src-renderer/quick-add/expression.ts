import { type OpDefinition, ops } from '#engine';
import { type Token, tokenize } from './tokens.ts';

/** One node of an expression's graph; operands are indices of earlier steps. */
type Step =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'op'; readonly op: string; readonly inputs: readonly number[] };

export interface ParsedExpression {
  readonly ok: true;
  /** Some may be read by none: see used-steps.ts. */
  readonly steps: readonly Step[];
  /** Index of the step that is the whole. */
  readonly result: number;
  /** `E` in `E = (w*x - 1)^2`. */
  readonly name: string | null;
}

/** Why a text is no expression: a key of the `canvas` texts with its words. */
export interface ExpressionProblem {
  readonly ok: false;
  readonly why:
    | 'expression.unexpected'
    | 'expression.end'
    | 'expression.character'
    | 'expression.unknown'
    | 'expression.arguments'
    | 'expression.tooLong'
    | 'expression.tooDeep'
    | 'expression.number';
  readonly words: Readonly<Record<string, string>>;
}

const LONGEST = 2000;
const DEEPEST = 100;
/** How strongly a sign binds: sum, product, minus in front, power. */
const SUM = 1;
const PRODUCT = 2;
const FRONT = 3;
const POWER = 4;
const INFIX: Readonly<Record<string, { readonly op: string; readonly binds: number }>> = {
  '+': { op: 'add', binds: SUM },
  '-': { op: 'sub', binds: SUM },
  '*': { op: 'mul', binds: PRODUCT },
  '/': { op: 'div', binds: PRODUCT },
  '^': { op: 'pow', binds: POWER },
};
const KNOWN_NUMBERS: Readonly<Record<string, number>> = { pi: Math.PI, π: Math.PI, e: Math.E };
/** What functions are called elsewhere. */
const FUNCTION_NAMES: Readonly<Record<string, string>> = {
  ln: 'log',
  max: 'maximum',
  min: 'minimum',
  sigma: 'sigmoid',
  σ: 'sigmoid',
  inv: 'reciprocal',
  sq: 'square',
};

class Refusal extends Error {
  readonly problem: ExpressionProblem;
  constructor(why: ExpressionProblem['why'], words: Readonly<Record<string, string>> = {}) {
    super(why);
    this.problem = { ok: false, why, words };
  }
}

/**
 * `(w*x - 1)^2` → the gates it consists of. `+ − × ÷ ^` with the usual precedence, minus in front, functions by the name
 * of an op, a number or closing bracket directly before a name or bracket multiplies. Sums and products of several terms
 * become one gate; the same number is one step; a square is one gate. Nesting is bounded, so no text overflows the stack.
 */
export function parseExpression(text: string, known: readonly string[] = []): ParsedExpression | ExpressionProblem {
  try {
    if (text.length > LONGEST) throw new Refusal('expression.tooLong');
    const tokens = tokenize(text);
    if ('character' in tokens) throw new Refusal('expression.character', { found: tokens.character });
    return new Parser(tokens, new Set(known)).whole();
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}

class Parser {
  readonly tokens: readonly Token[];
  readonly known: ReadonlySet<string>;
  readonly steps: Step[] = [];
  /** Steps made by a bare sum or product, which further terms may join. */
  readonly open = new Set<number>();
  at = 0;
  depth = 0;

  constructor(tokens: readonly Token[], known: ReadonlySet<string>) {
    this.tokens = tokens;
    this.known = known;
  }

  whole(): ParsedExpression {
    const [first, second] = this.tokens;
    let name: string | null = null;
    if (first?.kind === 'name' && second?.kind === 'sign' && second.text === '=') {
      name = first.text;
      this.at = 2;
    }
    const result = this.expression(0);
    const rest = this.tokens[this.at];
    if (rest) throw unexpected(rest);
    return { ok: true, steps: this.steps, result, name };
  }

  expression(binds: number): number {
    this.depth++;
    if (this.depth > DEEPEST) throw new Refusal('expression.tooDeep');
    let left = this.operand();
    for (let infix = this.infix(); infix && infix.binds > binds; infix = this.infix()) {
      if (!infix.implied) this.at++;
      // A power binds to the right: a^b^c is a^(b^c).
      const right = this.expression(infix.op === 'pow' ? infix.binds - 1 : infix.binds);
      left = this.combine(infix.op, left, right);
    }
    this.depth--;
    return left;
  }

  /** The sign that follows, or a product that two neighbours imply. */
  infix(): { readonly op: string; readonly binds: number; readonly implied: boolean } | null {
    const token = this.tokens[this.at];
    if (!token) return null;
    if (token.kind === 'sign' && token.text !== '(') {
      const sign = INFIX[token.text];
      return sign ? { ...sign, implied: false } : null;
    }
    const before = this.tokens[this.at - 1];
    const product = before?.kind === 'number' || (before?.kind === 'sign' && before.text === ')');
    return product && token.kind !== 'number' ? { op: 'mul', binds: PRODUCT, implied: true } : null;
  }

  operand(): number {
    const token = this.tokens[this.at++];
    if (!token) throw new Refusal('expression.end');
    if (token.kind === 'number') return this.number(token.value, token.text);
    if (token.kind === 'name') return this.name(token);
    if (token.text === '(') {
      const inside = this.expression(0);
      this.close();
      this.open.delete(inside);
      return inside;
    }
    if (token.text === '+') return this.expression(FRONT);
    if (token.text === '-') return this.negative();
    throw unexpected(token);
  }

  /** −2 is a number, −x and −2^x are a gate. */
  negative(): number {
    const [next, after] = [this.tokens[this.at], this.tokens[this.at + 1]];
    if (next?.kind === 'number' && !(after?.kind === 'sign' && after.text === '^')) {
      this.at++;
      return this.number(-next.value, next.text);
    }
    return this.add({ kind: 'op', op: 'neg', inputs: [this.expression(FRONT)] });
  }

  name(token: Token): number {
    const next = this.tokens[this.at];
    if (next?.kind === 'sign' && next.text === '(') {
      const op = functionNamed(token.text);
      if (op) return this.call(op, token.text);
      if (!this.known.has(token.text)) throw new Refusal('expression.unknown', { name: token.text });
    }
    const value = KNOWN_NUMBERS[token.text];
    if (value !== undefined && Object.hasOwn(KNOWN_NUMBERS, token.text) && !this.known.has(token.text))
      return this.number(value, token.text);
    const before = this.steps.findIndex((step) => step.kind === 'name' && step.name === token.text);
    return before >= 0 ? before : this.add({ kind: 'name', name: token.text });
  }

  call(op: OpDefinition, name: string): number {
    this.at++;
    const inputs: number[] = [];
    const first = this.tokens[this.at];
    if (!(first?.kind === 'sign' && first.text === ')'))
      do inputs.push(this.expression(0));
      while (this.comma());
    this.close();
    for (const input of inputs) this.open.delete(input);
    const { counts } = op.slots;
    const fits = 'atLeast' in counts ? inputs.length >= counts.atLeast : counts.includes(inputs.length);
    const expected = 'atLeast' in counts ? `${counts.atLeast}+` : counts.join(' / ');
    if (!fits) throw new Refusal('expression.arguments', { name, expected, found: `${inputs.length}` });
    return this.add({ kind: 'op', op: op.id, inputs });
  }

  combine(op: string, left: number, right: number): number {
    const exponent = this.steps[right];
    if (op === 'pow' && exponent?.kind === 'number' && exponent.value === 2)
      return this.add({ kind: 'op', op: 'square', inputs: [left] });
    const before = this.steps[left];
    const joins = (op === 'add' || op === 'mul') && this.open.has(left) && before?.kind === 'op' && before.op === op;
    this.open.delete(left);
    const made = this.add({ kind: 'op', op, inputs: joins ? [...before.inputs, right] : [left, right] });
    this.open.add(made);
    return made;
  }

  number(value: number, text: string): number {
    if (!Number.isFinite(value)) throw new Refusal('expression.number', { found: text });
    const before = this.steps.findIndex((step) => step.kind === 'number' && Object.is(step.value, value));
    return before >= 0 ? before : this.add({ kind: 'number', value });
  }

  add(step: Step): number {
    this.steps.push(step);
    return this.steps.length - 1;
  }

  comma(): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || token.text !== ',') return false;
    this.at++;
    return true;
  }

  close(): void {
    const token = this.tokens[this.at];
    if (!token) throw new Refusal('expression.end');
    if (token.kind !== 'sign' || token.text !== ')') throw unexpected(token);
    this.at++;
  }
}

function functionNamed(name: string): OpDefinition | undefined {
  const id = Object.hasOwn(FUNCTION_NAMES, name) ? FUNCTION_NAMES[name]! : name.toLowerCase();
  return ops.find((op) => op.leaf === undefined && op.id === id);
}

function unexpected(token: Token): Refusal {
  return new Refusal('expression.unexpected', { found: token.text, at: `${token.at + 1}` });
}
