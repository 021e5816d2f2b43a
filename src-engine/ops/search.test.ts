import { describe, expect, it } from 'vitest';
import { ops } from './registry.ts';
import { searchOps } from './search.ts';

const first = (query: string) => searchOps(query, ops)[0]?.op.id;

describe('the search for an op', () => {
  it.each([
    ['times', 'mul'],
    ['×', 'mul'],
    ['mul', 'mul'],
    ['*', 'mul'],
    ['+', 'add'],
    ['-', 'sub'],
    ['/', 'div'],
    ['x²', 'square'],
    ['ln', 'log'],
    ['σ', 'sigmoid'],
    ['max', 'maximum'],
    ['leaky', 'leaky_relu'],
    ['leaky_relu', 'leaky_relu'],
    ['lrl', 'leaky_relu'],
    ['SIGMOID', 'sigmoid'],
    ['  sigm  ', 'sigmoid'],
    ['weight', 'parameter'],
    ['hard tanh', 'hardtanh'],
    ['square root', 'sqrt'],
  ])('finds %j first as %s', (query, id) => {
    expect(first(query)).toBe(id);
  });

  it('lists everything, in order, when nothing is typed', () => {
    expect(searchOps('', ops).map(({ op }) => op)).toEqual(ops);
    expect(searchOps('   ', ops)).toHaveLength(ops.length);
  });

  it('finds all of a category by its word', () => {
    const found = searchOps('activations', ops).map(({ op }) => op.category);
    expect(found.filter((category) => category === 'activations')).toHaveLength(
      ops.filter(({ category }) => category === 'activations').length,
    );
  });

  it('finds nothing for what no op is called', () => {
    expect(searchOps('zzz', ops)).toEqual([]);
    expect(searchOps('mul zzz', ops)).toEqual([]);
  });

  it('finds every op by its own name and id', () => {
    for (const op of ops) {
      expect(searchOps(op.name, ops)[0]!.op.name).toBe(op.name);
      expect(searchOps(op.id, ops).map((found) => found.op)).toContain(op);
    }
  });
});
