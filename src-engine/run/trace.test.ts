import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { build } from '../testing/build.ts';
import { randomGraph } from '../testing/random-graph.ts';
import { evaluate } from './evaluate.ts';
import type { RunResult } from './result.ts';
import type { TraceEvent } from './trace.ts';

const name = ({ layout }: RunResult, event: TraceEvent): string => {
  if (event.kind !== 'contribute') return `${event.kind} ${layout.nodes[event.node]!.id}`;
  const { source, target, slot } = layout.edges[event.edge]!;
  return `${layout.nodes[target]!.id}[${slot}] → ${layout.nodes[source]!.id}`;
};
const events = (run: RunResult) => run.trace.events.map((event) => name(run, event));

describe('the trace of an input with three branches', () => {
  const run = evaluate(build('x = input 2; three = constant 3; u = mul x x; v = mul x three; y = add u v'));

  test('has four forward events, one for the loss, and seven backward when totals are folded into last contributions', () => {
    const folded = run.trace.events.filter(({ kind }) => kind !== 'accumulate');
    const count = (phase: string) => folded.filter((event) => event.phase === phase).length;
    expect([count('forward'), count('loss'), count('backward')]).toEqual([4, 1, 7]);
    expect(run.trace.phaseStart).toEqual({ forward: 0, loss: 4, backward: 5 });
  });

  test('visits u, which stands first in the document, before v', () => {
    expect(events(run)).toEqual([
      'compute x',
      'compute three',
      'compute u',
      'compute v',
      'compute y',
      'seed y',
      'y[0] → u',
      'accumulate u',
      'y[1] → v',
      'accumulate v',
      'u[0] → x',
      'u[1] → x',
      'v[0] → x',
      'accumulate x',
      'v[1] → three',
      'accumulate three',
    ]);
  });

  test('knows after which event each number stands', () => {
    const { trace } = run;
    const node = (id: string) => run.nodeIndex(id)!;
    expect(trace.computedAt[node('y')]).toBe(4);
    expect(trace.totalAt[node('y')]).toBe(5);
    expect(trace.totalAt[node('x')]).toBe(13);
    expect(trace.contributedAt[run.edgeIndex('u', 1)!]).toBe(11);
  });

  test('lists the branches of x as their contributions arrive', () => {
    const branches = run.branches('x').map((edge) => run.layout.edges[edge]!);
    expect(branches.map(({ target, slot }) => `${run.layout.nodes[target]!.id}[${slot}]`)).toEqual([
      'u[0]',
      'u[1]',
      'v[0]',
    ]);
  });
});

test('what does not reach the objective gets no backward event', () => {
  const run = evaluate(build('x = input 2; L = square x; aside = neg L', { objective: 'L' }));
  expect(events(run)).toEqual(['compute x', 'compute L', 'compute aside', 'seed L', 'L[0] → x', 'accumulate x']);
  expect(run.trace.totalAt[run.nodeIndex('aside')!]).toBe(-1);
  expect(run.trace.contributedAt[run.edgeIndex('aside', 0)!]).toBe(-1);
  expect(run.grad('aside')!.data[0]).toBe(0);
});

test('without an objective there is forward alone', () => {
  const run = evaluate(build('x = input 2; a = neg x; b = neg x'));
  expect(events(run)).toEqual(['compute x', 'compute a', 'compute b']);
  expect(run.trace.phaseStart).toEqual({ forward: 0, loss: 3, backward: 3 });
  expect(run.objective).toBeNull();
});

test('in any graph totals follow all contributions, and are used only afterwards', () => {
  fc.assert(
    fc.property(randomGraph(), (graph) => {
      const { layout, trace } = evaluate(graph);
      trace.events.forEach((event, at) => {
        if (event.kind !== 'contribute') return;
        const { source, target } = layout.edges[event.edge]!;
        expect(trace.contributedAt[event.edge]).toBe(at);
        expect(trace.totalAt[target]!).toBeLessThan(at);
        expect(trace.totalAt[source]!).toBeGreaterThan(at);
      });
      const accumulated = trace.events.filter(({ kind }) => kind === 'accumulate' || kind === 'seed').length;
      expect(accumulated).toBe(layout.nodes.filter(({ reachesObjective }) => reachesObjective).length);
    }),
  );
});
