import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOp, scalar, vjpOf } from '../testing/run-op.ts';
import type { OpDefinition } from './define.ts';
import { findOp } from './registry.ts';

/** A number with its derivative by the one variable: the chain rule applied by hand (dual numbers). */
interface Dual {
  readonly value: number;
  readonly slope: number;
}

const fixed = (value: number): Dual => ({ value, slope: 0 });

/** Applies the op, and its derivatives by the chain rule, summed over the slots. */
function apply(id: string, ...x: readonly Dual[]): Dual {
  const op: OpDefinition = findOp(id)!;
  const call = runOp(
    op,
    x.map(({ value }) => scalar(value)),
  );
  const slope = x.reduce(
    (sum, each, slot) => (each.slope === 0 ? sum : sum + vjpOf(op, call, slot, [each.slope])[0]!),
    0,
  );
  return { value: call.y.data[0]!, slope };
}

const one = fixed(1);

/** Two ways to the same function, and where both are defined and neither cancels. */
const identities: readonly (readonly [
  what: string,
  range: readonly [number, number],
  a: (x: Dual) => Dual,
  b: (x: Dual) => Dual,
])[] = [
  ['square is a product with itself', [-10, 10], (x) => apply('square', x), (x) => apply('mul', x, x)],
  ['square is the second power', [-10, 10], (x) => apply('square', x), (x) => apply('pow', x, fixed(2))],
  ['three factors are the third power', [-10, 10], (x) => apply('mul', x, x, x), (x) => apply('pow', x, fixed(3))],
  ['the root is the power ½', [0.01, 10], (x) => apply('sqrt', x), (x) => apply('pow', x, fixed(0.5))],
  ['the reciprocal root is both', [0.01, 10], (x) => apply('rsqrt', x), (x) => apply('reciprocal', apply('sqrt', x))],
  ['the reciprocal is a quotient', [0.01, 10], (x) => apply('reciprocal', x), (x) => apply('div', one, x)],
  [
    'a difference adds the negative',
    [-10, 10],
    (x) => apply('sub', x, apply('square', x)),
    (x) => apply('add', x, apply('neg', apply('square', x))),
  ],
  [
    'a quotient multiplies the reciprocal',
    [0.1, 10],
    (x) => apply('div', apply('sin', x), x),
    (x) => apply('mul', apply('sin', x), apply('reciprocal', x)),
  ],
  [
    'the logarithm undoes the exponential',
    [-20, 20],
    (x) => apply('log', apply('exp', x)),
    (x) => apply('add', x, fixed(0)),
  ],
  [
    'the logarithm of one plus undoes the exponential minus one',
    [-5, 20],
    (x) => apply('log1p', apply('expm1', x)),
    (x) => apply('mul', x, one),
  ],
  [
    'a power is an exponential',
    [0.1, 5],
    (x) => apply('pow', x, x),
    (x) => apply('exp', apply('mul', x, apply('log', x))),
  ],
  [
    'the tangent is sine over cosine',
    [-1.4, 1.4],
    (x) => apply('tan', x),
    (x) => apply('div', apply('sin', x), apply('cos', x)),
  ],
  [
    'the sigmoid opens into −, exp, + 1 and 1/·',
    [-30, 30],
    (x) => apply('sigmoid', x),
    (x) => apply('reciprocal', apply('add', one, apply('exp', apply('neg', x)))),
  ],
  [
    'tanh is a stretched sigmoid',
    [-5, 5],
    (x) => apply('tanh', x),
    (x) => apply('sub', apply('mul', fixed(2), apply('sigmoid', apply('mul', fixed(2), x))), one),
  ],
  [
    'softplus is the logarithm of one plus the exponential',
    [-20, 19],
    (x) => apply('softplus', x),
    (x) => apply('log1p', apply('exp', x)),
  ],
  ['SiLU is x times its sigmoid', [-20, 20], (x) => apply('silu', x), (x) => apply('mul', x, apply('sigmoid', x))],
  [
    'Mish is x times tanh of softplus',
    [-15, 15],
    (x) => apply('mish', x),
    (x) => apply('mul', x, apply('tanh', apply('softplus', x))),
  ],
  [
    'the absolute value is x times its sign',
    [0.01, 10],
    (x) => apply('abs', x),
    (x) => apply('mul', x, apply('sign', x)),
  ],
  ['ReLU is the maximum with 0', [-10, 10], (x) => apply('relu', x), (x) => apply('maximum', x, fixed(0))],
  [
    'the absolute value is the maximum of x and −x',
    [-10, 10],
    (x) => apply('abs', x),
    (x) => apply('maximum', x, apply('neg', x)),
  ],
  [
    'the minimum is a maximum turned over',
    [-10, 10],
    (x) => apply('minimum', x, apply('sin', x)),
    (x) => apply('neg', apply('maximum', apply('neg', x), apply('neg', apply('sin', x)))),
  ],
];

describe('two ways to one function', () => {
  it.each(identities)('%s, in value and derivative', (_what, [min, max], a, b) => {
    fc.assert(
      fc.property(fc.double({ min, max, noNaN: true }), (value) => {
        fc.pre(Math.abs(value) > 1e-6);
        const x = { value, slope: 1 };
        const [first, second] = [a(x), b(x)];
        expect(Math.abs(first.value - second.value)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(second.value)));
        expect(Math.abs(first.slope - second.slope)).toBeLessThanOrEqual(1e-11 * (1 + Math.abs(second.slope)));
      }),
      { seed: 11, numRuns: 40 },
    );
  });
});
