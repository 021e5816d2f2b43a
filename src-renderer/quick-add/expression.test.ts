import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument, evaluate } from '#engine';
import { withExpression } from './expand.ts';
import { parseExpression } from './expression.ts';
import { usedSteps } from './used-steps.ts';

const AT = { x: 0, y: 0 };

function value(text: string, values: Readonly<Record<string, number>> = {}): number | undefined {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.why);
  const { graph, result } = withExpression(emptyDocument, parsed, AT);
  const nodes = graph.nodes.map((node) =>
    node.id in values ? { ...node, attrs: { ...node.attrs, value: values[node.id] } } : node,
  );
  return evaluate({ ...graph, nodes, objective: result }).value(result)?.data[0];
}

describe('an expression', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['(-2)^2', 4],
    ['2 * -3', -6],
    ['12 / 4 / 3', 1],
    ['1 − 2 × 3 ÷ 6', 0],
    ['2(1 + 1)', 4],
    ['max(2, 5) + min(2, 5)', 7],
    ['ln(exp(3))', 3],
    ['3²', 9],
    ['1e3 + .5', 1000.5],
  ])('%s is %s', (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 12);
  });

  it('computes (w*x - 1)^2 with six gates', () => {
    const parsed = parseExpression('(w*x - 1)^2');
    expect(parsed.ok && usedSteps(parsed)).toHaveLength(6);
    expect(value('(w*x - 1)^2', { w: 3, x: 1 })).toBe(4);
  });

  it('makes one gate of a sum of several terms, and keeps brackets apart', () => {
    const ops = (text: string) => {
      const parsed = parseExpression(text);
      if (!parsed.ok) return [];
      return usedSteps(parsed).flatMap((index) => {
        const step = parsed.steps[index]!;
        return step.kind === 'op' ? [`${step.op}/${step.inputs.length}`] : [];
      });
    };
    expect(ops('a + b + c')).toEqual(['add/3']);
    expect(ops('a + (b + c)')).toEqual(['add/2', 'add/2']);
    expect(ops('a * b * c + d')).toEqual(['mul/3', 'add/2']);
  });

  it('names its result', () => {
    const parsed = parseExpression('E = x^2');
    if (!parsed.ok) throw new Error(parsed.why);
    expect(withExpression(emptyDocument, parsed, AT).result).toBe('E');
  });

  it('reads nodes that exist by name instead of making them again', () => {
    const first = parseExpression('w*x');
    const second = parseExpression('w + x', ['w', 'x']);
    if (!first.ok || !second.ok) throw new Error('not parsed');
    const { graph } = withExpression(emptyDocument, first, AT);
    const { graph: both, added } = withExpression(graph, second, AT);
    expect(added).toHaveLength(1);
    expect(both.nodes.at(-1)?.inputs).toEqual(['w', 'x']);
  });

  it('makes weights and biases parameters and other names inputs', () => {
    const parsed = parseExpression('w1*x + b');
    if (!parsed.ok) throw new Error(parsed.why);
    const { graph } = withExpression(emptyDocument, parsed, AT);
    expect(Object.fromEntries(graph.nodes.map(({ id, op }) => [id, op]))).toMatchObject({
      w1: 'parameter',
      b: 'parameter',
      x: 'input',
    });
  });
});

describe('what is no expression', () => {
  it.each([
    ['(a + b', 'expression.end'],
    ['a +', 'expression.end'],
    ['a ) b', 'expression.unexpected'],
    ['f(x)', 'expression.unknown'],
    ['exp(a, b)', 'expression.arguments'],
    ['a $ b', 'expression.character'],
    ['1e999', 'expression.number'],
    ['('.repeat(500), 'expression.tooDeep'],
    ['a+'.repeat(5000), 'expression.tooLong'],
    ['', 'expression.end'],
  ])('%s is refused as %s', (text, why) => {
    const parsed = parseExpression(text);
    expect(parsed.ok ? 'accepted' : parsed.why).toBe(why);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab12.()+-*/^,= ²×é$[]'), maxLength: 40 }), (text) => {
        const parsed = parseExpression(text);
        return parsed.ok ? usedSteps(parsed).length > 0 : parsed.why.length > 0;
      }),
    );
  });
});
