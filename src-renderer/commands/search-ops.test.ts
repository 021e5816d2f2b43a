import { expect, it } from 'vitest';
import { ops } from '#engine';
import { searchOps } from './search-ops.ts';

const first = (query: string) => searchOps(query)[0]?.id;

it('finds an op by its name, its id, its symbol and its other words', () => {
  expect(first('multiply')).toBe('mul');
  expect(first('mul')).toBe('mul');
  expect(first('×')).toBe('mul');
  expect(first('*')).toBe('mul');
  expect(first('times')).toBe('mul');
  expect(first('leaky')).toBe('leaky_relu');
  expect(first('leaky_relu')).toBe('leaky_relu');
  expect(first('relu')).toBe('relu');
  expect(first('mse')).toBe('mse_loss');
});

it('lists everything without a query, and nothing for nonsense', () => {
  expect(searchOps('  ')).toHaveLength(ops.length);
  expect(searchOps('qqqq')).toEqual([]);
});
