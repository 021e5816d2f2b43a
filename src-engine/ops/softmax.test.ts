import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrix, runOp, scalar, tensor, vector, vjpOf } from '../testing/run-op.ts';
import { logSoftmax } from './log-softmax.ts';
import { softmax } from './softmax.ts';

const logits = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 6 });

describe('softmax', () => {
  test('of every line sums to 1, along any axis', () => {
    const x = tensor([2, 3], [1, 2, 3, 3, 2, 1]);
    const columns = [...runOp(softmax, [x], { dim: 0 }).y.data];
    for (const at of [0, 1, 2]) expect(columns[at]! + columns[at + 3]!).toBeCloseTo(1, 15);
    const rows = [...runOp(softmax, [x]).y.data];
    expect(rows[0]! + rows[1]! + rows[2]!).toBeCloseTo(1, 15);
  });

  test('stays exact at ±800 and ±1e300', () => {
    expect([...runOp(softmax, [vector(800, -800)]).y.data]).toEqual([1, 0]);
    expect([...runOp(softmax, [vector(1e300, 1e300, -1e300)]).y.data]).toEqual([0.5, 0.5, 0]);
  });

  test('is the same for logits shifted together', () => {
    fc.assert(
      fc.property(logits, fc.integer({ min: -700, max: 700 }), (data, shift) => {
        const plain = runOp(softmax, [vector(...data)]).y.data;
        const shifted = runOp(softmax, [vector(...data.map((each) => each + shift))]).y.data;
        expect(shifted).toEqual(plain);
      }),
    );
  });

  test('sends back gradients that sum to 0 along the line', () => {
    fc.assert(
      fc.property(logits, (data) => {
        const dy = data.map((_, index) => index * index - 3);
        const dx = vjpOf(softmax, runOp(softmax, [vector(...data)]), 0, dy);
        expect(dx.reduce((total, each) => total + each, 0)).toBeCloseTo(0, 12);
      }),
    );
  });

  test('of a scalar is 1 and sends nothing back', () => {
    const call = runOp(softmax, [scalar(5)]);
    expect(call.y).toEqual(scalar(1));
    expect(vjpOf(softmax, call, 0)).toEqual([0]);
  });

  test('names the axis it lacks', () => {
    expect(() => runOp(softmax, [matrix([1, 2])], { dim: 2 })).toThrow('softmax has no axis 2 in shape [1, 2].');
  });
});

test('log-softmax is the logarithm of softmax, and finite where that is 0', () => {
  fc.assert(
    fc.property(logits, (data) => {
      const y = runOp(softmax, [vector(...data)]).y.data;
      runOp(logSoftmax, [vector(...data)]).y.data.forEach((each, index) => {
        expect(each).toBeCloseTo(Math.log(y[index]!), 12);
      });
    }),
  );
  expect([...runOp(logSoftmax, [vector(800, -800)]).y.data]).toEqual([0, -1600]);
});
