import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { build } from '../testing/build.ts';
import { randomGraph } from '../testing/random-graph.ts';
import * as edit from './edit.ts';
import { mergeIntoGroup, moveIntoGroup, setCollapsed, ungroup } from './edit-groups.ts';
import type { Graph } from './graph.ts';
import { idSource, withFreshIds } from './ids.ts';
import { graphProblems } from './problems.ts';

const graph = build('x = input 2; a = square x; b = neg a; y = add a b', {
  objective: 'y',
  groups: { outer: ['inner', 'y'], inner: ['a', 'b'] },
});
const inputs = (of: Graph, id: string) => of.nodes.find((node) => node.id === id)?.inputs;
/** Ids of the records that are other objects than before. */
const changed = (before: Graph, after: Graph) =>
  [...after.nodes, ...after.groups]
    .filter((each) => ![...before.nodes, ...before.groups].includes(each as never))
    .map(({ id }) => id);

describe('removing nodes', () => {
  test('empties the slots that read them', () => {
    const after = edit.removeNodes(graph, ['a']);
    expect(inputs(after, 'b')).toEqual([null]);
    expect(inputs(after, 'y')).toEqual([null, 'b']);
    expect(changed(graph, after)).toEqual(['b', 'y']);
  });
  test('can wire what read them to what they read', () => {
    const after = edit.removeNodes(graph, ['a', 'b'], 'bridge');
    expect(inputs(after, 'y')).toEqual(['x', 'x']);
  });
  test('on a cycle leaves empty slots where there is nothing to bridge to', () => {
    const after = edit.removeNodes(build('a = neg b; b = neg a; c = neg a'), ['a', 'b'], 'bridge');
    expect(inputs(after, 'c')).toEqual([null]);
  });
  test('takes with it the groups that it empties, and the objective', () => {
    const after = edit.removeNodes(graph, ['a', 'b', 'y']);
    expect(after.groups).toEqual([]);
    expect(after).not.toHaveProperty('objective');
    expect(edit.removeNodes(graph, ['a', 'b']).groups.map(({ id }) => id)).toEqual(['outer']);
  });
});

describe('wires', () => {
  test('are connected and disconnected by slot', () => {
    const after = edit.connect(graph, 'x', { target: 'y', slot: 3 });
    expect(inputs(after, 'y')).toEqual(['a', 'b', null, 'x']);
    expect(inputs(edit.disconnect(after, { target: 'y', slot: 0 }), 'y')).toEqual([null, 'b', null, 'x']);
    expect(inputs(edit.removeSlot(after, { target: 'y', slot: 0 }), 'y')).toEqual(['b', null, 'x']);
    expect(inputs(edit.addSlot(graph, 'y'), 'y')).toEqual(['a', 'b', null]);
  });
});

describe('an edit that changes nothing returns the graph itself', () => {
  const position = { x: 1, y: 2 };
  const placed = edit.place(graph, new Map([['x', position]]));
  test.each([
    ['connect', edit.connect(graph, 'a', { target: 'b', slot: 0 }), graph],
    ['disconnect', edit.disconnect(graph, { target: 'x', slot: 4 }), graph],
    ['removeSlot', edit.removeSlot(graph, { target: 'y', slot: 4 }), graph],
    ['removeNodes', edit.removeNodes(graph, ['nobody']), graph],
    ['rename', edit.rename(graph, 'nobody', 'somebody'), graph],
    ['setAttribute', edit.setAttribute(graph, 'x', 'value', 2), graph],
    ['setAttribute to the default', edit.setAttribute(graph, 'x', 'colour', undefined), graph],
    ['setLabel', edit.setLabel(graph, 'x', undefined), graph],
    ['setObjective', edit.setObjective(graph, 'y'), graph],
    ['place', edit.place(placed, new Map([['x', { ...position }]])), placed],
    ['moveIntoGroup', moveIntoGroup(graph, ['a'], 'inner'), graph],
    ['setCollapsed', setCollapsed(graph, 'inner', false), graph],
    ['ungroup', ungroup(graph, 'nobody'), graph],
    ['addNodes', edit.addNodes(graph, []), graph],
  ])('%s', (_, after, before) => {
    expect(after).toBe(before);
  });
});

describe('renaming', () => {
  test('follows wires, groups and the objective', () => {
    const after = edit.rename(edit.rename(graph, 'y', 'loss'), 'a', 'squared');
    expect(inputs(after, 'b')).toEqual(['squared']);
    expect(inputs(after, 'loss')).toEqual(['squared', 'b']);
    expect(after.objective).toBe('loss');
    expect(edit.rename(graph, 'inner', 'core').nodes[1]!.group).toBe('core');
    expect(edit.rename(graph, 'outer', 'shell').groups.map(({ group }) => group)).toEqual([undefined, 'shell']);
  });
  test('refuses ids that are taken or no ids', () => {
    expect(() => edit.rename(graph, 'a', 'inner')).toThrow('already taken');
    expect(() => edit.rename(graph, 'a', '1a')).toThrow('not a valid id');
  });
});

describe('settings and labels', () => {
  test('come and go', () => {
    expect(edit.setAttribute(graph, 'x', 'value', 7).nodes[0]!.attrs).toEqual({ value: 7 });
    expect(edit.setAttribute(graph, 'x', 'value', undefined).nodes[0]!.attrs).toEqual({});
    const labelled = edit.setLabel(graph, 'inner', 'σ');
    expect(labelled.groups[1]).toMatchObject({ label: 'σ' });
    expect(edit.setLabel(labelled, 'inner', undefined)).toEqual(graph);
    expect(edit.setObjective(graph, undefined)).not.toHaveProperty('objective');
  });
});

