import { type ChainruleDocument, ChainruleError, findOp, type Problem } from '#engine';
import { applyChanges } from './changes.ts';
import { parseExpression, partsOf } from './expression.ts';
import { askedBy } from './judge.ts';
import type { Change, Check, Lesson, LessonStep, Tool } from './lesson.ts';
import { parseProse } from './prose.ts';
import { parseStop } from './stop.ts';

/** One thing that is wrong with a lesson: where, what, and what to do. */
export type LessonProblem = Pick<Problem, 'message' | 'hint'> & { readonly path?: string };

const TEXT_HINT = 'Correct the text; docs/lessons.md says how formulas and live numbers are written.';

/** What no schema sees: texts and expressions that cannot be read, and names of nodes that are not there. */
export function problemsOf(lesson: Lesson): readonly LessonProblem[] {
  const problems: LessonProblem[] = [];
  const report = (path: string, message: string, hint: string) => problems.push({ path, message, hint });
  let document = lesson.document;
  for (const [index, step] of lesson.steps.entries()) {
    const path = `steps[${index}]`;
    document = changed(document, step.change ?? [], `${path}.change`, report);
    checkStep(step, path, document, report);
  }
  return problems;
}

type Report = (path: string, message: string, hint: string) => void;

function changed(
  document: ChainruleDocument,
  changes: readonly Change[],
  path: string,
  report: Report,
): ChainruleDocument {
  let next = document;
  for (const [index, change] of changes.entries()) {
    const at = `${path}[${index}]`;
    const ids = new Set(next.nodes.map(({ id }) => id));
    const missing = idsIn(change).find((id) => !ids.has(id));
    if (missing !== undefined) report(at, `There is no node "${missing}" here.`, 'Name a node of the document.');
    for (const op of Object.values(change.op ?? {}))
      if (!findOp(op)) report(at, `There is no op "${op}".`, 'Name an op of this release.');
    try {
      if (missing === undefined) next = applyChanges(next, [change]);
    } catch (error) {
      if (!(error instanceof ChainruleError)) throw error;
      report(at, error.problem.message, error.problem.hint);
    }
  }
  return next;
}

function idsIn({ set, op, merge, connect, disconnect, remove, objective }: Change): readonly string[] {
  return [
    ...Object.keys(set ?? {}),
    ...Object.keys(op ?? {}),
    ...(merge?.nodes ?? []),
    ...(connect ? [connect.source, connect.target] : []),
    ...(disconnect ? [disconnect.target] : []),
    ...(remove ?? []),
    ...(objective === undefined ? [] : [objective]),
  ];
}

