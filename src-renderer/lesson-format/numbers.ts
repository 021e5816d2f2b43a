import { type ChainruleDocument, evaluate, type Graph, type RunResult, setAttribute, type Tensor } from '#engine';
import type { Expression, FunctionName, Operator, Quantity } from './expression.ts';

/** The numbers of one document, computed when first asked for. */
export interface Numbers {
  readonly document: ChainruleDocument;
  /** The run; `null` when the graph cannot be run. */
  result(): RunResult | null;
  /** `null` when a number it needs does not exist or is one of a tensor's many. Conditions are 1 or 0. */
  number(expression: Expression): number | null;
  /** The whole tensor where the expression names one. */
  tensor(expression: Expression): Tensor | null;
  holds(expression: Expression): boolean;
}

/** Comparisons treat numbers as equal that differ by rounding alone. */
const ROUNDING = 1e-9;

export function numbersOf(document: ChainruleDocument): Numbers {
  let result: RunResult | null | undefined;
  const moved = new Map<string, Numbers>();
  const run = () => {
    if (result === undefined) result = runOf(document);
    return result;
  };
  const after = (changes: readonly (readonly [string, number])[]): Numbers => {
    const key = JSON.stringify(changes);
    const known = moved.get(key);
    if (known) return known;
    const next = numbersOf(
      changes.reduce((graph, [node, value]) => setAttribute(graph, node, 'value', value), document),
    );
    moved.set(key, next);
    return next;
  };
  const quantity = (asked: Quantity): Tensor | null => {
    if (asked.at.length === 0) return entryOf(tensorOf(run(), asked), asked.index);
    const changes = asked.at.map(({ node, value }) => [node, number(value)] as const);
    if (!changes.every((change): change is readonly [string, number] => change[1] !== null)) return null;
    return after(changes).tensor({ ...asked, at: [] });
  };
  const tensor = (expression: Expression): Tensor | null => {
    if (expression.type === 'quantity') return quantity(expression);
    const value = number(expression);
    return value === null ? null : { shape: [], data: Float64Array.of(value) };
  };
  const number = (expression: Expression): number | null => {
    switch (expression.type) {
      case 'number':
        return expression.value;
      case 'quantity': {
        const found = quantity(expression);
        return found?.data.length === 1 ? (found.data[0] ?? null) : null;
      }
      case 'negative': {
        const of = number(expression.of);
        return of === null ? null : -of;
      }
      case 'binary': {
        const left = number(expression.left);
        const right = number(expression.right);
        return left === null || right === null ? null : combine(expression.operator, left, right);
      }
      case 'call':
        return call(expression.name, expression.arguments);
    }
  };
  const call = (name: FunctionName, list: readonly Expression[]): number | null => {
    if (name === 'sum') {
      const tensors = list.map(tensor);
      if (!tensors.every((each) => each !== null)) return null;
      return tensors.reduce((total, { data }) => data.reduce((sum, each) => sum + each, total), 0);
    }
    const values = list.map(number);
    return values.every((each) => each !== null) ? apply(name, values) : null;
  };
  const holds = (expression: Expression) => {
    const value = number(expression);
    return value !== null && value !== 0 && !Number.isNaN(value);
  };
  return { document, result: run, number, tensor, holds };
}

function runOf(graph: Graph): RunResult | null {
  try {
    return evaluate(graph);
  } catch {
    return null; // the window's own run tells what is wrong
  }
}

function tensorOf(result: RunResult | null, { kind, of, wire }: Quantity): Tensor | null {
  if (!result) return null;
  if (kind === 'value') return result.value(of);
  if (kind === 'grad') return result.grad(of);
  if (!wire) return null;
  if (kind === 'merged') return result.groupLocal(of, wire.target, wire.slot);
  return result.edge(wire.target, wire.slot)?.[kind] ?? null;
}

function entryOf(tensor: Tensor | null, index: readonly number[] | undefined): Tensor | null {
  if (!tensor || !index) return tensor;
  if (index.length !== tensor.shape.length) return null;
  let offset = 0;
  for (const [axis, at] of index.entries()) {
    const length = tensor.shape[axis] ?? 0;
    if (at >= length) return null;
    offset = offset * length + at;
  }
  return { shape: [], data: Float64Array.of(tensor.data[offset] ?? Number.NaN) };
}

function combine(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '^':
      return left ** right;
    case '<':
      return left < right ? 1 : 0;
    case '<=':
      return left <= right ? 1 : 0;
    case '>':
      return left > right ? 1 : 0;
    case '>=':
      return left >= right ? 1 : 0;
    case '=':
      return nearlyEqual(left, right) ? 1 : 0;
    case '!=':
      return nearlyEqual(left, right) ? 0 : 1;
    case 'and':
      return left !== 0 && right !== 0 ? 1 : 0;
    case 'or':
      return left !== 0 || right !== 0 ? 1 : 0;
  }
}

export function nearlyEqual(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING * Math.max(1e-3, Math.abs(a), Math.abs(b));
}

function apply(name: Exclude<FunctionName, 'sum'>, values: readonly number[]): number {
  const [x = Number.NaN, y = 0] = values;
  switch (name) {
    case 'exp':
      return Math.exp(x);
    case 'ln':
      return Math.log(x);
    case 'sqrt':
      return Math.sqrt(x);
    case 'abs':
      return Math.abs(x);
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'round':
      return Number(x.toFixed(Math.min(20, Math.max(0, y))));
    case 'sigmoid':
      return 1 / (1 + Math.exp(-x));
  }
}
