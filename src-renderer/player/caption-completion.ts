import { findOp, type GraphNode } from '#engine';
import { gradientOf } from '../math/derivative.ts';
import { formatNumber, scalarOf } from '../math/format-number.ts';
import type { RichPart, RichValue } from '../math/rich-text.ts';
import { symbolOf } from '../math/symbols.ts';
import type { NodesById } from '../stores/current-step.ts';
import type { ShownNumbers } from '../stores/shown.ts';
import type { CaptionInput } from './caption-input.ts';
import { chainPart, largestEntry, numberPart, type Say, symbolPart } from './say.ts';

/** How far the sentence raises a number to say what follows. */
const NUDGE = 0.01;
const LONGEST_PRODUCT = 6;
const LONGEST_SUM = 6;

/** Both passes are done: one gradient, where it comes from, and what it foretells. */
export function completion(
  { document, nodes, shown, problems, notation, focus }: CaptionInput,
  instead: readonly RichPart[] | null,
  say: Say,
): readonly RichPart[] {
  const partly = problems.length > 0 ? say('caption.partly', { count: problems.length }) : [];
  const objective = nodes.get(shown.result?.objective ?? '');
  if (!objective) {
    const wanted = nodes.get(document.objective ?? '');
    const why = wanted ? say('caption.objectiveWaits', { L: symbolPart(wanted) }) : say('caption.forwardOnly');
    return [...why, ...partly];
  }
  const subject = subjectOf(document.nodes, nodes, shown, focus);
  const grad = subject && shown.grad(subject.id);
  if (!subject || !grad) return [...say('caption.completePlain'), ...(instead ?? []), ...partly];

  const derivative = gradientOf(symbolOf(subject), symbolOf(objective), notation);
  const dx: RichPart = { kind: 'derivative', derivative, node: subject.id };
  const scalar = scalarOf(grad);
  const { index, value } = largestEntry(grad);
  const factors = scalar === null ? [] : pathFactors(subject.id, shown);
  const terms = scalar === null ? [] : branchTerms(subject.id, shown);
  const head =
    scalar === null
      ? say('caption.completeTensor', { dx, value: numberPart(value) })
      : terms.length > 1
        ? say('caption.completeFrom', { dx, from: chainPart(terms, '+'), value: numberPart(scalar) })
        : factors.length > 1
          ? say('caption.completeFrom', { dx, from: chainPart(factors, '·'), value: numberPart(scalar) })
          : say('caption.complete', { dx, value: numberPart(scalar) });
  const raised = scalar === null ? entryPart(subject, index, grad.shape) : symbolPart(subject);
  return [...head, ...(instead ?? foretell(raised, symbolPart(objective), value, say)), ...partly];
}

/** The node asked for if it is a leaf with a gradient, else the first parameter, else the first input. */
function subjectOf(
  all: readonly GraphNode[],
  nodes: NodesById,
  shown: ShownNumbers,
  focus: string | null,
): GraphNode | null {
  const moves = (node: GraphNode | undefined) =>
    node && shown.grad(node.id) !== null && ['parameter', 'input'].includes(findOp(node.op)?.leaf ?? '') ? node : null;
  const first = (leaf: string) =>
    all.find(
      (node) => findOp(node.op)?.leaf === leaf && shown.grad(node.id) !== null && shown.branches(node.id).length > 0,
    );
  return moves(nodes.get(focus ?? '')) ?? first('parameter') ?? first('input') ?? null;
}

/**
 * The local gradients from the objective down to the node, where one path alone joins them and all are numbers;
 * empty otherwise.
 */
function pathFactors(id: string, shown: ShownNumbers): readonly number[] {
  const factors: number[] = [];
  let at = id;
  while (at !== shown.result?.objective) {
    const [branch, ...others] = shown.branches(at);
    const local = branch && scalarOf(shown.edge(branch.target, branch.slot).local);
    if (!branch || others.length > 0 || local === null || local === undefined) return [];
    factors.unshift(local);
    if (factors.length > LONGEST_PRODUCT) return [];
    at = branch.target;
  }
  return factors;
}

/** The contributions that meet at the node, where there are several numbers that fit into a sentence. */
function branchTerms(id: string, shown: ShownNumbers): readonly number[] {
  const terms = shown.branches(id).flatMap(({ contribution }) => scalarOf(contribution) ?? []);
  return terms.length === shown.branches(id).length && terms.length <= LONGEST_SUM ? terms : [];
}

function foretell(x: RichValue, y: RichPart, slope: number, say: Say): readonly RichPart[] {
  if (!Number.isFinite(slope)) return [];
  if (slope === 0) return say('caption.still', { x, y });
  return say(slope > 0 ? 'caption.rises' : 'caption.falls', {
    x,
    y,
    step: formatNumber(NUDGE),
    change: numberPart(Math.abs(slope) * NUDGE),
  });
}

/** `W[1, 0]` */
function entryPart(node: GraphNode, index: number, shape: readonly number[]): readonly RichPart[] {
  const at: number[] = [];
  let rest = index;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    at.unshift(rest % shape[axis]!);
    rest = Math.floor(rest / shape[axis]!);
  }
  return [symbolPart(node), { kind: 'text', text: `[${at.join(', ')}]` }];
}