function checkStep(step: LessonStep, path: string, document: ChainruleDocument, report: Report): void {
  const names = new Set([...document.nodes, ...document.groups].map(({ id }) => id));
  const expectName = (id: string, at: string) => {
    if (!names.has(id))
      report(at, `There is no node "${id}" at this step.`, 'Name a node or a merged gate of the document.');
  };
  const expectExpression = (source: string, at: string) => {
    const { expression, problem } = parseExpression(source);
    if (!expression) return report(at, problem, TEXT_HINT);
    for (const part of partsOf(expression)) {
      if (part.type !== 'quantity') continue;
      for (const id of [part.of, ...(part.wire ? [part.wire.target] : []), ...part.at.map(({ node }) => node)])
        expectName(id, at);
    }
  };
  const expectProse = (source: string, at: string) => {
    const { parts, problem } = parseProse(source);
    if (!parts) return report(at, problem, TEXT_HINT);
    for (const expression of source.matchAll(/\{\{([^{}|]*)/g)) expectExpression(expression[1] ?? '', at);
  };
  const expectStop = (source: string, at: string) => {
    const { place, problem } = parseStop(source);
    if (!place) return report(at, problem, TEXT_HINT);
    if (place.kind === 'number') expectExpression(source.replace(/^\s*before /, ''), at);
  };
  step.text.forEach((text, index) => {
    expectProse(text, `${path}.text[${index}]`);
  });
  step.proofs?.forEach((proof, index) => {
    expectExpression(proof, `${path}.proofs[${index}]`);
  });
  step.camera?.forEach((id, index) => {
    expectName(id, `${path}.camera[${index}]`);
  });
  step.mark?.nodes?.forEach((id, index) => {
    expectName(id, `${path}.mark.nodes[${index}]`);
  });
  step.mark?.wires?.forEach((wire, index) => {
    const { expression } = parseExpression(`contribution ${wire}`);
    const at = `${path}.mark.wires[${index}]`;
    if (expression?.type !== 'quantity' || !expression.wire)
      report(at, `“${wire}” names no wire.`, 'Write the target and the slot: “p:0”.');
    else expectName(expression.wire.target, at);
  });
  if (step.stop !== undefined) expectStop(step.stop, `${path}.stop`);
  step.tools?.forEach((tool, index) => {
    checkTool(tool, `${path}.tools[${index}]`, expectName, expectExpression, report);
  });
  if (step.check) checkCheck(step.check, `${path}.check`, { expectName, expectExpression, expectProse, expectStop });
  if (step.check?.kind === 'task') changed(document, step.check.solution, `${path}.check.solution`, report);
}

type Expect = (source: string, path: string) => void;

function checkTool(tool: Tool, path: string, expectName: Expect, expectExpression: Expect, report: Report): void {
  if (tool.kind === 'slider' || tool.kind === 'plot') expectName(tool.node, `${path}.node`);
  if ((tool.kind === 'slider' || tool.kind === 'plot') && tool.from >= tool.to)
    report(path, '"from" must be below "to".', 'Exchange the two numbers.');
  if (tool.kind === 'switch' || tool.kind === 'descend')
    tool.nodes.forEach((id, index) => {
      expectName(id, `${path}.nodes[${index}]`);
    });
  if (tool.kind === 'switch')
    for (const { op } of tool.options)
      if (!findOp(op)) report(path, `There is no op "${op}".`, 'Name an op of this release.');
  if (tool.kind === 'table' || tool.kind === 'bars')
    tool.rows.forEach((row, index) => {
      expectExpression(row.is, `${path}.rows[${index}].is`);
    });
}

interface Expectations {
  readonly expectName: Expect;
  readonly expectExpression: Expect;
  readonly expectProse: Expect;
  readonly expectStop: Expect;
}

function checkCheck(
  check: Check,
  path: string,
  { expectName, expectExpression, expectProse, expectStop }: Expectations,
) {
  expectProse(askedBy(check), `${path}.${check.kind === 'task' ? 'task' : 'question'}`);
  if (check.after !== undefined) expectProse(check.after, `${path}.after`);
  if (check.reveal !== undefined) expectStop(check.reveal, `${path}.reveal`);
  if (check.kind === 'predict') {
    expectExpression(check.expect, `${path}.expect`);
    expectProse(check.hint, `${path}.hint`);
    for (const [index, mistake] of check.mistakes.entries()) {
      expectExpression(mistake.is, `${path}.mistakes[${index}].is`);
      expectProse(mistake.title, `${path}.mistakes[${index}].title`);
      expectProse(mistake.hint, `${path}.mistakes[${index}].hint`);
    }
  } else if (check.kind === 'choice') {
    for (const [index, option] of check.options.entries()) {
      expectProse(option.text, `${path}.options[${index}].text`);
      if (option.when !== undefined) expectExpression(option.when, `${path}.options[${index}].when`);
      if (option.hint !== undefined) expectProse(option.hint, `${path}.options[${index}].hint`);
    }
  } else {
    expectProse(check.hint, `${path}.hint`);
    for (const [index, hint] of check.hints.entries()) {
      expectExpression(hint.when, `${path}.hints[${index}].when`);
      expectProse(hint.text, `${path}.hints[${index}].text`);
    }
    for (const [index, goal] of check.goals.entries()) {
      const at = `${path}.goals[${index}]`;
      if (goal.kind === 'number') expectExpression(goal.that, `${at}.that`);
      else if (goal.kind === 'slider') expectName(goal.node, `${at}.node`);
      else if (goal.kind === 'merged') for (const id of goal.nodes) expectName(id, `${at}.nodes`);
      else if (goal.kind === 'opened') expectName(goal.group, `${at}.group`);
      else if (goal.kind === 'stepped') expectStop(goal.stop, `${at}.stop`);
    }
  }
}
