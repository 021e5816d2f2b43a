import { applyChanges, documentAt } from './changes.ts';
import { type Expression, parseExpression, partsOf } from './expression.ts';
import { askedBy, isReached, judgePrediction, rightOption } from './judge.ts';
import type { Check, Lesson, LessonStep, PredictCheck, TaskCheck } from './lesson.ts';
import { type Numbers, nearlyEqual, numbersOf } from './numbers.ts';
import type { LessonProblem } from './problems.ts';
import { liveNumbersOf, parseProse, writtenNumbersOf } from './prose.ts';
import { eventsDoneAt, parseStop } from './stop.ts';

/**
 * What the engine does not find true of a sound lesson: equations that do not hold, numbers written without one, answers
 * that are not accepted, tasks that are done already or that their own solution does not do.
 */
export function unprovenIn(lesson: Lesson): readonly LessonProblem[] {
  return lesson.steps.flatMap((step, index) => {
    const faults: LessonProblem[] = [];
    const report = (path: string, message: string) =>
      faults.push({ path: `steps[${index}].${path}`, message, hint: 'Correct the number, or prove it in "proofs".' });
    proveStep(step, numbersOf(documentAt(lesson, index)), report);
    return faults;
  });
}

type Report = (path: string, message: string) => void;

function proveStep(step: LessonStep, numbers: Numbers, report: Report): void {
  const known = new Set<number>();
  for (const [index, proof] of (step.proofs ?? []).entries()) {
    const { expression } = parseExpression(proof);
    if (!expression) continue;
    if (![...partsOf(expression)].some(({ type }) => type === 'quantity'))
      report(`proofs[${index}]`, `“${proof}” names no number of the graph.`);
    else if (!provenBy(expression, numbers)) report(`proofs[${index}]`, `“${proof}” is not true here.`);
    for (const number of literalsOf(proof)) known.add(number);
  }
  if (step.check)
    for (const source of expressionsOf(step.check)) for (const each of literalsOf(source)) known.add(each);
  const prove = (text: string, path: string, at: Numbers) => {
    const { parts } = parseProse(text);
    if (!parts) return;
    for (const { expression } of liveNumbersOf(parts)) {
      const tensor = at.tensor(expression);
      if (!tensor?.data.every((each) => Number.isFinite(each)))
        report(path, 'A live number in this text has no value.');
    }
    for (const written of writtenNumbersOf(parts))
      if (!known.has(Number(written))) report(path, `The number ${written} stands in the text without a proof.`);
  };
  step.text.forEach((text, index) => {
    prove(text, `text[${index}]`, numbers);
  });
  if (step.stop !== undefined && !isPlace(step.stop, numbers)) report('stop', `The run never comes to “${step.stop}”.`);
  for (const [index, tool] of (step.tools ?? []).entries())
    if (tool.kind === 'table' || tool.kind === 'bars')
      for (const { label, is } of tool.rows) {
        const { expression } = parseExpression(is);
        if (!expression || !numbers.tensor(expression)) report(`tools[${index}]`, `“${is}” has no value.`);
        for (const each of literalsOf(is)) known.add(each);
        prove(label, `tools[${index}]`, numbers);
      }
  const { check } = step;
  if (!check) return;
  prove(askedBy(check), 'check', numbers);
  if (check.reveal !== undefined && !isPlace(check.reveal, numbers))
    report('check.reveal', `The run never comes to “${check.reveal}”.`);
  let after = numbers;
  if (check.kind === 'predict') provePrediction(check, numbers, report, prove);
  else if (check.kind === 'choice') {
    const right = rightOption(check, numbers);
    if (right < 0) report('check.options', 'Not exactly one of the options is right.');
    for (const [index, option] of check.options.entries()) {
      prove(option.text, `check.options[${index}]`, numbers);
      if (index !== right && option.hint === undefined)
        report(`check.options[${index}]`, 'A wrong option needs a hint.');
      if (option.hint !== undefined) prove(option.hint, `check.options[${index}].hint`, numbers);
    }
  } else {
    after = numbersOf(applyChanges(numbers.document, check.solution));
    proveTask(check, numbers, after, report, prove);
  }
  if (check.after !== undefined) prove(check.after, 'check.after', after);
}

type Prove = (text: string, path: string, numbers: Numbers) => void;

