import { expect, test } from 'vitest';
import { runOp, vector, vjpOf } from '../testing/run-op.ts';
import { dropout } from './dropout.ts';

const x = vector(1, 2, 3, 4);
const draws = () => {
  const values = [0.1, 0.3, 0.2, 0.9].values();
  return () => values.next().value ?? Number.NaN;
};

test('evaluation changes nothing', () => {
  const call = runOp(dropout, [x]);
  expect(call.y).toEqual(x);
  expect(vjpOf(dropout, call, 0, [1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
});

test('a training step drops draws below p, scales the rest, and sends gradients through the same mask', () => {
  const call = runOp(dropout, [x], { p: 0.25 }, { training: true, uniform: draws() });
  expect([...call.y.data]).toEqual([0, 2 * (4 / 3), 0, 4 * (4 / 3)]);
  expect(vjpOf(dropout, call, 0)).toEqual([0, 4 / 3, 0, 4 / 3]);
  const local = new Float64Array(4);
  dropout.local?.(call, 0, local);
  expect([...local]).toEqual([0, 4 / 3, 0, 4 / 3]);
});

test('p = 1 drops everything and p = 0 nothing', () => {
  const run = (p: number) => [...runOp(dropout, [x], { p }, { training: true, uniform: draws() }).y.data];
  expect(run(1)).toEqual([0, 0, 0, 0]);
  expect(run(0)).toEqual([1, 2, 3, 4]);
});

test('the mean survives', () => {
  let state = 0;
  const uniform = () => {
    state = (state + 0.618033988749895) % 1; // evenly spread
    return state;
  };
  const ones = vector(...new Array<number>(10_000).fill(1));
  const { data } = runOp(dropout, [ones], { p: 0.3 }, { training: true, uniform }).y;
  expect(data.reduce((total, each) => total + each, 0) / 10_000).toBeCloseTo(1, 2);
});
