import { findOp, type GraphNode } from '#engine';
import { type DerivativeNotation, gradientOf } from '../math/derivative.ts';
import { scalarOf, shapeSizes } from '../math/format-number.ts';
import type { RichPart } from '../math/rich-text.ts';
import { symbolOf } from '../math/symbols.ts';
import type { ContributionStep } from '../stores/current-step.ts';
import type { ShownNumbers } from '../stores/shown.ts';
import { chainPart, largestEntry, listParts, numberPart, type Say, symbolPart, termPart } from './say.ts';

const LONGEST_SUM = 6;
const LONGEST_LIST = 4;

/** One wire: what it brings back, and how far the sum at its source has come. */
export function contributionCaption(
  step: ContributionStep,
  shown: ShownNumbers,
  objective: GraphNode | null,
  notation: DerivativeNotation,
  say: Say,
): readonly RichPart[] {
  const { branches, branch } = step;
  const head = branches.length > 1 ? say('caption.branch', { at: `${branch}`, total: `${branches.length}` }) : [];
  return [...head, ...receives(step, say), ...sumSoFar(step, shown, objective, notation, say)];
}

/** All wires into one gate at once. */
export function sendsCaption(steps: readonly ContributionStep[], say: Say): readonly RichPart[] {
  const { target, edge } = steps[0]!;
  const upstream = scalarOf(edge.upstream);
  const receivers = steps.slice(0, LONGEST_LIST).map((step) =>
    say('caption.receiver', {
      x: symbolPart(step.source),
      result: numberPart(step.edge.contribution ?? 0),
    }),
  );
  if (steps.length > LONGEST_LIST) receivers.push([{ kind: 'text', text: '…' }]);
  const values = { u: symbolPart(target), receivers: listParts(receivers, say) };
  return upstream === null
    ? say('caption.sendsTensor', values)
    : say('caption.sends', { ...values, upstream: numberPart(upstream) });
}

function receives(step: ContributionStep, say: Say): readonly RichPart[] {
  const { source, edge } = step;
  const x = symbolPart(source);
  const through = throughParts(step, say);
  const local = scalarOf(edge.local);
  const upstream = scalarOf(edge.upstream);
  const result = scalarOf(edge.contribution);
  if (local === null || upstream === null || result === null) {
    if (!edge.contribution) return [];
    return say('caption.receivesTensor', {
      x,
      shape: `[${shapeSizes(edge.contribution.shape)}]`,
      through,
      result: numberPart(largestEntry(edge.contribution).value),
    });
  }
  return say(findOp(source.op)?.leaf === 'constant' ? 'caption.fixed' : 'caption.receives', {
    x,
    local: numberPart(local),
    upstream: termPart(upstream),
    result: numberPart(result),
    through,
  });
}

function throughParts({ target, slot, repeated }: ContributionStep, say: Say): readonly RichPart[] {
  const u = symbolPart(target);
  return repeated ? say('caption.throughSlot', { u, slot: slotWord(slot, say) }) : say('caption.through', { u });
}

/** `first`, `second`, … */
function slotWord(slot: number, say: Say): readonly RichPart[] {
  const words = ['slot.0', 'slot.1', 'slot.2', 'slot.3', 'slot.4'] as const;
  const word = words[slot];
  return word ? say(word) : say('slot.other', { number: `${slot + 1}` });
}

function sumSoFar(
  { source, edge, branches, branch }: ContributionStep,
  shown: ShownNumbers,
  objective: GraphNode | null,
  notation: DerivativeNotation,
  say: Say,
): readonly RichPart[] {
  if (branches.length < 2) return [];
  const rest = branches.length - branch;
  const terms = branches.slice(0, branch).map(({ contribution }) => scalarOf(contribution));
  const numbers = terms.filter((term) => term !== null);
  if (numbers.length < terms.length || !edge.contribution) return rest === 0 ? say('caption.sumTensor') : [];
  const sum = numbers.length > LONGEST_SUM ? null : chainPart(numbers, '+');
  if (rest > 0) {
    const soFar = sum ?? [numberPart(numbers.reduce((total, term) => total + term, 0))];
    return say('caption.soFar', { sum: soFar, rest: say('caption.toGo', { count: rest }) });
  }
  const total = scalarOf(shown.grad(source.id));
  if (total === null) return [];
  if (sum) return say('caption.sum', { sum, total: numberPart(total) });
  const dx = gradientOf(symbolOf(source), objective && symbolOf(objective), notation);
  return say('caption.total', {
    dx: { kind: 'derivative', derivative: dx, node: source.id },
    total: numberPart(total),
  });
}
