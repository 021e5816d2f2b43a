import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrix, runOp, scalar, tensor, vector, vjpOf } from '../testing/run-op.ts';
import { add } from './add.ts';
import { clamp } from './clamp.ts';
import { div } from './div.ts';
import { hardtanh } from './hardtanh.ts';
import { leakyRelu } from './leaky-relu.ts';
import { log } from './log.ts';
import { maximum } from './maximum.ts';
import { minimum } from './minimum.ts';
import { mul } from './mul.ts';
import { pow } from './pow.ts';
import { ops } from './registry.ts';
import { relu } from './relu.ts';
import { softplus } from './softplus.ts';
import { sqrt } from './sqrt.ts';
import { sub } from './sub.ts';

const inf = Number.POSITIVE_INFINITY;

describe('broadcasting', () => {
  it('gives a matrix, a row, a column and a scalar their common shape', () => {
    const { y } = runOp(add, [matrix([1, 2, 3], [4, 5, 6]), vector(10, 20, 30), matrix([100], [200]), scalar(0.5)]);
    expect(y.shape).toEqual([2, 3]);
    expect([...y.data]).toEqual([111.5, 122.5, 133.5, 214.5, 225.5, 236.5]);
  });

  it('sums what is sent back over the axes that were broadcast', () => {
    const call = runOp(mul, [matrix([1, 2, 3], [4, 5, 6]), vector(10, 20, 30)]);
    expect(vjpOf(mul, call, 0)).toEqual([10, 20, 30, 10, 20, 30]);
    expect(vjpOf(mul, call, 1)).toEqual([5, 7, 9]);
    const column = runOp(sub, [matrix([1], [2]), matrix([1, 2, 3])]);
    expect(vjpOf(sub, column, 0, [1, 2, 3, 4, 5, 6])).toEqual([6, 15]);
    expect(vjpOf(sub, column, 1, [1, 2, 3, 4, 5, 6])).toEqual([-5, -7, -9]);
  });

  it('sums many small numbers without losing them', () => {
    const count = 1_000_000;
    const call = runOp(add, [scalar(0), tensor([count], new Float64Array(count))]);
    const dy = new Float64Array(count).fill(0.1);
    expect(vjpOf(add, call, 0, dy)[0]).toBeCloseTo(100_000, 9);
  });

  it('asks for memory only where something is broadcast', () => {
    expect(
      div.scratch?.(
        [
          [2, 3],
          [2, 3],
        ],
        {},
      ),
    ).toBe(0);
    expect(div.scratch?.([[2, 3], []], {})).toBe(6);
    expect(relu.scratch?.([[2, 3]], {})).toBe(0);
  });

  it('works on tensors without elements', () => {
    const call = runOp(mul, [tensor([0, 3], []), vector(1, 2, 3)]);
    expect(call.y.shape).toEqual([0, 3]);
    expect(vjpOf(mul, call, 1)).toEqual([0, 0, 0]);
    expect(vjpOf(mul, runOp(mul, [tensor([0], []), scalar(3)]), 1)).toEqual([0]);
  });
});

describe('one tensor in both slots', () => {
  it('receives a contribution through each: x·x gives 3 + 3', () => {
    const x = scalar(3);
    const call = runOp(mul, [x, x]);
    expect([...vjpOf(mul, call, 0), ...vjpOf(mul, call, 1)]).toEqual([3, 3]);
  });
});

describe('ops of many inputs', () => {
  it('give each factor the product of the others, zeros included', () => {
    const call = runOp(mul, [0, 2, 3, 5].map(scalar));
    expect(call.y.data[0]).toBe(0);
    expect([0, 1, 2, 3].map((slot) => vjpOf(mul, call, slot)[0])).toEqual([30, 0, 0, 0]);
  });

  it('share evenly among all that tie', () => {
    const call = runOp(maximum, [7, 1, 7, 7].map(scalar));
    expect([0, 1, 2, 3].map((slot) => vjpOf(maximum, call, slot)[0])).toEqual([1 / 3, 0, 1 / 3, 1 / 3]);
  });
});

describe('where an input is not chosen', () => {
  it('nothing flows back, not even ∞ or NaN', () => {
    for (const dy of [inf, Number.NaN]) {
      expect(vjpOf(relu, runOp(relu, [scalar(-1)]), 0, [dy])).toEqual([0]);
      expect(vjpOf(hardtanh, runOp(hardtanh, [scalar(2)]), 0, [dy])).toEqual([0]);
      expect(vjpOf(clamp, runOp(clamp, [scalar(2)], { max: 1 }), 0, [dy])).toEqual([0]);
      expect(vjpOf(maximum, runOp(maximum, [scalar(1), scalar(2)]), 0, [dy])).toEqual([0]);
    }
    expect(vjpOf(mul, runOp(mul, [scalar(1), scalar(0)]), 0, [inf])).toEqual([Number.NaN]);
  });
});

