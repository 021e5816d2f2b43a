import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { type ChainruleDocument, emptyDocument, evaluate, type GraphNode } from '#engine';
import { type CurrentStep, nodesById, stepOf } from '../stores/current-step.ts';
import { shownNumbers } from '../stores/shown.ts';
import { computeRows, contributionRows, rowsLatex, seedRows, updateRows } from './explain-rows.ts';

const node = (id: string, op: string, inputs: string[] = [], attrs: Record<string, unknown> = {}): GraphNode => ({
  id,
  op,
  attrs,
  inputs,
});
const leaf = (id: string, value: unknown) => node(id, 'input', [], { value });

function derivations(nodes: readonly GraphNode[]) {
  const document: ChainruleDocument = { ...emptyDocument, nodes };
  const result = evaluate(document);
  const byId = nodesById(document);
  const objective = byId.get(result.objective ?? '');
  return result.trace.events.flatMap((event, index) => {
    const step: CurrentStep | null = stepOf(event, shownNumbers(result, index + 1), byId);
    if (!step) return [];
    if (step.kind === 'contribute') return [contributionRows(step, objective, byId, 'leibniz')];
    if (step.kind === 'update') return [updateRows(step, objective, 'leibniz')];
    return [step.kind === 'seed' ? seedRows(step, 'leibniz') : computeRows(step, byId)];
  });
}

const latexOf = (rows: ReturnType<typeof derivations>[number]) =>
  rows.map(
    ({ name, left, terms, operator }) => `${name}: ${left} = ${terms.map(({ latex }) => latex).join(` ${operator} `)}`,
  );

describe('the derivation of a contribution', () => {
  it('has five rows from the rule to the result', () => {
    const rows = derivations([leaf('x', 2), node('u', 'mul', ['x', 'x']), node('y', 'neg', ['u'])]);
    expect(latexOf(rows.at(-1)!)).toEqual([
      'rule: \\frac{\\partial (a \\cdot b)}{\\partial b} = a',
      'symbols: \\frac{\\partial y}{\\partial x}_{2} = \\frac{\\partial u}{\\partial x}_{2} \\cdot \\frac{\\partial y}{\\partial u}',
      'upstream:  = \\frac{\\partial u}{\\partial x}_{2} \\cdot \\left(-1\\right)',
      'local:  = 2 \\cdot \\left(-1\\right)',
      'result:  = -2',
    ]);
  });

  it('gives the rule and the shapes where entries mix', () => {
    const rows = derivations([
      leaf('X', [[1, 2]]),
      leaf('W', [[1], [2]]),
      node('z', 'matmul', ['X', 'W']),
      node('L', 'sum', ['z']),
    ]);
    expect(rows.at(-1)!.map(({ name }) => name)).toEqual(['rule', 'symbols', 'shapes', 'result']);
    expect(rows.at(-1)![2]!.left).toBe('[2 × 1]');
  });

  it('names the numbers of tensors one by one, entry by entry', () => {
    const rows = derivations([leaf('x', [1, 2]), node('s', 'square', ['x']), node('L', 'sum', ['s'])]);
    const last = rows.at(-1)!;
    expect(last.map(({ name, terms }) => [name, terms.length])).toEqual([
      ['rule', 1],
      ['symbols', 2],
      ['upstream', 1],
      ['local', 1],
      ['result', 1],
    ]);
    expect(last[1]!.operator).toBe('\\odot');
  });
});

it('explains values with the numbers put in, negative ones in parentheses', () => {
  const rows = derivations([leaf('x', -3), node('y', 'square', ['x'])]);
  expect(latexOf(rows[1]!)).toContain('numbers:  = \\left(-3\\right)^2');
  expect(latexOf(rows[2]!)).toEqual(['result: \\frac{\\partial y}{\\partial y} = 1']);
});

it('copies as LaTeX that typesets, whatever the nodes are called', () => {
  const named = { ...leaf('x', 2), label: '\\oops{ & %' };
  for (const rows of derivations([named, node('y', 'sigmoid', ['x']), node('L', 'mul', ['y', 'x'])]))
    expect(() => katex.renderToString(rowsLatex(rows), { throwOnError: true, strict: 'ignore' })).not.toThrow();
});
