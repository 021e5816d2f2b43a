import { describe, expect, test } from 'vitest';
import { matrix, runOp, scalar, vector, vjpOf } from '../testing/run-op.ts';
import { binaryCrossEntropy } from './binary-cross-entropy.ts';
import { binaryCrossEntropyWithLogits } from './binary-cross-entropy-with-logits.ts';
import { hingeLoss } from './hinge-loss.ts';
import { huberLoss } from './huber-loss.ts';
import { l1Loss } from './l1-loss.ts';
import { mseLoss } from './mse-loss.ts';

const losses = [mseLoss, l1Loss, huberLoss, hingeLoss, binaryCrossEntropy, binaryCrossEntropyWithLogits];
const sum = { reduction: 'sum' };

describe.each(losses.map((op) => [op.id, op] as const))('%s', (_id, op) => {
  const x = vector(0.25, 0.5, 0.75, 0.1);
  const t = vector(1, 0, 1, 1);

  test('broadcasts nothing: unequal shapes are refused, both named', () => {
    expect(() => runOp(op, [matrix([0.5, 0.5]), vector(1, 1)])).toThrow(
      `${op.id} expects prediction and target of equal shapes, but gets [1, 2] and [2].`,
    );
    expect(() => runOp(op, [vector(0.5), scalar(1)])).toThrow('but gets [1] and a scalar.');
  });

  test('sums to four times its mean over four entries, gradients too', () => {
    const [mean, total] = [runOp(op, [x, t]), runOp(op, [x, t], sum)];
    expect(total.y.data[0]).toBe(4 * mean.y.data[0]!);
    for (const slot of [0, 1]) {
      expect(vjpOf(op, total, slot)).toEqual(vjpOf(op, mean, slot).map((each) => 4 * each));
    }
  });

  test('knows no other reduction', () => {
    expect(() => runOp(op, [x, t], { reduction: 'none' })).toThrow('allowed are mean, sum.');
  });
});

test('squared error of 3 for 1 is 4 and pulls by ±4', () => {
  const call = runOp(mseLoss, [scalar(3), scalar(1)]);
  expect(call.y.data[0]).toBe(4);
  expect([vjpOf(mseLoss, call, 0), vjpOf(mseLoss, call, 1)]).toEqual([[4], [-4]]);
});

test('absolute error has a kink at the target, where its gradient is 0', () => {
  const call = runOp(l1Loss, [vector(1, 2), vector(1, 0)]);
  expect(vjpOf(l1Loss, call, 0)).toEqual([0, 0.5]);
  expect(l1Loss.kinks?.(call)).toEqual([
    { slot: 0, index: 0, left: -0.5, right: 0.5, used: 0 },
    { slot: 1, index: 0, left: -0.5, right: 0.5, used: 0 },
  ]);
});

test('Huber is half the square inside delta, a line beyond it, and pulls by delta at the knee', () => {
  const call = runOp(huberLoss, [vector(0.5, 2, 3, -3), vector(0, 0, 0, 0)], { delta: 2, ...sum });
  expect(call.y.data[0]).toBe(0.125 + 2 + 4 + 4);
  expect(vjpOf(huberLoss, call, 0)).toEqual([0.5, 2, 2, -2]);
  expect(() => runOp(huberLoss, [scalar(1), scalar(0)], { delta: 0 })).toThrow('delta: 0 is out of range: above 0.');
});

test('hinge is silent beyond the margin and on it, and says that the margin is a kink', () => {
  const call = runOp(hingeLoss, [vector(2, 1, 0.5, -0.5), vector(1, 1, 1, -1)], sum);
  expect(call.y.data[0]).toBe(1);
  expect(vjpOf(hingeLoss, call, 0)).toEqual([0, 0, -1, 1]);
  expect(hingeLoss.kinks?.(call)).toEqual([
    { slot: 0, index: 1, left: -1, right: 0, used: 0 },
    { slot: 1, index: 1, left: -1, right: 0, used: 0 },
  ]);
});

describe('binary cross-entropy', () => {
  test('of a certain and wrong prediction is 100, not infinite', () => {
    expect(runOp(binaryCrossEntropy, [scalar(0), scalar(1)]).y.data[0]).toBe(100);
    expect(runOp(binaryCrossEntropy, [scalar(1), scalar(0)]).y.data[0]).toBe(100);
    expect(vjpOf(binaryCrossEntropy, runOp(binaryCrossEntropy, [scalar(0), scalar(1)]), 0)[0]! / -1e12).toBeCloseTo(
      1,
      8,
    );
  });

  test('of logits is exact at ±800', () => {
    const call = runOp(binaryCrossEntropyWithLogits, [vector(800, -800, 800), vector(0, 1, 1)], sum);
    expect(call.y.data[0]).toBe(1600);
    expect(vjpOf(binaryCrossEntropyWithLogits, call, 0)).toEqual([1, -1, 0]);
  });

  test('of logits is that of their sigmoid', () => {
    for (const logit of [-5, -1, 0, 0.5, 4]) {
      const p = 1 / (1 + Math.exp(-logit));
      const [ofLogit] = runOp(binaryCrossEntropyWithLogits, [scalar(logit), scalar(0.3)]).y.data;
      expect(ofLogit).toBeCloseTo(runOp(binaryCrossEntropy, [scalar(p), scalar(0.3)]).y.data[0]!, 13);
    }
  });
});
