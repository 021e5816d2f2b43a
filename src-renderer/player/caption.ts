import { findOp } from '#engine';
import { type DerivativeNotation, gradientOf } from '../math/derivative.ts';
import { formatNumber, scalarOf, shapeSizes } from '../math/format-number.ts';
import type { RichPart } from '../math/rich-text.ts';
import { symbolOf } from '../math/symbols.ts';
import { type ComputeStep, type SeedStep, stepOf, type UpdateStep } from '../stores/current-step.ts';
import { endOfRun, type Stop } from '../stores/stops.ts';
import { completion } from './caption-completion.ts';
import { contributionCaption, sendsCaption } from './caption-contribution.ts';
import type { CaptionInput } from './caption-input.ts';
import { largestEntry, listParts, numberPart, type Say, symbolPart, termPart } from './say.ts';

/** One sentence, with its numbers, about what the last step did. */
export function caption(input: CaptionInput, say: Say): readonly RichPart[] {
  const { document, shown, stops, position, problems } = input;
  if (document.nodes.length === 0) return say('caption.empty');
  if (!shown.result || stops.length === 0) {
    const problem = problems[0];
    return problem ? say('caption.blocked', { problem: problem.message }) : say('caption.running');
  }
  if (position === 0) return say('caption.start');
  if (position === endOfRun(stops)) {
    const rest = input.untouched ? [{ kind: 'text' as const, text: ' ' }, ...say('caption.again')] : null;
    return completion(input, rest, say);
  }
  return stopCaption(input, stops[position - 1]!, say);
}

function stopCaption({ shown, nodes, notation }: CaptionInput, stop: Stop, say: Say): readonly RichPart[] {
  if (stop.phase === 'update') {
    const step = shown.current && stepOf(shown.current, shown, nodes);
    return step?.kind === 'update' ? updateCaption(step, say) : say('caption.running');
  }
  const events = (shown.result?.trace.events.slice(stop.first, stop.last + 1) ?? []).filter(
    ({ kind }) => kind !== 'accumulate',
  );
  const steps = events.flatMap((event) => stepOf(event, shown, nodes) ?? []);
  const sent = steps.filter((step) => step.kind === 'contribute');
  const last = steps.at(-1);
  if (sent.length > 1) return sendsCaption(sent, say);
  const objective = nodes.get(shown.result?.objective ?? '');
  switch (last?.kind) {
    case 'compute':
      return computeCaption(last, say);
    case 'seed':
      return seedCaption(last, notation, say);
    case 'update':
      return updateCaption(last, say);
    case 'contribute':
      return contributionCaption(last, shown, objective ?? null, notation, say);
    case undefined:
      return say('caption.running');
  }
}

function computeCaption({ node, value, inputs, objective }: ComputeStep, say: Say): readonly RichPart[] {
  const op = findOp(node.op);
  const y = symbolPart(node);
  const number = numberPart(value);
  if (op?.leaf !== undefined) {
    if (objective) return say('caption.objectiveLeaf', { y, value: number });
    const unnamed = op.leaf === 'constant' && symbolOf(node).text === partText(number);
    return unnamed ? say('caption.number', { value: number }) : say(`caption.${op.leaf}`, { x: y, value: number });
  }
  return say(objective ? 'caption.objective' : 'caption.compute', {
    op: op?.name ?? node.op,
    inputs: inputList(inputs, say),
    y,
    value: number,
  });
}

const MOST_INPUTS_NAMED = 4;

function inputList(inputs: ComputeStep['inputs'], say: Say): readonly RichPart[] {
  const uses = new Map<string, number>();
  for (const { node } of inputs) uses.set(node.id, (uses.get(node.id) ?? 0) + 1);
  if (uses.size > MOST_INPUTS_NAMED) return say('caption.manyInputs', { total: `${inputs.length}` });
  const first = inputs.filter(({ node, slot }) => inputs.find((other) => other.node.id === node.id)?.slot === slot);
  const named = first.map(({ node, value }) => {
    const times = uses.get(node.id) ?? 1;
    const read = numberPart(value);
    const x = symbolPart(node);
    // A constant without a name is its number already.
    const bare = findOp(node.op)?.leaf === 'constant' && symbolOf(node).text === partText(read);
    if (times > 2) return say('caption.times', { x, value: read, times: `${times}` });
    if (times === 2) return say('caption.twice', { x, value: read });
    return bare ? [read] : say('caption.is', { x, value: read });
  });
  return listParts(named, say);
}

function partText(part: RichPart): string {
  return part.kind === 'number' ? part.text : '';
}

/** `w goes from 3 to 2.96: 3 − 0.01 × 4.` */
function updateCaption({ node, value, grad, rate, next }: UpdateStep, say: Say): readonly RichPart[] {
  const x = symbolPart(node);
  const from = scalarOf(value);
  const to = scalarOf(next);
  const slope = scalarOf(grad);
  const eta = formatNumber(rate);
  if (from !== null && to !== null && slope !== null)
    return say('caption.update', {
      x,
      from: numberPart(from),
      to: numberPart(to),
      rate: eta,
      grad: termPart(slope),
    });
  const { value: largest } = largestEntry(grad);
  return say('caption.updateTensor', {
    x,
    shape: shapeSizes(value.shape),
    rate: eta,
    largest: numberPart(-rate * largest),
  });
}

function seedCaption({ node, grad }: SeedStep, notation: DerivativeNotation, say: Say): readonly RichPart[] {
  const y = symbolPart(node);
  if (scalarOf(grad) === null && grad.data.length > 1)
    return say('caption.seedMean', { y, total: `${grad.data.length}`, value: numberPart(grad.data[0] ?? 0) });
  const symbol = symbolOf(node);
  return say('caption.seed', {
    y,
    dy: { kind: 'derivative', derivative: gradientOf(symbol, symbol, notation), node: node.id },
  });
}
