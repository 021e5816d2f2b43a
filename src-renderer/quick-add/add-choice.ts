import { connect, disconnect, type Point, wouldCreateCycle } from '#engine';
import { insertNode } from '../commands/insert.ts';
import type { QuickAddRequest } from '../stores/session-store.ts';
import type { Studio } from '../stores/studio.ts';
import type { Choice } from './choices.ts';
import { withExpression } from './expand.ts';
import type { ParsedExpression } from './expression.ts';
import { rememberOp } from './recent.ts';

/** Adds what was chosen, wired to the port that asked for it, as one entry of the history. */
export function addChoice(studio: Studio, choice: Choice, request: QuickAddRequest): void {
  const { at, from } = request;
  const wired = from ? { from } : {};
  if (choice.kind === 'expression') addExpression(studio, choice.text, choice.expression, at, from);
  else {
    const value = choice.kind === 'number' ? { value: choice.value } : {};
    insertNode(studio, choice.op, { at, ...wired, ...value });
    rememberOp(studio.platform.storage, choice.op.id);
  }
}

export function addExpression(
  studio: Studio,
  text: string,
  expression: ParsedExpression,
  at: Point,
  from?: QuickAddRequest['from'],
): void {
  const { document, session, translate } = studio;
  let added: readonly string[] = [];
  document.edit(translate('canvas:step.expression', { expression: text }), (before) => {
    const expanded = withExpression(before, expression, at);
    added = expanded.added;
    if (from?.port !== 'input' || wouldCreateCycle(expanded.graph, expanded.result, from.node)) return expanded.graph;
    const slot = { target: from.node, slot: from.slot };
    return connect(disconnect(expanded.graph, slot), expanded.result, slot);
  });
  session.select(added);
}
