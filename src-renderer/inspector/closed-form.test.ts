import { describe, expect, it } from 'vitest';
import { emptyDocument, evaluate, type GraphNode } from '#engine';
import { closedForm } from './closed-form.ts';

const node = (id: string, op: string, inputs: string[] = [], value?: number): GraphNode => ({
  id,
  op,
  attrs: value === undefined ? {} : { value },
  inputs,
});

function found(nodes: readonly GraphNode[], output: string, by: string, local?: number) {
  const result = evaluate({ ...emptyDocument, nodes });
  const inputs = new Set(nodes.filter(({ op }) => op === 'input').map(({ id }) => id));
  const members = nodes.filter(({ id }) => !inputs.has(id));
  const number = (id: string) => result.value(id)?.data[0] ?? null;
  const from = (id: string) => nodes.find((each) => each.id === id);
  return closedForm(members, output, from(by)!, from, number, local ?? result.grad(by)!.data[0]!);
}

const sigmoid = [
  node('x', 'input', [], 1),
  node('n', 'neg', ['x']),
  node('e', 'exp', ['n']),
  node('one', 'constant', [], 1),
  node('s', 'add', ['e', 'one']),
];

describe('recognises', () => {
  it.each([
    ['the sigmoid by a reciprocal', [...sigmoid, node('y', 'reciprocal', ['s'])]],
    ['the sigmoid by a division', [...sigmoid, node('y', 'div', ['one', 's'])]],
  ])('%s', (_, nodes) => {
    const form = found(nodes, 'y', 'x');
    expect(form?.latex).toBe('(1 - \\sigma)\\,\\sigma');
    expect(form?.value).toBeCloseTo(0.19661193324148185, 12);
  });
  it('tanh', () => {
    const nodes = [
      node('x', 'input', [], 0.5),
      node('p', 'exp', ['x']),
      node('n', 'neg', ['x']),
      node('q', 'exp', ['n']),
      node('d', 'sub', ['p', 'q']),
      node('s', 'add', ['p', 'q']),
      node('y', 'div', ['d', 's']),
    ];
    expect(found(nodes, 'y', 'x')?.latex).toBe('1 - \\tanh^2');
  });
  it('softplus', () => {
    const nodes = [node('x', 'input', [], 2), node('e', 'exp', ['x']), node('y', 'log1p', ['e'])];
    expect(found(nodes, 'y', 'x')?.value).toBeCloseTo(0.8807970779778823, 12);
  });
  it('the squared error, by either side', () => {
    const nodes = [
      node('a', 'input', [], 3),
      node('b', 'input', [], 1),
      node('d', 'sub', ['a', 'b']),
      node('y', 'square', ['d']),
    ];
    expect([found(nodes, 'y', 'a')?.value, found(nodes, 'y', 'b')?.value]).toEqual([4, -4]);
  });
});

it('says nothing of another structure, or of other numbers', () => {
  const other = [
    ...sigmoid.map((each) => (each.id === 'one' ? node('one', 'constant', [], 2) : each)),
    node('y', 'reciprocal', ['s']),
  ];
  expect(found(other, 'y', 'x')).toBeNull();
  expect(found([...sigmoid, node('y', 'reciprocal', ['s'])], 'y', 'x', 0.25)).toBeNull();
});
