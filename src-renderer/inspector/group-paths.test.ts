import { describe, expect, it } from 'vitest';
import type { GraphNode } from '#engine';
import { pathsThrough } from './group-paths.ts';

const node = (id: string, ...inputs: string[]): GraphNode => ({ id, op: 'add', attrs: {}, inputs });
const through = (...members: GraphNode[]) => {
  const { paths, more } = pathsThrough(members, { target: members[0]!.id, slot: 0 }, members.at(-1)!.id, 4);
  return { paths: paths.map((path) => path.map(({ target, slot }) => `${target}${slot}`).join(' ')), more };
};

describe('paths through a merged gate', () => {
  it('follows a chain', () => {
    expect(through(node('a', 'x'), node('b', 'a'), node('c', 'b'))).toEqual({ paths: ['a0 b0 c0'], more: false });
  });

  it('takes each branch of a fork once, and each slot of a node read twice', () => {
    expect(through(node('a', 'x'), node('b', 'a'), node('c', 'a', 'b')).paths).toEqual(['a0 b0 c1', 'a0 c0']);
    expect(through(node('a', 'x'), node('b', 'a', 'a')).paths).toEqual(['a0 b0', 'a0 b1']);
  });

  it('passes dead ends over', () => {
    expect(through(node('a', 'x'), node('unused', 'a'), node('c', 'a')).paths).toEqual(['a0 c0']);
  });

  it('stops at its limit, however many there are', () => {
    const members = [node('n0', 'x'), ...Array.from({ length: 60 }, (_, at) => node(`n${at + 1}`, `n${at}`, `n${at}`))];
    const { paths, more } = through(...members);
    expect(paths).toHaveLength(4);
    expect(more).toBe(true);
  });
});
