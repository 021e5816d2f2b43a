import { describe, expect, it } from 'vitest';
import { add } from './add.ts';
import { defineOp } from './define.ts';
import { mul } from './mul.ts';
import { createRegistry, findOp, ops, opTable } from './registry.ts';

describe('the registry', () => {
  it('gives an op by its id, and nothing for names that every object inherits', () => {
    expect(findOp('mul')).toBe(mul);
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'Mul', '', 'mul ']) {
      expect(findOp(name)).toBeUndefined();
    }
  });

  it('lists every op once, ordered by id', () => {
    const ids = ops.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
    expect(opTable.size).toBe(ids.length);
  });

  it('refuses two ops of one id', () => {
    expect(() => createRegistry([add, mul, add])).toThrow('two ops have the id "add"');
  });

  it('names every op of the document format', () => {
    const named = `input parameter constant
      add sub mul div neg pow square sqrt rsqrt reciprocal exp expm1 log log1p abs sign sin cos tan maximum minimum clamp
      sigmoid tanh relu leaky_relu elu selu gelu silu softplus softsign mish hardsigmoid hardtanh
      sum mean amax logsumexp var reshape transpose cat slice matmul softmax log_softmax layer_norm batch_norm dropout
      mse_loss l1_loss huber_loss binary_cross_entropy binary_cross_entropy_with_logits cross_entropy nll_loss hinge_loss`;
    for (const id of named.split(/\s+/)) expect(findOp(id)?.id, id).toBe(id);
  });
});

describe('an entry', () => {
  it.each([
    ['an id that is not snake case', { id: 'leakyRelu' }],
    ['an op without inputs that is no leaf', { slots: { names: [], counts: [0] } }],
    ['more inputs than names', { slots: { names: ['a'], counts: [2] } }],
    ['an elementwise op without local derivative', { local: undefined }],
  ])('is refused: %s', (_what, wrong) => {
    expect(() => defineOp({ ...add, ...wrong } as typeof add)).toThrow('The engine failed: op');
  });

  it('is frozen to its last list', () => {
    const parts: object[] = [mul, mul.aliases, mul.slots, mul.slots.names, mul.latex, mul.testing, mul.testing.shapes];
    for (const part of parts) expect(Object.isFrozen(part)).toBe(true);
  });
});
