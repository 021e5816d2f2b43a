import { describe, expect, test } from 'vitest';
import { build } from '../testing/build.ts';
import type { Graph } from './graph.ts';
import { graphProblems } from './problems.ts';

const codes = (graph: Graph) => graphProblems(graph).map(({ code, path }) => `${code} ${path}`);

describe('all that is wrong is reported at once', () => {
  test('with the place of each', () => {
    const graph = build(
      'x = input 1; a = sub x _; b = nonsense x; c = neg x x; d = add x ghost; e = neg a; f = add f x; g = square f; L = neg x',
      { objective: 'L' },
    );
    expect(codes(graph)).toEqual([
      'graph.empty-slot nodes[1].inputs[1]',
      'graph.unknown-op nodes[2].op',
      'graph.slot-count nodes[3].inputs[1]',
      'graph.unknown-input nodes[4].inputs[1]',
      'graph.cycle nodes[6].inputs',
      'graph.upstream nodes[5]',
      'graph.upstream nodes[7]',
    ]);
  });

  test('with slots that the document leaves out', () => {
    const [first, second] = graphProblems(build('y = sub'));
    expect([first?.message, second?.slot]).toEqual(['y (sub) has nothing in its slot a.', 1]);
  });

  test('with the names of slots that an op has grown', () => {
    const problems = graphProblems(build('x = input 1; y = add x x x _'));
    expect(problems[0]?.message).toBe('y (add) has nothing in its slot d.');
  });

  test('with both shapes', () => {
    const [mismatch] = graphProblems(build('a = input [1, 2, 3]; b = input [1, 2]; c = add a b'));
    expect(mismatch).toMatchObject({ code: 'shape.broadcast', node: 'c', path: 'nodes[2]' });
    expect(mismatch?.message).toContain('[3]');
    expect(mismatch?.message).toContain('[2]');
  });

  test('with settings that do not exist, are missing or are wrong', () => {
    const graph: Graph = {
      groups: [],
      nodes: [
        { id: 'x', op: 'input', attrs: { value: [1, [2]], colour: 1 }, inputs: [] },
        { id: 'y', op: 'input', attrs: {}, inputs: [] },
        { id: 'z', op: 'neg', attrs: {}, inputs: ['x'] },
      ],
    };
    const found = codes(graph);
    expect(found[0]).toBe('document.unknown-key nodes[0].attrs.colour');
    expect(found[1]).toMatch(/^\S+ nodes\[0\]\.attrs\.value/);
    expect(found.at(-1)).toBe('graph.upstream nodes[2]');
  });

  test('with the nearest op for a name that is nearly one', () => {
    expect(graphProblems(build('x = input 1; y = sigmiod x'))[0]?.message).toContain('did you mean "sigmoid"');
    expect(graphProblems(build('x = input 1; y = ab.cdefgh x'))[0]?.message).not.toContain('did you mean');
  });

  test('with names that every object inherits', () => {
    expect(codes(build('x = input 1; y = constructor x; z = neg toString'))).toEqual([
      'graph.unknown-op nodes[1].op',
      'graph.unknown-input nodes[2].inputs[0]',
    ]);
  });

  test('with ids that occur twice', () => {
    expect(codes(build('x = input 1; x = input 2; y = neg x'))).toEqual(['document.duplicate-id nodes[1].id']);
  });
});

describe('groups', () => {
  test('that do not exist or contain one another are reported', () => {
    const graph: Graph = {
      nodes: [{ id: 'x', op: 'input', attrs: { value: 1 }, inputs: [], group: 'ghost' }, ...build('y = neg x').nodes],
      groups: [{ id: 'a', group: 'b' }, { id: 'b', group: 'a' }, { id: 'c', group: 'nowhere' }, { id: 'c' }],
    };
    expect(codes(graph)).toEqual([
      'graph.unknown-group nodes[0].group',
      'graph.unknown-group groups[2].group',
      'document.duplicate-id groups[3].id',
      'graph.group-cycle groups[0].group',
    ]);
  });
});

describe('the objective', () => {
  test('must exist when it is named', () => {
    expect(codes(build('x = input 1; y = neg x', { objective: 'z' }))).toEqual(['graph.unknown-objective objective']);
  });
  test('must be chosen among several ends', () => {
    const [several] = graphProblems(build('x = input 1; y = neg x; z = square x'));
    expect(several).toMatchObject({ code: 'graph.several-objectives', facts: { ids: ['y', 'z'] } });
  });
  test('is the only loss among several ends', () => {
    expect(codes(build('x = input 1; t = input 2; y = neg x; L = mse_loss x t'))).toEqual([]);
  });
  test('is the only end even when a loss lies before it', () => {
    expect(codes(build('x = input 1; t = input 2; l = mse_loss x t; L = square l'))).toEqual([]);
  });
  test('is missing where nothing computes', () => {
    expect(codes(build('x = input 1'))).toEqual(['graph.no-objective objective']);
    expect(codes(build(''))).toEqual(['graph.no-objective objective']);
  });
  test('is not asked for among gates that were just placed', () => {
    expect(codes(build('x = input 1; y = neg x; new = neg'))).toEqual(['graph.empty-slot nodes[2].inputs[0]']);
    expect(codes(build('x = input 1; one = neg; other = neg'))).toEqual([
      'graph.empty-slot nodes[1].inputs[0]',
      'graph.empty-slot nodes[2].inputs[0]',
    ]);
  });
});
