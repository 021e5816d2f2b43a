import { describe, expect, it } from 'vitest';
import { runOp, scalar, tensor } from '../testing/run-op.ts';
import { findOp, ops } from './registry.ts';

const inf = Number.POSITIVE_INFINITY;
const nan = Number.NaN;
const tiny = 5e-324;
const huge = 1e308;

const points = [-inf, -huge, -800, -tiny, -0, 0, tiny, 800, huge, inf];

const alpha = 1.7580993408473766; // λα of SELU
const lambda = 1.0507009873554805;
const sixth = 1 / 6;
const slope = 0.000_001_558_601_062_030_763_6; // 801⁻²

/** Value and derivative of each op of one input at the points, in their order. Where PyTorch has NaN by ∞ · 0, these are the limits. */
const table: Readonly<Record<string, readonly [y: readonly number[], dydx: readonly number[]]>> = {
  abs: [
    [inf, huge, 800, tiny, 0, 0, tiny, 800, huge, inf],
    [-1, -1, -1, -1, 0, 0, 1, 1, 1, 1],
  ],
  clamp: [points, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
  cos: [
    [nan, -0.8913089376870335, -0.44812751321749233, 1, 1, 1, 1, -0.44812751321749233, -0.8913089376870335, nan],
    [nan, 0.4533964905016491, 0.8939696481970214, tiny, 0, -0, -tiny, -0.8939696481970214, -0.4533964905016491, nan],
  ],
  dropout: [points, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
  elu: [
    [-1, -1, -1, -tiny, -0, 0, tiny, 800, huge, inf],
    [0, 0, 0, 1, 1, 1, 1, 1, 1, 1],
  ],
  exp: [
    [0, 0, 0, 1, 1, 1, 1, inf, inf, inf],
    [0, 0, 0, 1, 1, 1, 1, inf, inf, inf],
  ],
  expm1: [
    [-1, -1, -1, -tiny, -0, 0, tiny, inf, inf, inf],
    [0, 0, 0, 1, 1, 1, 1, inf, inf, inf],
  ],
  gelu: [
    [0, -0, -0, -0, -0, 0, 0, 800, huge, inf],
    [0, 0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1, 1],
  ],
  hardsigmoid: [
    [0, 0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1, 1],
    [0, 0, 0, sixth, sixth, sixth, sixth, 0, 0, 0],
  ],
  hardtanh: [
    [-1, -1, -1, -tiny, -0, 0, tiny, 1, 1, 1],
    [0, 0, 0, 1, 1, 1, 1, 0, 0, 0],
  ],
  leaky_relu: [
    [-inf, -1e306, -8, -0, -0, 0, tiny, 800, huge, inf],
    [0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 1, 1, 1, 1],
  ],
  log: [
    [nan, nan, nan, nan, -inf, -inf, -744.4400719213812, 6.684611727667927, 709.1962086421661, inf],
    [-0, -1e-308, -0.00125, -inf, -inf, inf, inf, 0.00125, 1e-308, 0],
  ],
  log1p: [
    [nan, nan, nan, -tiny, -0, 0, tiny, 6.68586094706836, 709.1962086421661, inf],
    [-0, -1e-308, -1 / 799, 1, 1, 1, 1, 1 / 801, 1e-308, 0],
  ],
  mish: [
    [0, -0, -0, -tiny, -0, 0, tiny, 800, huge, inf],
    [0, 0, 0, 0.6, 0.6, 0.6, 0.6, 1, 1, 1],
  ],
  neg: [
    [inf, huge, 800, tiny, 0, -0, -tiny, -800, -huge, -inf],
    [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
  ],
  reciprocal: [
    [-0, -1e-308, -0.00125, -inf, -inf, inf, inf, 0.00125, 1e-308, 0],
    [-0, -0, -0.0000015625, -inf, -inf, -inf, -inf, -0.0000015625, -0, -0],
  ],
  relu: [
    [0, 0, 0, 0, 0, 0, tiny, 800, huge, inf],
    [0, 0, 0, 0, 0, 0, 1, 1, 1, 1],
  ],
  rsqrt: [
    [nan, nan, nan, nan, -inf, inf, 4.498_913_794_543_196_4e161, 0.035355339059327376, 1e-154, 0],
    [nan, nan, nan, nan, inf, -inf, -inf, -0.00002209708691207961, -0, -0],
  ],
  selu: [
    [-alpha, -alpha, -alpha, -1e-323, -0, 0, tiny, 840.5607898843843, 1.0507009873554804e308, inf],
    [0, 0, 0, alpha, alpha, alpha, lambda, lambda, lambda, lambda],
  ],
  sigmoid: [
    [0, 0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1, 1],
    [0, 0, 0, 0.25, 0.25, 0.25, 0.25, 0, 0, 0],
  ],
  sign: [
    [-1, -1, -1, -1, 0, 0, 1, 1, 1, 1],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ],
  silu: [
    [0, -0, -0, -0, -0, 0, 0, 800, huge, inf],
    [0, 0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1, 1],
  ],
  sin: [
    [nan, -0.4533964905016491, -0.8939696481970214, -tiny, -0, 0, tiny, 0.8939696481970214, 0.4533964905016491, nan],
    [nan, -0.8913089376870335, -0.44812751321749233, 1, 1, 1, 1, -0.44812751321749233, -0.8913089376870335, nan],
  ],
  softplus: [
    [0, 0, 0, Math.LN2, Math.LN2, Math.LN2, Math.LN2, 800, huge, inf],
    [0, 0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1, 1],
  ],
  softsign: [
    [-1, -1, -800 / 801, -tiny, -0, 0, tiny, 800 / 801, 1, 1],
    [0, 0, slope, 1, 1, 1, 1, slope, 0, 0],
  ],
  sqrt: [
    [nan, nan, nan, nan, -0, 0, 2.2227587494850775e-162, 28.284271247461902, 1e154, inf],
    [nan, nan, nan, nan, -inf, inf, 2.2494568972715982e161, 0.017677669529663688, 5e-155, 0],
  ],
  square: [
    [inf, inf, 640000, 0, 0, 0, 0, 640000, inf, inf],
    [-inf, -inf, -1600, -1e-323, -0, 0, 1e-323, 1600, inf, inf],
  ],
  tan: [
    [nan, 0.5086861259107568, 1.9949001608458392, -tiny, -0, 0, tiny, -1.9949001608458392, -0.5086861259107568, nan],
    [nan, 1.2587615746940943, 4.979626651742755, 1, 1, 1, 1, 4.979626651742755, 1.2587615746940943, nan],
  ],
  tanh: [
    [-1, -1, -1, -tiny, -0, 0, tiny, 1, 1, 1],
    [0, 0, 0, 1, 1, 1, 1, 0, 0, 0],
  ],
};

const unary = ops.filter(({ elementwise, slots }) => elementwise && slots.names.length === 1);

describe.each(unary.map((op) => [op.id, op] as const))('%s', (id, op) => {
  it('has the documented value and derivative from −∞ over ±0 to ∞', () => {
    const call = runOp(op, [tensor([points.length], points)]);
    const local = new Float64Array(points.length);
    op.local!(call, 0, local);
    expect([[...call.y.data], [...local]]).toEqual(table[id]);
  });
});

/** a, b → value, ∂/∂a, ∂/∂b */
const pairs: readonly (readonly [id: string, a: number, b: number, y: number, dyda: number, dydb: number])[] = [
  ['mul', 0, inf, nan, inf, 0],
  ['mul', huge, 10, inf, 10, huge],
  ['div', 1, 0, inf, inf, -inf],
  ['div', 0, 0, nan, inf, nan],
  ['div', -1, inf, -0, 0, 0],
  ['div', huge, 0.1, inf, 10, -inf],
  ['sub', inf, inf, nan, 1, -1],
  ['maximum', 1, 1, 1, 0.5, 0.5],
  ['maximum', -0, 0, 0, 0.5, 0.5],
  ['maximum', inf, -inf, inf, 1, 0],
  ['maximum', nan, 1, nan, 1, 1],
  ['minimum', inf, inf, inf, 0.5, 0.5],
  ['minimum', -huge, huge, -huge, 1, 0],
  ['pow', 0, 0, 1, 0, 0],
  ['pow', 0, 2, 0, 0, 0],
  ['pow', 0, 0.5, 0, inf, 0],
  ['pow', 0, -1, inf, -inf, -inf],
  ['pow', -2, 2, 4, -4, nan],
  ['pow', -2, 0.5, nan, nan, nan],
  ['pow', 2, 1024, inf, inf, inf],
  ['pow', 2, -1080, 0, -0, 0],
];

it.each(pairs)('%s of %d and %d is %d with derivatives %d and %d', (id, a, b, ...expected) => {
  const op = findOp(id)!;
  const call = runOp(op, [scalar(a), scalar(b)]);
  const locals = [0, 1].map((slot) => {
    const out = new Float64Array(1);
    op.local!(call, slot, out);
    return out[0]!;
  });
  expect([call.y.data[0]!, ...locals]).toEqual(expected);
});
