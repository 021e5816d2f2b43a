import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrix, runOp, scalar, tensor, vector, vjpOf } from '../testing/run-op.ts';
import { amax } from './amax.ts';
import { logsumexp } from './logsumexp.ts';
import { mean } from './mean.ts';
import { sum } from './sum.ts';
import { variance } from './var.ts';

const reductions = [sum, mean, amax, logsumexp, variance];
const x = tensor([2, 3, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

describe.each(reductions.map((op) => [op.id, op] as const))('%s', (_id, op) => {
  test.each([
    [{}, []],
    [{ keepdim: true }, [1, 1, 1]],
    [{ dim: 0 }, [3, 2]],
    [{ dim: -1 }, [2, 3]],
    [{ dim: 1, keepdim: true }, [2, 1, 2]],
    [{ dim: [0, 2] }, [3]],
    [{ dim: [-1, 0], keepdim: true }, [1, 3, 1]],
    [{ dim: [] }, []],
  ])('with %o leaves the axes that PyTorch leaves', (attrs, shape) => {
    expect(runOp(op, [x], attrs).y.shape).toEqual(shape);
  });

  test('names the axis it lacks and the shape', () => {
    expect(() => runOp(op, [x], { dim: 3 })).toThrow(`${op.id} has no axis 3 in shape [2, 3, 2].`);
    expect(() => runOp(op, [vector(1)], { dim: -2 })).toThrow(`${op.id} has no axis -2 in shape [1].`);
  });

  test('refuses an axis that is named twice', () => {
    expect(() => runOp(op, [x], { dim: [0, -3] })).toThrow(
      `${op.id} expects each axis named once, but gets dim [0, -3].`,
    );
  });

  test('sends every entry something, whichever axes it reduces', () => {
    const call = runOp(op, [x], { dim: [0, 2] });
    expect(vjpOf(op, call, 0).every(Number.isFinite)).toBe(true);
  });
});

test('sum copies its gradient and mean shares it', () => {
  const rows = matrix([1, 2, 3], [4, 5, 6]);
  expect(vjpOf(sum, runOp(sum, [rows], { dim: 1 }), 0, [10, 20])).toEqual([10, 10, 10, 20, 20, 20]);
  expect(vjpOf(mean, runOp(mean, [rows], { dim: 1 }), 0, [3, 6])).toEqual([1, 1, 1, 2, 2, 2]);
});

test('a scalar is reduced to itself, along its one axis too', () => {
  expect(runOp(sum, [scalar(3)], { dim: 0 }).y).toEqual(scalar(3));
  expect(runOp(logsumexp, [scalar(3)]).y).toEqual(scalar(3));
});

describe('amax', () => {
  test('shares the gradient of a tie evenly and says so', () => {
    const call = runOp(amax, [vector(1, 3, 3)]);
    expect(vjpOf(amax, call, 0)).toEqual([0, 0.5, 0.5]);
    expect(amax.kinks?.(call)).toEqual([
      { slot: 0, index: 1, left: 0, right: 1, used: 0.5 },
      { slot: 0, index: 2, left: 0, right: 1, used: 0.5 },
    ]);
  });

  test('has no kink where one entry is largest', () => {
    expect(amax.kinks?.(runOp(amax, [vector(1, 2, 3)]))).toEqual([]);
  });

  test('passes NaN on', () => {
    expect(runOp(amax, [vector(1, Number.NaN, 3)]).y.data[0]).toBeNaN();
  });
});

describe('logsumexp', () => {
  test('stays finite where the exponentials overflow or vanish', () => {
    expect(runOp(logsumexp, [vector(800, 800)]).y.data[0]).toBeCloseTo(800 + Math.LN2, 12);
    expect(runOp(logsumexp, [vector(-800, -800)]).y.data[0]).toBeCloseTo(-800 + Math.LN2, 12);
  });
});

describe('var', () => {
  test('of numbers far from zero loses nothing', () => {
    expect(runOp(variance, [vector(1e9 + 1, 1e9 + 2, 1e9 + 3)]).y.data[0]).toBe(1);
  });

  test('of one entry is undefined with correction 1 and 0 without', () => {
    expect(runOp(variance, [vector(3)]).y.data[0]).toBeNaN();
    expect(runOp(variance, [vector(3)], { correction: 0 }).y.data[0]).toBe(0);
  });
});

test('a long sum is more exact than one that adds in order', () => {
  const terms = new Array<number>(100_000).fill(0.1);
  const inOrder = terms.reduce((total, term) => total + term, 0);
  const found = runOp(sum, [vector(...terms)]).y.data[0]!;
  expect(Math.abs(found - 10_000)).toBeLessThan(1e-10);
  expect(Math.abs(inOrder - 10_000)).toBeGreaterThan(1e-9);
});

test('summing over all axes is summing over one after the other', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 12, maxLength: 12 }), (data) => {
      const whole = runOp(sum, [tensor([2, 3, 2], data)]).y.data[0];
      const first = runOp(sum, [tensor([2, 3, 2], data)], { dim: 1 }).y;
      expect(runOp(sum, [first], { dim: [0, 1] }).y.data[0]).toBe(whole);
    }),
  );
});