describe('kinks', () => {
  const at = (op: (typeof ops)[number], x: readonly number[], attrs = {}, within = 0) =>
    op.kinks?.(runOp(op, x.map(scalar), attrs), within);

  it('are reported with both slopes and the one that is used', () => {
    expect(at(relu, [0])).toEqual([{ slot: 0, index: 0, left: 0, right: 1, used: 0 }]);
    expect(at(relu, [-0])).toHaveLength(1);
    expect(at(relu, [5e-324])).toEqual([]);
    expect(at(leakyRelu, [0])).toEqual([{ slot: 0, index: 0, left: 0.01, right: 1, used: 0.01 }]);
    expect(at(leakyRelu, [0], { negative_slope: 1 })).toEqual([]);
    expect(at(clamp, [1], { min: 0, max: 1 })).toEqual([{ slot: 0, index: 0, left: 1, right: 0, used: 1 }]);
    expect(at(hardtanh, [1])).toEqual([{ slot: 0, index: 0, left: 1, right: 0, used: 0 }]);
    expect(at(sqrt, [0])).toEqual([{ slot: 0, index: 0, left: Number.NaN, right: inf, used: inf }]);
    expect(at(log, [0])).toEqual([{ slot: 0, index: 0, left: Number.NaN, right: Number.NaN, used: inf }]);
    expect(at(softplus, [20])).toHaveLength(1);
  });

  it('are found in every slot that takes part', () => {
    expect(at(maximum, [1, 1])).toEqual([
      { slot: 0, index: 0, left: 0, right: 1, used: 0.5 },
      { slot: 1, index: 0, left: 0, right: 1, used: 0.5 },
    ]);
    expect(at(minimum, [1, 1])).toEqual([
      { slot: 0, index: 0, left: 1, right: 0, used: 0.5 },
      { slot: 1, index: 0, left: 1, right: 0, used: 0.5 },
    ]);
    expect(at(maximum, [1, 1, 5])).toEqual([]);
    expect(at(div, [1, 0])).toHaveLength(2);
    expect(at(pow, [0, 0.5])?.map(({ slot }) => slot)).toEqual([0]);
    expect(at(pow, [-2, 2])?.map(({ slot }) => slot)).toEqual([1]);
    expect(at(pow, [0, 2])).toEqual([]);
  });

  it('are found within a distance, once an input element', () => {
    expect(at(relu, [1e-7], {}, 1e-6)).toEqual([{ slot: 0, index: 0, left: 0, right: 1, used: 1 }]);
    expect(at(maximum, [1, 1 + 1e-7], {}, 1e-6)).toHaveLength(2);
    const call = runOp(maximum, [matrix([1, 2], [3, 4], [1, 5]), vector(1, 4)]);
    expect(maximum.kinks!(call).map(({ slot, index }) => [slot, index])).toEqual([
      [0, 0],
      [0, 3],
      [0, 4],
      [1, 0],
      [1, 1],
    ]);
  });
});

const number = fc.double({ min: -50, max: 50, noNaN: true });

describe('every elementwise op', () => {
  const elementwise = ops.filter((op) => op.local !== undefined);

  it.each(elementwise.map((op) => [op.id, op] as const))('%s sends back in proportion to what arrives', (_id, op) => {
    const count = op.slots.names.length;
    const low = op.testing.domain[op.testing.domain.length - 1]!;
    const inside = fc.double({ min: low[0] + 1e-3, max: low[1] - 1e-3, noNaN: true });
    fc.assert(
      fc.property(fc.array(inside, { minLength: count, maxLength: count }), number, number, (x, g, h) => {
        const call = runOp(op, x.map(scalar));
        for (let slot = 0; slot < count; slot++) {
          const [a, b, both] = [[g], [h], [2 * g - 3 * h]].map((dy) => vjpOf(op, call, slot, dy)[0]!);
          if (!Number.isFinite(both!)) continue;
          expect(both).toBeCloseTo(2 * a! - 3 * b!, 8 - Math.ceil(Math.log10(1 + Math.abs(a!) + Math.abs(b!))));
        }
      }),
      { numRuns: 50, seed: 7 },
    );
  });

  it('of the ReLU family stretches with its input', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: -8, max: 8 }), (x, power) => {
        const factor = 2 ** power;
        for (const op of [relu, leakyRelu]) {
          const [once, stretched] = [x, x * factor].map(
            (value) => runOp(op as typeof relu, [scalar(value)]).y.data[0]!,
          );
          expect(stretched).toBeCloseTo(once! * factor, 10);
        }
      }),
      { seed: 7 },
    );
  });
});
