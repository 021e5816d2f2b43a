import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPaths } from '../autodiff/paths.ts';
import { mergeIntoGroup } from '../graph/edit-groups.ts';
import { groupPorts } from '../graph/groups.ts';
import { build } from '../testing/build.ts';
import { randomGraph } from '../testing/random-graph.ts';
import { evaluate } from './evaluate.ts';
import type { RunResult } from './result.ts';

const local = (run: RunResult, group: string, target: string, slot: number) =>
  run.groupLocal(group, target, slot)?.data[0];

describe('σ built from −, exp, + 1 and 1/·, merged into one gate', () => {
  const run = evaluate(
    build('z = input 1; n = neg z; e = exp n; one = constant 1; s = add e one; h = reciprocal s; L = square h', {
      groups: { sigmoid: ['n', 'e', 'one', 's', 'h'] },
    }),
  );
  test('has the derivative h(1 − h)', () => {
    const h = run.value('h')!.data[0]!;
    expect(local(run, 'sigmoid', 'n', 0)).toBeCloseTo(h * (1 - h), 15);
    expect(local(run, 'sigmoid', 'n', 0)).toBeCloseTo(0.19661193324148185, 15);
  });
  test('does not depend on what comes after it', () => {
    expect(run.grad('z')!.data[0]).toBeCloseTo(2 * run.value('h')!.data[0]! * local(run, 'sigmoid', 'n', 0)!, 15);
  });
  test('is one edge that enters and one value that leaves', () => {
    const [group] = run.layout.groups;
    expect(run.layout.nodes[group!.output]!.id).toBe('h');
    expect(group!.edges.map(({ edge }) => run.layout.edges[edge]!.slot)).toEqual([0]);
  });
});

test('forks inside are summed, and each slot that enters has its own derivative', () => {
  const run = evaluate(build('x = input 3; y = mul x x; z = add y x; L = neg z', { groups: { g: ['y', 'z'] } }));
  expect([local(run, 'g', 'y', 0), local(run, 'g', 'y', 1), local(run, 'g', 'z', 1)]).toEqual([3, 3, 1]);
});

test('groups of groups have derivatives of their own', () => {
  const run = evaluate(
    build('x = input 3; a = square x; b = square a; L = neg b', { groups: { outer: ['inner', 'b'], inner: ['a'] } }),
  );
  expect([local(run, 'inner', 'a', 0), local(run, 'outer', 'a', 0)]).toEqual([6, 108]);
});

test('elementwise gates of equal shapes have one derivative per element', () => {
  const run = evaluate(build('x = input [1, 2]; a = square x; b = neg a; L = sum b', { groups: { g: ['a', 'b'] } }));
  expect([...run.groupLocal('g', 'a', 0)!.data]).toEqual([-2, -4]);
});

test('scalars in and out have a derivative whatever lies between them', () => {
  const run = evaluate(
    build('x = input 3; v = constant [1, 2]; a = mul x v; s = sum a; L = neg s', { groups: { g: ['a', 's'] } }),
  );
  expect(local(run, 'g', 'a', 0)).toBe(3);
  expect(run.groupLocal('g', 'a', 1)).toBeNull();
});

test('there is none where elements mix or shapes differ', () => {
  const run = evaluate(
    build('x = input [1, 2]; m = softmax x; y = square m; L = sum y', { groups: { g: ['m', 'y'], h: ['L'] } }),
  );
  expect(run.groupLocal('g', 'm', 0)).toBeNull();
  expect(run.groupLocal('h', 'L', 0)).toBeNull();
});

test('there is no single derivative where several values leave', () => {
  const run = evaluate(build('x = input 1; a = neg x; b = square x; L = add a b', { groups: { g: ['a', 'b'] } }));
  expect(run.layout.groups[0]!.output).toBe(-1);
  expect(run.groupLocal('g', 'a', 0)).toBeNull();
});

test('what enters a group without reaching its output has derivative 0', () => {
  const run = evaluate(
    build('x = input 1; a = neg x; b = square x; L = neg a', { groups: { g: ['a', 'b'] }, objective: 'L' }),
  );
  expect([local(run, 'g', 'a', 0), local(run, 'g', 'b', 0)]).toEqual([-1, 0]);
});

test('for any set of gates the derivative is the sum over the paths inside of their products', () => {
  fc.assert(
    fc.property(randomGraph(10), fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (graph, chosen) => {
      const members = graph.nodes
        .filter(({ inputs }, index) => inputs.length > 0 && chosen[index % 10])
        .map(({ id }) => id);
      const merged = mergeIntoGroup(graph, { id: 'group' }, members);
      const run = evaluate(merged);
      const ports = groupPorts(merged, 'group')!;
      for (const { target, slot } of ports.inputs) {
        const found = run.groupLocal('group', target, slot);
        if (ports.output === null) {
          expect(found).toBeNull();
          continue;
        }
        const source = merged.nodes.find(({ id }) => id === target)!.inputs[slot]!;
        const paths = findPaths(run, source, ports.output, { within: ports.members, through: { target, slot } })!;
        const scale = Math.max(1, Math.abs(paths.sum));
        if (Number.isFinite(paths.sum)) expect(Math.abs(found!.data[0]! - paths.sum) / scale).toBeLessThan(1e-12);
      }
    }),
    { numRuns: 300 },
  );
});
