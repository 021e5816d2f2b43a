import type { RunResult } from '#engine';
import { parseExpression, type Quantity } from './expression.ts';

/**
 * A place of the player as a lesson names it: `start`, `end`, or the moment a number comes to stand (`value h`,
 * `contribution p:0`, `grad w`), or the one just `before` it.
 */
export type StopPlace =
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'number'; readonly of: Quantity; readonly before: boolean };

export type ParsedStop =
  | { readonly place: StopPlace; readonly problem?: never }
  | { readonly problem: string; readonly place?: never };

export function parseStop(text: string): ParsedStop {
  const source = text.trim();
  if (source === 'start' || source === 'end') return { place: { kind: source } };
  const before = source.startsWith('before ');
  const { expression, problem } = parseExpression(before ? source.slice('before '.length) : source);
  if (problem !== undefined) return { problem };
  if (expression.type !== 'quantity' || !['value', 'grad', 'contribution'].includes(expression.kind))
    return { problem: `“${text}” names no stop: it is “start”, “end”, or a value, a contribution or a grad.` };
  return { place: { kind: 'number', of: expression, before } };
}

/** Events done at that place; `null` when the run never comes there. */
export function eventsDoneAt(place: StopPlace, result: RunResult): number | null {
  const { trace } = result;
  if (place.kind === 'start') return 0;
  if (place.kind === 'end') return trace.events.length;
  const { of, before } = place;
  const at =
    of.kind === 'value'
      ? trace.computedAt[result.nodeIndex(of.of) ?? -1]
      : of.kind === 'grad'
        ? trace.totalAt[result.nodeIndex(of.of) ?? -1]
        : trace.contributedAt[(of.wire && result.edgeIndex(of.wire.target, of.wire.slot)) ?? -1];
  if (at === undefined || at < 0) return null;
  return before ? at : at + 1;
}

/** The place at which the player stands after this many events, so that it can be kept in a lesson. */
export function stopTextAt(result: RunResult, done: number): string {
  const { trace, layout } = result;
  if (done <= 0) return 'start';
  if (done >= trace.events.length) return 'end';
  const event = trace.events[done - 1]!;
  const name = (index: number) => quoted(layout.nodes[index]!.id);
  if (event.kind === 'compute') return `value ${name(event.node)}`;
  if (event.kind !== 'contribute') return `grad ${name(event.node)}`;
  const { target, slot } = layout.edges[event.edge]!;
  return `contribution ${name(target)}:${slot}`;
}

/** An id as an expression reads it. */
function quoted(id: string): string {
  return id.includes('-') ? `"${id}"` : id;
}
