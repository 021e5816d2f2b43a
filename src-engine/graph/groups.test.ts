import { describe, expect, test } from 'vitest';
import { build } from '../testing/build.ts';
import { groupMembers, groupPorts, groupProblems, groupTreeOf, selectionPorts } from './groups.ts';

const graph = build('x = input 1; a = neg x; b = square a; c = add a x; d = mul b c', {
  groups: { outer: ['inner', 'b'], inner: ['a'] },
});
const slots = (edges: readonly { readonly target: string; readonly slot: number }[] | undefined) =>
  edges?.map(({ target, slot }) => `${target}:${slot}`);

describe('the ports of a group', () => {
  test('are the wires that cross its border, nested groups inside', () => {
    const ports = groupPorts(graph, 'outer');
    expect(ports?.members).toEqual(['a', 'b']);
    expect(slots(ports?.inputs)).toEqual(['a:0']);
    expect(slots(ports?.outputs)).toEqual(['c:0', 'd:0']);
  });
  test('name the one node whose value leaves', () => {
    expect(groupPorts(graph, 'outer')).toMatchObject({ sources: ['a', 'b'], output: null });
    expect(groupPorts(graph, 'inner')).toMatchObject({ sources: ['a'], output: 'a' });
  });
  test('take the end inside where nothing is read outside, and count the objective as read', () => {
    expect(selectionPorts(graph, ['b', 'c', 'd'])).toMatchObject({ sources: ['d'], output: 'd' });
    expect(selectionPorts(graph, ['a', 'd'])).toMatchObject({ sources: ['a'], output: 'a' });
    expect(selectionPorts(graph, ['a', 'd'], 'd')).toMatchObject({ sources: ['a', 'd'], output: null });
  });
  test('of an unknown group are none, and unknown ids in a selection are passed over', () => {
    expect(groupPorts(graph, 'nowhere')).toBeNull();
    expect(selectionPorts(graph, ['nobody'])).toMatchObject({ members: [], output: null });
  });
});

test('groups that contain one another count as lying in none', () => {
  const groups = [
    { id: 'a', group: 'b' },
    { id: 'b', group: 'a' },
    { id: 'c', group: 'a' },
  ];
  const tree = groupTreeOf(groups);
  expect(tree.cycles).toEqual([[0, 1]]);
  expect([...tree.parent]).toEqual([-1, -1, 0]);
  const nodes = [{ id: 'x', op: 'input', attrs: { value: 1 }, inputs: [], group: 'c' }];
  expect(groupMembers({ nodes, groups }, tree)).toEqual([[0], [], [0]]);
});

test('100 000 groups, each in the one before, are cut into pieces 32 deep', () => {
  const count = 100_000;
  const groups = Array.from({ length: count }, (_, index) => ({
    id: `g${index}`,
    ...(index > 0 ? { group: `g${index - 1}` } : {}),
  }));
  const tree = groupTreeOf(groups);
  expect(tree.cycles).toEqual([]);
  expect(tree.tooDeep.slice(0, 2)).toEqual([32, 64]);
  const nodes = Array.from({ length: 1000 }, (_, index) => ({
    id: `n${index}`,
    op: 'neg',
    attrs: {},
    inputs: [],
    group: `g${count - 1}`,
  }));
  expect(groupMembers({ nodes, groups }, tree).reduce((sum, members) => sum + members.length, 0)).toBe(1000 * 32);
  expect(groupProblems({ nodes: [], groups: groups.slice(0, 40) })).toMatchObject([
    { code: 'document.too-deep', path: 'groups[32].group' },
  ]);
});
