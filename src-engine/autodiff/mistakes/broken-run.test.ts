import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../graph/graph.ts';
import { randomGraph } from '../../graph/random-graph.ts';
import { evaluate } from '../../run/evaluate.ts';
import { build } from '../../testing/build.ts';
import { breakRun } from './broken-run.ts';
import { flawedPass } from './flawed-pass.ts';
import { passOf } from './pass.ts';
import { mistakes } from './registry.ts';

const run = (id: string, graph: Graph, earlier?: Graph) =>
  breakRun(graph, mistakes.get(id)!, earlier ? { earlier } : {})!;
const total = (id: string, graph: Graph, node: string) => run(id, graph).wrong.grad(node)!.data[0]!;

const square = build('x = parameter 3; L = mul x x');
const nothing = build('x = parameter 3; L = sub x x');
const branches = build('x = input 2; three = constant 3; u = mul x x; v = mul x three; y = add u v');
const diamond = build('x = parameter 2; a = neg x; b = square a; c = mul a x; L = add b c');
const sigmoids = build('x = input 1; w = parameter 1; p = mul x w; a = sigmoid p; q = sigmoid a; L = sigmoid q');

describe('overwrite instead of accumulate', () => {
  it('leaves only the last branch', () => {
    expect(total('overwrite', square, 'x')).toBe(3);
    expect(total('overwrite', nothing, 'x')).toBe(-1);
    const { why, nodes, edges } = run('overwrite', branches);
    expect(nodes).toEqual(['x']);
    expect(edges).toEqual([]);
    expect(why).toMatchObject({ node: 'x', wrong: 3, right: 7, facts: { last: 'v', kept: 3, lost: 4, branches: 3 } });
  });

  it('makes what lies below the fork wrong too, and explains the fork', () => {
    const { nodes, why } = run('overwrite', diamond);
    expect(nodes).toEqual(['a', 'x']);
    expect(why).toMatchObject({ node: 'a', wrong: 2, right: -2 });
  });

  it('says that it does nothing where no node has two branches', () => {
    expect(run('overwrite', sigmoids).why).toBeNull();
  });
});

describe('no zero_grad', () => {
  it('doubles what leaves receive, but for constants, and nothing else', () => {
    const { nodes, edges, why } = run('no-zero-grad', branches);
    expect(nodes).toEqual(['x']);
    expect(edges).toEqual([]);
    expect(why).toMatchObject({ node: 'x', wrong: 14, right: 7, facts: { before: 7 } });
  });

  it('does nothing to a gradient of 0', () => {
    expect(run('no-zero-grad', nothing).why).toBeNull();
  });
});

describe('wrong visit order', () => {
  it('lets a fork send before all of its branches have arrived', () => {
    const { wrong, nodes, edges, why } = run('wrong-order', diamond);
    // a = −2 has sent 2a = −4 on to x when c brings x = 2.
    expect(wrong.grad('a')!.data[0]).toBe(-2);
    expect(wrong.grad('x')!.data[0]).toBe(4 + -2);
    expect(nodes).toEqual(['x']);
    expect(edges).toEqual([{ target: 'a', slot: 0 }]);
    expect(why).toMatchObject({ node: 'x', wrong: 2, right: 0, facts: { early: 'a', partial: -4, total: -2 } });
    expect(wrong.edge('a', 0)!.upstream.data[0]).toBe(-4);
  });

  it('steps through the events in the wrong order, the right numbers beside the wrong ones', () => {
    const { wrong, right } = run('wrong-order', diamond);
    expect(wrong.trace.events).toEqual(right.trace.events);
    expect(wrong.trace.events).not.toEqual(evaluate(diamond).trace.events);
    expect(right.grad('x')!.data[0]).toBe(0);
  });

  it('does nothing where forks are leaves, or where there are none', () => {
    for (const graph of [square, nothing, branches, sigmoids]) expect(run('wrong-order', graph).why).toBeNull();
  });
});

