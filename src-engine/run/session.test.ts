import { describe, expect, test } from 'vitest';
import { stream } from '../random/stream.ts';
import { build } from '../testing/build.ts';
import { smallOps } from '../testing/small-ops.ts';
import { evaluate, resultOf } from './evaluate.ts';
import { createSession } from './session.ts';
import { sweepValues } from './sweep.ts';

describe('setting values', () => {
  test('of the same shape writes numbers and plans nothing', () => {
    const session = createSession(build('x = input [1, 2]; L = sum x'));
    const plan = session.plan();
    session.setValues([{ node: 'x', value: [3, 4] }]);
    expect(session.plan()).toBe(plan);
    expect(resultOf(session).value('L')!.data[0]).toBe(7);
    expect(session.graph().nodes[0]!.attrs).toEqual({ value: [3, 4] });
  });

  test('of another shape plans anew', () => {
    const session = createSession(build('x = input [1, 2]; L = sum x'));
    const plan = session.plan();
    session.setValues([{ node: 'x', value: [1, 2, 3] }]);
    expect(session.plan()).not.toBe(plan);
    expect(resultOf(session).grad('x')!.shape).toEqual([3]);
  });

  test('that cannot be read becomes a problem, and a good one mends it', () => {
    const session = createSession(build('x = input 1; L = neg x'));
    session.setValues([{ node: 'x', value: [[1], [1, 2]] }]);
    expect(resultOf(session).problems[0]).toMatchObject({ node: 'x', code: 'tensor.ragged' });
    expect(resultOf(session).value('L')).toBeNull();
    session.setValues([{ node: 'x', value: 5 }]);
    expect(resultOf(session).problems).toEqual([]);
    expect(resultOf(session).value('L')!.data[0]).toBe(-5);
  });

  test('of nodes that are no leaves or do not exist changes no number', () => {
    const session = createSession(build('x = input 1; L = neg x'));
    session.setValues([{ node: 'nobody', value: 3 }]);
    expect(resultOf(session).value('L')!.data[0]).toBe(-1);
  });
});

describe('an op that refuses the values at hand', () => {
  const graph = build('x = input -1; y = picky x; z = square y; w = square x; L = add w w', { objective: 'L' });
  test('is left out with what depends on it, and the rest runs', () => {
    const run = evaluate(graph, { table: smallOps });
    expect(run.problems.map(({ node, code, path }) => `${node} ${code} ${path}`)).toEqual([
      'y value.class-index nodes[1]',
      'z graph.upstream nodes[2]',
    ]);
    expect(run.value('L')!.data[0]).toBe(2);
    expect(run.grad('x')!.data[0]).toBe(-4);
  });
  test('computes again once the values suit it', () => {
    const session = createSession(graph, { table: smallOps });
    session.setValues([{ node: 'x', value: 2 }]);
    expect(resultOf(session).problems).toEqual([]);
    expect(resultOf(session).value('z')!.data[0]).toBe(4);
    session.setValues([{ node: 'x', value: -2 }]);
    expect(resultOf(session).value('z')).toBeNull();
  });
});

test('strict evaluation throws the first problem, with its place', () => {
  expect(() => evaluate(build('x = input 1; y = sub x'), { strict: true })).toThrow(
    'nodes[1].inputs[1]: y (sub) has nothing in its slot',
  );
});

test('random ops draw from a stream of their own, and draw the same again', () => {
  const draw = (text: string) =>
    evaluate(build(text), { table: smallOps, streams: (purpose) => stream(7, purpose) }).value('a')!.data[0];
  const alone = draw('x = input 0; a = noise x');
  expect(alone).toBeGreaterThan(0);
  expect(draw('x = input 0; a = noise x')).toBe(alone);
  expect(draw('x = input 0; b = noise x; a = noise x; L = add a b')).toBe(alone);
});

test('dropout drops in training steps alone', () => {
  const graph = build(`x = input ${JSON.stringify(new Array(100).fill(1))}; d = dropout x; L = sum d`);
  const zeros = (training: boolean) =>
    evaluate(graph, { training, streams: (purpose) => stream(1, purpose) })
      .value('d')!
      .data.filter((each) => each === 0).length;
  expect(zeros(false)).toBe(0);
  expect(zeros(true)).toBeGreaterThan(25);
  expect(zeros(true)).toBeLessThan(75);
});

test('kinks are reported with the convention used', () => {
  const run = evaluate(build('x = input 0; L = relu x'));
  expect(run.kinks).toEqual([{ node: 'L', kinks: [{ slot: 0, index: 0, left: 0, right: 1, used: 0 }] }]);
});

test('a sweep observes one node while another moves, and leaves the run as it was', () => {
  const session = createSession(build('x = input 3; y = mul x x; L = square y'));
  const before = session.plan().memory.slice();
  expect(sweepValues(session.plan(), 'x', 0, 'L', [0, 1, -2])).toEqual([0, 1, 16]);
  expect(sweepValues(session.plan(), 'y', 0, 'L', [5])).toEqual([25]);
  expect(sweepValues(session.plan(), 'L', 0, 'x', [5])).toEqual([3]);
  expect(sweepValues(session.plan(), 'x', 7, 'L', [5])).toEqual([Number.NaN]);
  expect(session.plan().memory).toEqual(before);
});

test('a chain of 100 000 gates runs forward and backward', () => {
  const lines = Array.from({ length: 100_000 }, (_, index) => `n${index + 1} = neg n${index}`);
  const run = evaluate(build(['n0 = input 1', ...lines].join('\n')));
  expect(run.problems).toEqual([]);
  expect(run.value('n100000')!.data[0]).toBe(1);
  expect(run.grad('n0')!.data[0]).toBe(1);
});
