import { describe, expect, it } from 'vitest';
import type { Graph, GraphNode } from '#engine';
import { freePlace } from './free-place.ts';

const node = (id: string, x: number, y: number): GraphNode => ({
  id,
  op: 'add',
  attrs: {},
  inputs: [null, null],
  position: { x, y },
});
const graph = (...nodes: GraphNode[]): Graph => ({ nodes, groups: [] });
const CENTRE = { x: 400, y: 300 };

describe('a free place', () => {
  it('is the centre of an empty canvas', () => {
    expect(freePlace(graph(), null, CENTRE)).toEqual(CENTRE);
  });

  it('is beside what stands in the centre, and never on another node', () => {
    const nodes: GraphNode[] = [];
    for (let count = 0; count < 30; count++) {
      const { x, y } = freePlace(graph(...nodes), null, CENTRE);
      for (const other of nodes)
        expect(Math.abs(other.position!.x + 60 - x) >= 120 || Math.abs(other.position!.y + 44 - y) >= 88).toBe(true);
      nodes.push(node(`n${count}`, x - 60, y - 44));
    }
  });

  it('is in the column to the right of the selected node, below what is there', () => {
    const first = freePlace(graph(node('a', 0, 0)), 'a', CENTRE);
    expect(first.x).toBeGreaterThan(240);
    expect(first.y).toBe(44);
    const second = freePlace(graph(node('a', 0, 0), node('b', first.x - 60, first.y - 44)), 'a', CENTRE);
    expect(second.x).toBe(first.x);
    expect(second.y).toBe(first.y + 112);
  });

  it('passes over nodes without a position', () => {
    const { position: _, ...unplaced } = node('a', 0, 0);
    expect(freePlace(graph(unplaced), 'a', CENTRE)).toEqual(CENTRE);
  });
});
