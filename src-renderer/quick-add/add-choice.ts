import { connect, disconnect, type Point, wouldCreateCycle } from '#engine';
import { freePlace } from '../commands/free-place.ts';
import { insertNode } from '../commands/insert.ts';
import type { QuickAddRequest } from '../stores/session-store.ts';
import type { Studio } from '../stores/studio.ts';
import type { Choice } from './choices.ts';
import { withExpression } from './expand.ts';
import type { ParsedExpression } from './expression.ts';
import { rememberOp } from './recent.ts';

/**
 * Adds what was chosen, wired to the port that asked for it, as one entry of the history. `beside` names a node whose
 * output it reads, and right of which it stands; otherwise it stands where the popup was asked for, or as near as is free.
 */
export function addChoice(studio: Studio, choice: Choice, request: QuickAddRequest, beside: string | null): void {
  const from = request.from ?? (beside === null ? undefined : { node: beside, port: 'output' as const });
  if (choice.kind === 'expression') addExpression(studio, choice.text, choice.expression, request.at, from);
  else {
    const value = choice.kind === 'number' ? { value: choice.value } : {};
    const at = request.from ? request.at : freePlace(studio.document.getState().document, beside, request.at);
    const id = insertNode(studio, choice.op, { at, ...(from ? { from } : {}), ...value });
    if (beside !== null) studio.session.revealNode(id);
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
