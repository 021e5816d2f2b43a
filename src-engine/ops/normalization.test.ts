import { describe, expect, test } from 'vitest';
import { matrix, runOp, tensor, vector, vjpOf } from '../testing/run-op.ts';
import { batchNorm } from './batch-norm.ts';
import { layerNorm } from './layer-norm.ts';
import { transpose } from './transpose.ts';

const x = matrix([1, 2, 4], [3, 5, 9], [0, 1, -1], [2, 2, 8]);
const weight = vector(1, 2, -1);
const bias = vector(0, 0.5, 1);
const running = { running_mean: [1, 2, 3], running_var: [4, 9, 16], eps: 0 };

test('layer norm gives every row mean 0 and variance 1', () => {
  const y = runOp(layerNorm, [x], { eps: 0 }).y.data;
  for (const row of [0, 3, 6, 9]) {
    const [a, b, c] = [y[row]!, y[row + 1]!, y[row + 2]!];
    expect(a + b + c).toBeCloseTo(0, 14);
    expect((a * a + b * b + c * c) / 3).toBeCloseTo(1, 14);
  }
});

test('batch norm is layer norm of the transposed', () => {
  const columns = runOp(batchNorm, [x]).y;
  const rows = runOp(layerNorm, [runOp(transpose, [x]).y]).y;
  expect(columns).toEqual(runOp(transpose, [rows]).y);
});

test.each([
  ['layer norm', layerNorm],
  ['batch norm', batchNorm],
] as const)('%s of equal entries is the bias, and eps keeps it finite', (_name, op) => {
  const call = runOp(op, [tensor([3, 3], new Array<number>(9).fill(7)), weight, bias]);
  expect([...call.y.data]).toEqual([0, 0.5, 1, 0, 0.5, 1, 0, 0.5, 1]);
  expect(vjpOf(op, call, 0).every(Number.isFinite)).toBe(true);
});

describe('batch norm with running statistics', () => {
  test('uses them in evaluation, where samples do not touch one another', () => {
    const call = runOp(batchNorm, [x], running);
    expect([...call.y.data].slice(0, 3)).toEqual([0, 0, 0.25]);
    expect(vjpOf(batchNorm, call, 0, [1, 0, 0, ...new Array<number>(9).fill(0)])).toEqual([
      0.5,
      ...new Array<number>(11).fill(0),
    ]);
  });

  test('uses the batch’s own in training and keeps them for the trainer', () => {
    const trained = runOp(batchNorm, [x], running, { training: true });
    expect(trained.y).toEqual(runOp(batchNorm, [x], { eps: 0 }).y);
    expect(trained.scratch[0]).toBe(1.5); // mean of the first channel
    expect(trained.scratch[1]).toBe(1.25); // its variance, divided by the count
  });

  test('wants both, one number a channel', () => {
    expect(() => runOp(batchNorm, [x], { running_mean: [1, 2, 3] })).toThrow(
      'batch_norm expects running_mean and running_var with 3 numbers each for [4, 3], but gets only one of them.',
    );
    expect(() => runOp(batchNorm, [x], { ...running, running_var: [1] })).toThrow('but gets 1.');
  });
});

test('weight and bias must have the length of the last axis', () => {
  expect(() => runOp(layerNorm, [x, vector(1, 2), bias])).toThrow(
    'layer_norm expects weight and bias of shape [3] for [4, 3], but gets [2].',
  );
  expect(() => runOp(batchNorm, [vector(1, 2)])).toThrow('batch_norm expects at least 2 axes, but gets [2].');
});
