import { describe, expect, test } from 'vitest';
import { opTable } from '../ops/registry.ts';
import { evaluate } from '../run/evaluate.ts';
import { build } from '../testing/build.ts';
import { compile } from './compile.ts';

describe('the layout', () => {
  const graph = build(
    'W = parameter [[1, 2, 3], [4, 5, 6]]; x = input [1, 2]; b = parameter [1, 1, 1]; s = input 2; z = matmul x W; a = add z b; m = mul a s; L = sum m',
  );
  const { layout, memory } = compile(graph, opTable);

  test('gives every number a place of its own', () => {
    const taken = new Uint8Array(layout.size);
    const take = (offset: number, size: number) => {
      for (let at = offset; at < offset + size; at++) taken[at]!++;
    };
    const size = (node: number) => layout.nodes[node]!.shape.reduce((product, axis) => product * axis, 1);
    layout.nodes.forEach(({ value, grad }, node) => {
      take(value, size(node));
      take(grad, size(node));
    });
    for (const { source, local, contribution } of layout.edges) {
      take(contribution, size(source));
      if (local >= 0) take(local, size(source));
    }
    expect([...taken].every((count) => count === 1)).toBe(true);
    expect(memory.length).toBeGreaterThanOrEqual(layout.size);
  });

  test('has local derivatives where they are one number per element of the source', () => {
    const hasLocal = (id: string) =>
      layout.edges.filter(({ target }) => layout.nodes[target]!.id === id).map(({ local }) => local >= 0);
    expect(hasLocal('z')).toEqual([false, false]); // a matrix product
    expect(hasLocal('a')).toEqual([true, true]);
    expect(hasLocal('m')).toEqual([true, false]); // s is broadcast
    expect(hasLocal('L')).toEqual([false]); // a sum over three elements
  });

  test('groups edges by target in execution order, slots ascending', () => {
    const keys = layout.edges.map(({ target, slot }) => target * 100 + slot);
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
  });
});

test('any op between single numbers has a local derivative', () => {
  const run = evaluate(build('x = input 3; t = input 1; L = mse_loss x t'));
  expect(run.edge('L', 0)!.local!.data[0]).toBe(4);
  expect(run.edge('L', 1)!.local!.data[0]).toBe(-4);
});

test('the derivatives of an objective with several elements are those of its mean', () => {
  const run = evaluate(build('x = input [1, 2, 3, 4]; L = square x'));
  expect([...run.grad('L')!.data]).toEqual([0.25, 0.25, 0.25, 0.25]);
  expect([...run.grad('x')!.data]).toEqual([0.5, 1, 1.5, 2]);
});

test('what cannot be computed is left out, and the rest runs', () => {
  const run = evaluate(
    build('x = input 2; y = square x; broken = sub y; after = neg broken; z = neg y', { objective: 'z' }),
  );
  expect(run.value('z')!.data[0]).toBe(-4);
  expect(run.grad('x')!.data[0]).toBe(-4);
  expect(run.value('broken')).toBeNull();
  expect(run.edge('after', 0)).toBeNull();
  const told = run.problems.map(({ node, code }) => `${node} ${code}`);
  expect(told).toEqual(['broken graph.empty-slot', 'after graph.upstream']);
});

test('a plan beyond the memory limit is refused with both numbers, before it is allocated', () => {
  const wide = Array.from({ length: 12_000 }, () => 0);
  const graph = build(
    `a = input ${JSON.stringify([wide])}; b = input ${JSON.stringify(wide.map(() => [0]))}; c = add a b; L = sum c`,
  );
  const { layout, problems, memory } = compile(graph, opTable);
  expect(problems[0]).toMatchObject({ code: 'run.too-large', facts: { limit: 1.5e9 } });
  expect(problems[0]!.facts['bytes']).toBeGreaterThan(3 * 8 * 12_000 ** 2);
  expect([layout.nodes.length, memory.length]).toEqual([0, 0]);
});

test('the memory limit can be lowered', () => {
  const options = { memoryLimit: 1000 };
  expect(evaluate(build('x = input 1; L = neg x'), options).problems).toEqual([]);
  expect(
    evaluate(build(`x = input ${JSON.stringify(new Array(50).fill(1))}; L = sum x`), options).problems,
  ).toHaveLength(1);
});
