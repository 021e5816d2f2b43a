import { findOp, type OpDefinition, ops } from '#engine';
import { fitsPort } from '../commands/insert.ts';
import { searchOps } from '../commands/search-ops.ts';
import { parseNumber } from '../math/value-text.ts';
import type { QuickAddRequest } from '../stores/session-store.ts';
import { type ExpressionProblem, type ParsedExpression, parseExpression } from './expression.ts';
import { usedSteps } from './used-steps.ts';

/** A line of the list. */
export type Choice =
  | { readonly kind: 'op'; readonly op: OpDefinition; readonly recent: boolean }
  | { readonly kind: 'number'; readonly op: OpDefinition; readonly value: number }
  | {
      readonly kind: 'expression';
      readonly text: string;
      readonly expression: ParsedExpression;
      readonly count: number;
    };

export interface Choices {
  readonly list: readonly Choice[];
  /** Why what looks like an expression is none. */
  readonly problem: ExpressionProblem | null;
}

const MOST_RECENT = 5;
/** What nobody types in search of an op. */
const LOOKS_LIKE_EXPRESSION = /[\p{L}\p{N})]\s*[+\-−*×·/÷^=]\s*[\p{L}\p{N}(−-]|\w\(|^[-−(]\s*[\p{L}(]|[²³]/u;

/** What may be meant by the text typed: ops, recent ones first while nothing is typed, a number, or an expression. */
export function choicesFor(
  text: string,
  from: QuickAddRequest['from'],
  recent: readonly string[],
  known: readonly string[],
): Choices {
  const query = text.trim();
  const fitting = ops.filter((op) => fitsPort(op, from));
  if (query === '') {
    const first = recent.flatMap((id) => fitting.filter((op) => op.id === id)).slice(0, MOST_RECENT);
    const rest = fitting.filter((op) => !first.includes(op));
    const choice = (recently: boolean) => (op: OpDefinition) => ({ kind: 'op' as const, op, recent: recently });
    return { list: [...first.map(choice(true)), ...rest.map(choice(false))], problem: null };
  }
  const number = parseNumber(query);
  const constant = findOp('constant');
  if (number !== null && Number.isFinite(number) && constant && from?.port !== 'output')
    return { list: [{ kind: 'number', op: constant, value: number }], problem: null };
  const found = searchOps(query, fitting).map((op) => ({ kind: 'op' as const, op, recent: false }));
  const exact = found.some(({ op }) => op.id === query || op.aliases.includes(query));
  if (exact || !LOOKS_LIKE_EXPRESSION.test(query) || from?.port === 'output') return { list: found, problem: null };
  const expression = parseExpression(query, known);
  if (!expression.ok) return { list: found, problem: found.length > 0 ? null : expression };
  const count = usedSteps(expression).length;
  return { list: [{ kind: 'expression', text: query, expression, count }, ...found], problem: null };
}
