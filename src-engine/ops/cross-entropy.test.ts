import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrix, runOp, scalar, tensor, vector, vjpOf } from '../testing/run-op.ts';
import { crossEntropy } from './cross-entropy.ts';
import { logSoftmax } from './log-softmax.ts';
import { nllLoss } from './nll-loss.ts';

const logits = matrix([1, 2, 3], [0.5, -1, 4]);
const indices = vector(2, 0);
const oneHot = matrix([0, 0, 1], [1, 0, 0]);
const reductions = [{ reduction: 'mean' }, { reduction: 'sum' }];

test.each(reductions)('cross-entropy with %o is the negative log-likelihood of log-softmax, gradient too', (attrs) => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 12, maxLength: 12 }),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
      (data, classes) => {
        const [x, t] = [tensor([4, 3], data), vector(...classes)];
        const whole = runOp(crossEntropy, [x, t], attrs);
        const logs = runOp(logSoftmax, [x]);
        const likelihood = runOp(nllLoss, [logs.y, t], attrs);
        expect(whole.y).toEqual(likelihood.y);
        const composed = vjpOf(logSoftmax, logs, 0, vjpOf(nllLoss, likelihood, 0));
        vjpOf(crossEntropy, whole, 0).forEach((each, index) => {
          expect(each).toBeCloseTo(composed[index]!, 14);
        });
      },
    ),
  );
});

test.each(reductions)('class indices and one-hot rows give the same with %o', (attrs) => {
  const [byIndex, byRow] = [
    runOp(crossEntropy, [logits, indices], attrs),
    runOp(crossEntropy, [logits, oneHot], attrs),
  ];
  expect(byRow.y.data[0]).toBeCloseTo(byIndex.y.data[0]!, 15);
  expect(vjpOf(crossEntropy, byRow, 0)).toEqual(vjpOf(crossEntropy, byIndex, 0));
});

test('class indices get gradient 0; probabilities get minus the log-probability', () => {
  expect(vjpOf(crossEntropy, runOp(crossEntropy, [logits, indices]), 1)).toEqual([0, 0]);
  expect(vjpOf(nllLoss, runOp(nllLoss, [logits, indices]), 1)).toEqual([0, 0]);
  const call = runOp(crossEntropy, [vector(0, 0), vector(0.5, 0.5)]);
  expect(vjpOf(crossEntropy, call, 1)).toEqual([Math.LN2, Math.LN2]);
});

test('one row needs no batch axis', () => {
  const call = runOp(crossEntropy, [vector(0, 0, 0), scalar(1)]);
  expect(call.y.data[0]).toBeCloseTo(Math.log(3), 15);
  expect(vjpOf(crossEntropy, call, 0)[1]).toBeCloseTo(-2 / 3, 15);
});

test('logits of ±800 neither overflow nor lose the gradient', () => {
  const call = runOp(crossEntropy, [vector(800, -800), scalar(1)]);
  expect(call.y.data[0]).toBe(1600);
  expect(vjpOf(crossEntropy, call, 0)).toEqual([1, -1]);
});

describe.each([
  ['cross_entropy', crossEntropy],
  ['nll_loss', nllLoss],
] as const)('%s', (id, op) => {
  test.each([3, -1, 0.5, Number.NaN])('refuses %d as one of three classes', (found) => {
    expect(() => runOp(op, [logits, vector(0, found)])).toThrow(
      `${id} needs class indices from 0 to 2, but gets ${found}.`,
    );
  });

  test('names both shapes where they do not go together', () => {
    expect(() => runOp(op, [logits, vector(0, 1, 2)])).toThrow('but gets [2, 3] and [3].');
    expect(() => runOp(op, [scalar(1), scalar(0)])).toThrow('but gets a scalar and a scalar.');
    expect(() => runOp(op, [tensor([1, 1, 1], [1]), tensor([1, 1], [0])])).toThrow('but gets [1, 1, 1] and [1, 1].');
  });
});
