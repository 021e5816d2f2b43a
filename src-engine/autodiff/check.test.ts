import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Graph } from '../graph/graph.ts';
import type { OpDefinition } from '../ops/define.ts';
import { stream } from '../random/stream.ts';
import { createSession } from '../run/session.ts';
import { build } from '../testing/build.ts';
import { goldenGraphs } from '../testing/golden-graphs.ts';
import { randomGraph } from '../testing/random-graph.ts';
import { smallOps } from '../testing/small-ops.ts';
import { checkAtOnce, checkGradients } from './check.ts';

const uniform = () => 0.3;
const check = (text: string, options = {}) =>
  checkAtOnce(createSession(build(text), { table: smallOps }).plan(), { uniform, ...options });
const entry = (report: ReturnType<typeof check>, of: object) =>
  report.comparisons.find((each) => JSON.stringify(each.of) === JSON.stringify(of));

test('every edge and every node but constants and the objective is compared', () => {
  const report = check('x = input 2; three = constant 3; u = mul x x; v = mul x three; y = add u v');
  expect(report).toMatchObject({ matched: 9, total: 9, ok: true, skipped: 0 });
  expect(report.worst).toBeLessThan(1e-9);
});

test('a wrong derivative is found', () => {
  const report = check('x = input 3; y = wrong x');
  expect(report.ok).toBe(false);
  expect(entry(report, { node: 'x' })).toMatchObject({ verdict: 'differs', analytic: 3 });
  expect(entry(report, { node: 'x' })!.numeric).toBeCloseTo(6, 6);
});

test('at a kink both slopes are given', () => {
  const report = check('x = input 0; y = relu x');
  expect(entry(report, { node: 'x' })).toMatchObject({ verdict: 'kink', left: 0 });
  expect(entry(report, { node: 'x' })!.right).toBeCloseTo(1, 9);
  const tie = check('x = input 0; y = abs x');
  expect(entry(tie, { target: 'y', slot: 0 })!.left).toBeCloseTo(-1, 9);
  expect(entry(tie, { target: 'y', slot: 0 })!.verdict).toBe('kink');
  expect(report.ok && tie.ok).toBe(true);
});

test('an undeclared kink is told from a wrong derivative', () => {
  expect(check('x = input 0; y = silent x').comparisons.map(({ verdict }) => verdict)).toEqual(['kink', 'kink']);
});

test('a point near a kink is resolved with smaller steps', () => {
  expect(check('x = input 1e-6; y = relu x')).toMatchObject({ matched: 2 });
  expect(check('x = input 1e-9; y = relu x')).toMatchObject({ matched: 2 });
});

test('an infinite slope is unbounded, not wrong', () => {
  const report = check('x = input 0; y = sqrt x');
  expect(entry(report, { node: 'x' })!.verdict).toBe('unbounded');
  expect(report.ok).toBe(true);
});

test('an input that an op takes only at certain values has no slope', () => {
  expect(check('x = input 0; y = picky x').comparisons.map(({ verdict }) => verdict)).toEqual(['kink', 'kink']);
});

describe('on the registry’s ops', () => {
  const checkGraph = (graph: Graph, options = {}) =>
    checkAtOnce(createSession(graph).plan(), { uniform: stream(1, 'gradient check'), ...options });

  test.each(goldenGraphs)('$name: all gradients match', ({ graph }) => {
    const report = checkGraph(graph);
    expect(report.comparisons.filter(({ verdict }) => verdict === 'differs')).toEqual([]);
    expect(report).toMatchObject({ ok: true, skipped: 0 });
    expect(report.worst).toBeLessThan(1e-7);
  });

  test('random graphs have no gradient that differs', () => {
    fc.assert(
      fc.property(randomGraph(), (graph) => {
        expect(checkGraph(graph).comparisons.filter(({ verdict }) => verdict === 'differs')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('large tensors are tried at some elements and along some directions', () => {
    const values = Array.from({ length: 1000 }, (_, index) => Math.fround((index % 17) / 9 - 0.8));
    const session = createSession(build(`x = input ${JSON.stringify(values)}; y = tanh x; L = mean y`));
    let visited = 0;
    const counting = (op: OpDefinition): OpDefinition => ({
      ...op,
      forward(call) {
        visited++;
        op.forward(call);
      },
    });
    const counted = { ...session.plan(), ops: session.plan().ops.map((op) => (op.id === 'tanh' ? counting(op) : op)) };
    const report = checkAtOnce(counted, { uniform: stream(1, 'gradient check'), elements: 8 });
    expect(report).toMatchObject({ ok: true, matched: 4, total: 4 });
    expect(visited).toBeLessThan(200);
  });

  test('class indices have no slope, and the scores’ gradients match', () => {
    const report = checkGraph(build('s = input [[1, 2, 0.5], [0, -1, 1]]; t = input [2, 0]; L = cross_entropy s t'));
    expect(entry(report, { target: 'L', slot: 0 })!.verdict).toBe('match');
    expect(entry(report, { node: 't' })).toMatchObject({ verdict: 'kink', analytic: 0 });
    expect(report.ok).toBe(true);
  });

  test('where all would take too long, some are left out, the same ones each time', () => {
    const lines = Array.from({ length: 2000 }, (_, index) => `n${index + 1} = sin n${index}`);
    const graph = build(['n0 = input 1', ...lines].join('\n'));
    const report = checkGraph(graph, { work: 1e5 });
    expect(report.total + report.skipped!).toBe(4000);
    expect(report.total).toBeGreaterThan(5);
    expect(report.total).toBeLessThan(400);
    expect(checkGraph(graph, { work: 1e5 })).toEqual(report);
  });
});

test('it pauses often, with all values as they were, and leaves the plan as it found it', () => {
  const lines = Array.from({ length: 300 }, (_, index) => `n${index + 1} = sin n${index}`);
  const session = createSession(build(['n0 = input 1', ...lines].join('\n')));
  const { memory } = session.plan();
  const before = memory.slice();
  let pauses = 0;
  for (const _ of checkGradients(session.plan(), { uniform })) {
    pauses++;
    if (pauses % 10 === 0) expect(memory).toEqual(before);
  }
  expect(pauses).toBeGreaterThan(5);
  expect(memory).toEqual(before);
});

test('without an objective there is nothing to compare', () => {
  expect(check('x = input 2')).toMatchObject({ comparisons: [], total: 0, ok: true, worst: 0 });
});

test('gradients that do not reach the objective are 0 and match', () => {
  const report = checkAtOnce(
    createSession(build('x = input 2; aside = square x; L = square x', { objective: 'L' }), { table: smallOps }).plan(),
    { uniform },
  );
  expect(entry(report, { node: 'aside' })).toMatchObject({ analytic: 0, numeric: 0, verdict: 'match' });
  expect(report).toMatchObject({ matched: 4, total: 4 });
});

test('small gradients of large numbers are not called wrong for rounding', () => {
  expect(check('big = constant 1e12; x = input 2; s = add big x; L = sub s big')).toMatchObject({ ok: true });
});