function provePrediction(check: PredictCheck, numbers: Numbers, report: Report, prove: Prove): void {
  const { expression } = parseExpression(check.expect);
  const expected = expression ? numbers.number(expression) : null;
  if (expected === null || !Number.isFinite(expected)) {
    report('check.expect', `“${check.expect}” has no value.`);
    return;
  }
  if (![...partsOf(expression!)].some(({ type }) => type === 'quantity'))
    report('check.expect', `“${check.expect}” names no number of the graph.`);
  prove(check.hint, 'check.hint', numbers);
  for (const [index, mistake] of check.mistakes.entries()) {
    const wrong = parseExpression(mistake.is).expression;
    const value = wrong ? numbers.number(wrong) : null;
    if (value === null) report(`check.mistakes[${index}]`, `“${mistake.is}” has no value.`);
    else {
      const verdict = judgePrediction(check, value, numbers);
      if (verdict.right) report(`check.mistakes[${index}]`, 'This mistake is the right answer.');
      else if (!('title' in verdict) || verdict.title !== mistake.title)
        report(`check.mistakes[${index}]`, 'Another mistake gives the same number.');
    }
    prove(mistake.title, `check.mistakes[${index}].title`, numbers);
    prove(mistake.hint, `check.mistakes[${index}].hint`, numbers);
  }
}

function proveTask(check: TaskCheck, before: Numbers, after: Numbers, report: Report, prove: Prove): void {
  const steps = (numbers: Numbers) => numbers.result()?.trace.events.length ?? 0;
  if (check.goals.every((goal) => isReached(goal, { numbers: before, eventsDone: 0 })))
    report('check.goals', 'The task is done before it begins.');
  for (const goal of check.goals)
    if (!isReached(goal, { numbers: after, eventsDone: steps(after) }))
      report('check.solution', `The solution does not reach the goal “${goal.kind}”.`);
  prove(check.hint, 'check.hint', before);
  for (const [index, hint] of check.hints.entries()) prove(hint.text, `check.hints[${index}]`, before);
}

/** An equation is true as far as its written side goes: `0.98 = value a[0]` to two digits, `4 = value E` exactly. */
function provenBy(expression: Expression, numbers: Numbers): boolean {
  if (expression.type !== 'binary' || expression.operator !== '=') return numbers.holds(expression);
  const left = numbers.number(expression.left);
  const right = numbers.number(expression.right);
  if (left === null || right === null) return false;
  const within = Math.max(roundingOf(expression.left), roundingOf(expression.right));
  return Math.abs(left - right) <= within || nearlyEqual(left, right);
}

/** Half a unit of the last digit written after a point; 0 for whole numbers and for what is computed. */
function roundingOf(side: Expression): number {
  if (side.type === 'negative') return roundingOf(side.of);
  if (side.type !== 'number') return 0;
  const [mantissa = '', exponent = '0'] = side.text.split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return decimals === 0 && exponent === '0' ? 0 : 0.500001 * 10 ** (Number(exponent) - decimals);
}

function literalsOf(source: string): readonly number[] {
  const { expression } = parseExpression(source);
  return expression ? [...partsOf(expression)].flatMap((part) => (part.type === 'number' ? [part.value] : [])) : [];
}

function expressionsOf(check: Check): readonly string[] {
  if (check.kind === 'predict') return [check.expect, ...check.mistakes.map(({ is }) => is)];
  if (check.kind === 'choice') return check.options.flatMap(({ when }) => (when === undefined ? [] : [when]));
  const set = check.solution.flatMap((change) => Object.values(change.set ?? {}));
  return [
    ...set.filter((value) => typeof value === 'number').map((value) => `${Math.abs(value)}`),
    ...goalNumbers(check),
  ];
}

function goalNumbers({ goals }: TaskCheck): readonly string[] {
  return goals.flatMap((goal) =>
    goal.kind === 'number'
      ? [goal.that]
      : goal.kind === 'slider'
        ? [`${Math.abs(goal.from)}`, `${Math.abs(goal.to)}`, `${Math.abs((goal.from + goal.to) / 2)}`]
        : [],
  );
}

function isPlace(text: string, numbers: Numbers): boolean {
  const result = numbers.result();
  const { place } = parseStop(text);
  return result !== null && place !== undefined && eventsDoneAt(place, result) !== null;
}