describe('no upstream gradient', () => {
  it('sends local derivatives as they are', () => {
    const { wrong, why } = run('no-upstream', sigmoids);
    const slope = evaluate(sigmoids).edge('a', 0)!.local!.data[0]!;
    expect(wrong.grad('p')!.data[0]).toBe(slope);
    expect(wrong.grad('w')!.data[0]).toBe(1);
    expect(why).toMatchObject({ node: 'a', facts: { through: 'q', cause: 'here' } });
  });

  it('does nothing where each upstream gradient is 1', () => {
    for (const graph of [square, nothing, branches]) expect(run('no-upstream', graph).why).toBeNull();
  });
});

describe('a stale cache', () => {
  it('multiplies by what an earlier forward pass left', () => {
    const earlier = build('x = parameter 5; L = mul x x');
    const { wrong, why } = run('stale-cache', square, earlier);
    expect(wrong.grad('x')!.data[0]).toBe(10);
    expect(why).toMatchObject({ node: 'x', wrong: 10, right: 6, facts: { changed: 'x', before: 5, now: 3 } });
  });

  it('takes a leaf that was 1 lower where nothing was changed before', () => {
    expect(run('stale-cache', square).why).toMatchObject({ wrong: 4, right: 6, facts: { before: 2, now: 3 } });
  });

  it('does nothing where local derivatives do not depend on values', () => {
    expect(run('stale-cache', nothing).why).toBeNull();
  });

  it('passes over an earlier graph of another form', () => {
    expect(run('stale-cache', square, nothing).why).toMatchObject({ facts: { before: 2 } });
  });
});

describe('every mistake made throughout a pass', () => {
  const flawed = [...mistakes.values()].filter(({ flaw }) => flaw);
  const options = fc.record({
    depth: fc.integer({ min: 1, max: 4 }),
    forks: fc.integer({ min: 0, max: 2 }),
    ops: fc.constant(['add', 'mul', 'sub', 'square', 'sigmoid']),
    seed: fc.nat(500),
  });

  it('says why exactly when a total is wrong, names a node that is wrong, and leaves the graph as it was', () => {
    fc.assert(
      fc.property(options, (choice) => {
        const graph = randomGraph(choice);
        const right = evaluate(graph);
        for (const mistake of flawed) {
          const { why, nodes, wrong, right: beside } = breakRun(graph, mistake)!;
          const differing = right.layout.nodes.filter(({ id }) => wrong.grad(id)!.data[0] !== right.grad(id)!.data[0]);
          expect(nodes.toSorted()).toEqual(differing.map(({ id }) => id).toSorted());
          expect(why === null).toBe(nodes.length === 0);
          if (why) expect(nodes).toContain(why.node);
          for (const { id } of right.layout.nodes) {
            expect(beside.grad(id)).toEqual(right.grad(id));
            expect(wrong.value(id)).toEqual(right.value(id));
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is right when nothing is wrong, with tensors too', () => {
    const tensors = build(
      'x = input [[1, 2], [3, 4]]; W = parameter [[1, 0.5], [-1, 2]]; b = parameter [1, 2]; m = matmul x W; z = add m b; s = softmax z; y = mul s s; L = mean y',
    );
    for (const graph of [square, nothing, branches, diamond, sigmoids, tensors]) {
      const { pass, plan } = passOf(graph);
      const found = flawedPass(pass, {});
      expect(found.grads).toEqual(plan.grads.map((grad) => grad.slice()));
      expect(found.contributions).toEqual(plan.contributions.map((part) => part.slice()));
    }
  });

  it('names the element of a tensor', () => {
    const graph = build('x = input [1, 2]; y = mul x x; L = sum y');
    expect(run('overwrite', graph).why).toMatchObject({ node: 'x', element: [0], wrong: 1, right: 2 });
  });

  it('has nothing to do in an empty graph', () => {
    for (const mistake of flawed)
      expect(breakRun({ nodes: [], groups: [] }, mistake)).toMatchObject({ why: null, nodes: [] });
  });
});
