import { parseExpression } from './expression.ts';
import type { Check, ChoiceCheck, Goal, PredictCheck, TaskCheck } from './lesson.ts';
import type { Numbers } from './numbers.ts';
import { eventsDoneAt, parseStop } from './stop.ts';

/** What an answer or the state of the graph is worth. Texts are prose of the lesson, but for the built-in ones. */
export type Verdict =
  | { readonly right: true }
  | { readonly right: false; readonly title?: string; readonly hint: string }
  /** The right size with the other sign. */
  | { readonly right: false; readonly builtIn: 'sign' | 'coarse'; readonly hint: string };

/** What the window knows of the learner's state. */
export interface Standing {
  readonly numbers: Numbers;
  /** Events of the run that are done at the player's place. */
  readonly eventsDone: number;
}

const SHARE = 0.005;
const SMALLEST = 5e-4;
/** A number this near is right, but written with too few digits. */
const COARSE_SHARE = 0.06;

export function numberIn(text: string, numbers: Numbers): number | null {
  const { expression } = parseExpression(text);
  return expression ? numbers.number(expression) : null;
}

function holds(text: string, numbers: Numbers): boolean {
  const { expression } = parseExpression(text);
  return expression !== undefined && numbers.holds(expression);
}

function tolerance(check: PredictCheck, expected: number): number {
  return check.within ?? Math.max(SHARE * Math.abs(expected), expected === 0 ? SMALLEST : 0);
}

export function judgePrediction(check: PredictCheck, answer: number, numbers: Numbers): Verdict {
  const expected = numberIn(check.expect, numbers);
  if (expected === null) return { right: false, hint: check.hint };
  const within = tolerance(check, expected);
  if (Math.abs(answer - expected) <= within + 1e-12) return { right: true };
  for (const { is, title, hint } of check.mistakes) {
    const wrong = numberIn(is, numbers);
    if (wrong !== null && Math.abs(answer - wrong) <= Math.max(SHARE * Math.abs(wrong), 1e-9))
      return { right: false, title, hint };
  }
  if (Math.abs(answer + expected) <= within) return { right: false, builtIn: 'sign', hint: check.hint };
  if (Math.abs(answer - expected) <= COARSE_SHARE * Math.abs(expected))
    return { right: false, builtIn: 'coarse', hint: check.hint };
  return { right: false, hint: check.hint };
}

/** Index of the option that is right now; -1 when none or several are. */
export function rightOption(check: ChoiceCheck, numbers: Numbers): number {
  const right = check.options.flatMap(({ when }, index) => (when !== undefined && holds(when, numbers) ? [index] : []));
  return right.length === 1 ? right[0]! : -1;
}

export function judgeChoice(check: ChoiceCheck, chosen: number, numbers: Numbers): Verdict {
  if (rightOption(check, numbers) === chosen) return { right: true };
  return { right: false, hint: check.options[chosen]?.hint ?? '' };
}

export function judgeTask(check: TaskCheck, standing: Standing): Verdict {
  if (check.goals.every((goal) => isReached(goal, standing))) return { right: true };
  const hint = check.hints.find(({ when }) => holds(when, standing.numbers));
  return { right: false, hint: hint?.text ?? check.hint };
}

export function isReached(goal: Goal, { numbers, eventsDone }: Standing): boolean {
  const { nodes, groups } = numbers.document;
  switch (goal.kind) {
    case 'number':
      return holds(goal.that, numbers);
    case 'slider': {
      const value = nodes.find(({ id }) => id === goal.node)?.attrs['value'];
      return typeof value === 'number' && value >= goal.from - 1e-12 && value <= goal.to + 1e-12;
    }
    case 'shape':
      return nodes.some(
        (node) =>
          node.op === goal.op &&
          sameInputs(node.inputs, goal, numbers) &&
          (goal.feeds === undefined ||
            nodes.some(({ id, inputs }) => id === goal.feeds && inputs.some((input) => input === node.id))),
      );
    case 'merged': {
      const wanted = new Set(goal.nodes);
      return groups.some(({ id, collapsed }) => {
        const inside = membersOf(id, numbers);
        return collapsed === true && inside.length === wanted.size && inside.every((node) => wanted.has(node));
      });
    }
    case 'opened':
      return groups.some(({ id, collapsed }) => id === goal.group && collapsed !== true);
    case 'stepped': {
      const result = numbers.result();
      const { place } = parseStop(goal.stop);
      const wanted = result && place ? eventsDoneAt(place, result) : null;
      return wanted !== null && eventsDone >= wanted;
    }
  }
}

/** Ops whose inputs may be exchanged match in either order. */
function sameInputs(inputs: readonly (string | null)[], goal: Goal & { kind: 'shape' }, numbers: Numbers): boolean {
  const { nodes } = numbers.document;
  const fits = (input: string | null | undefined, wanted: string) =>
    wanted.startsWith('op:') ? nodes.some(({ id, op }) => id === input && op === wanted.slice(3)) : input === wanted;
  const inOrder = (wanted: readonly string[]) =>
    inputs.length === wanted.length && wanted.every((each, slot) => fits(inputs[slot], each));
  const commutes = ['add', 'mul', 'maximum', 'minimum'].includes(goal.op);
  return inOrder(goal.inputs) || (commutes && inOrder([...goal.inputs].reverse()));
}

/** Ids of the nodes in a merged gate, those of gates within it too. */
function membersOf(group: string, { document }: Numbers): readonly string[] {
  const inside = new Set([group]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const each of document.groups)
      if (each.group !== undefined && inside.has(each.group) && !inside.has(each.id)) {
        inside.add(each.id);
        grew = true;
      }
  }
  return document.nodes.filter(({ group: of }) => of !== undefined && inside.has(of)).map(({ id }) => id);
}

/** The question or the task, which every check has. */
export function askedBy(check: Check): string {
  return check.kind === 'task' ? check.task : check.question;
}