describe('groups', () => {
  test('merge inside the group that holds all their members', () => {
    const after = mergeIntoGroup(graph, { id: 'new', collapsed: true }, ['a', 'b']);
    expect(after.groups.at(-1)).toEqual({ id: 'new', collapsed: true, group: 'inner' });
    expect(after.nodes.map(({ group }) => group)).toEqual([undefined, 'new', 'new', 'outer']);
    expect(mergeIntoGroup(graph, { id: 'new' }, ['a', 'y']).groups.at(-1)).toEqual({ id: 'new', group: 'outer' });
    expect(mergeIntoGroup(graph, { id: 'new' }, ['a', 'x']).groups.at(-1)).toEqual({ id: 'new' });
  });
  test('take whole groups along, and their members stay in them', () => {
    const after = mergeIntoGroup(graph, { id: 'new' }, ['inner', 'a', 'b', 'x']);
    expect(after.groups.find(({ id }) => id === 'inner')).toMatchObject({ group: 'new' });
    expect(after.nodes.map(({ group }) => group)).toEqual(['new', 'inner', 'inner', 'outer']);
  });
  test('come apart into the group around them', () => {
    const after = ungroup(graph, 'inner');
    expect(after.nodes.map(({ group }) => group)).toEqual([undefined, 'outer', 'outer', 'outer']);
    expect(ungroup(after, 'outer').nodes.every((node) => !('group' in node))).toBe(true);
  });
  test('merged and taken apart leave the graph as it was', () => {
    expect(ungroup(mergeIntoGroup(graph, { id: 'new' }, ['a', 'b']), 'new')).toEqual(graph);
  });
  test('cannot be moved into themselves', () => {
    expect(() => moveIntoGroup(graph, ['outer'], 'inner')).toThrow('contain one another');
    expect(() => moveIntoGroup(graph, ['x'], 'nowhere')).toThrow('no group "nowhere"');
    expect(moveIntoGroup(graph, ['a'], undefined).nodes[1]).not.toHaveProperty('group');
  });
});

describe('fresh ids', () => {
  test('count on from the name', () => {
    const ids = idSource(build('x = input 1; x1 = input 1; w7 = input 1'));
    expect([ids.fresh('x'), ids.fresh('x'), ids.fresh('x1'), ids.fresh('y'), ids.fresh('w7')]).toEqual([
      'x2',
      'x3',
      'x4',
      'y',
      'w8',
    ]);
  });
  test('stay within 128 characters', () => {
    const long = 'a'.repeat(128);
    const ids = idSource({ nodes: [], groups: [] });
    ids.fresh(long);
    expect(ids.fresh(long)).toBe(`${'a'.repeat(127)}1`);
  });
  test('make a copy that can be added to its original', () => {
    const copy = withFreshIds(graph, { nodes: graph.nodes.slice(1), groups: graph.groups });
    const after = edit.addNodes(graph, copy.nodes, copy.groups);
    expect(copy.nodes.map(({ id, inputs: from, group }) => [id, from, group])).toEqual([
      ['a1', [null], 'inner1'],
      ['b1', ['a1'], 'inner1'],
      ['y1', ['a1', 'b1'], 'outer1'],
    ]);
    expect(copy.groups).toEqual([{ id: 'outer1' }, { id: 'inner1', group: 'outer1' }]);
    expect(after.nodes).toHaveLength(7);
    expect(withFreshIds(graph, { nodes: [graph.nodes[1]!], groups: [] }, { keepOutside: true }).nodes[0]).toMatchObject(
      {
        inputs: ['x'],
        group: 'inner',
      },
    );
    expect(() => edit.addNodes(graph, graph.nodes)).toThrow('already taken');
  });
});

test('random edits leave a graph whose records are plain and whose problems are those of a copy made from scratch', () => {
  const step = fc.record({ kind: fc.nat(9), one: fc.nat(), other: fc.nat(), slot: fc.nat(2) });
  fc.assert(
    fc.property(randomGraph(), fc.array(step, { maxLength: 20 }), (first, steps) => {
      let now: Graph = first;
      for (const { kind, one, other, slot } of steps) {
        const pick = (number: number) => now.nodes[number % now.nodes.length]?.id ?? 'nobody';
        const frozen = JSON.stringify(now);
        const before = now;
        const fresh = idSource(now).fresh('n');
        if (kind === 0) now = edit.removeNodes(now, [pick(one)]);
        else if (kind === 1) now = edit.removeNodes(now, [pick(one), pick(other)], 'bridge');
        else if (kind === 2) now = edit.connect(now, pick(one), { target: pick(other), slot });
        else if (kind === 3) now = edit.disconnect(now, { target: pick(one), slot });
        else if (kind === 4) now = edit.rename(now, pick(one), fresh);
        else if (kind === 5)
          now = edit.addNodes(now, [{ id: fresh, op: 'add', attrs: {}, inputs: [now.nodes[0]?.id ?? null, null] }]);
        else if (kind === 6) now = mergeIntoGroup(now, { id: fresh }, [pick(one), pick(other)]);
        else if (kind === 7) now = ungroup(now, now.groups[one % (now.groups.length || 1)]?.id ?? 'nobody');
        else if (kind === 8) now = edit.removeSlot(now, { target: pick(one), slot });
        else now = edit.setObjective(now, pick(one));
        expect(JSON.stringify(before)).toBe(frozen);
      }
      const unstructured = new Set([
        'document.duplicate-id',
        'graph.unknown-input',
        'graph.unknown-group',
        'graph.group-cycle',
      ]);
      const problems = graphProblems(now);
      expect(problems.filter(({ code }) => unstructured.has(code))).toEqual([]);
      expect(graphProblems(JSON.parse(JSON.stringify(now)) as Graph)).toEqual(problems);
    }),
    { numRuns: 300 },
  );
});
