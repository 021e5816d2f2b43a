import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChainruleError } from '../errors/fail.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { MAX_ELEMENTS, parseLiteral, toLiteral } from './parse-literal.ts';

const refusal = (raw: unknown): string => {
  try {
    parseLiteral(raw, 'v');
  } catch (error) {
    if (error instanceof ChainruleError) return error.message;
    throw error;
  }
  return 'accepted';
};

const nested = (depth: number) => {
  let raw: unknown = 1;
  for (let level = 0; level < depth; level++) raw = [raw];
  return raw;
};

describe('a tensor literal', () => {
  it('reads a number as a scalar and lists row by row', () => {
    expect(parseLiteral(2.5, 'v')).toEqual({ shape: [], data: Float64Array.of(2.5) });
    expect(
      parseLiteral(
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        'v',
      ),
    ).toEqual({ shape: [2, 3], data: Float64Array.of(1, 2, 3, 4, 5, 6) });
  });

  it('reads shape with a flat list or with base64 of either type', () => {
    expect(parseLiteral({ shape: [2, 1], data: [1, 2] }, 'v')).toEqual({ shape: [2, 1], data: Float64Array.of(1, 2) });
    const float32 = { shape: [2], dtype: 'float32', data: 'AACAPwAAAMA=' };
    expect(parseLiteral(float32, 'v').data).toEqual(Float64Array.of(1, -2));
    expect(parseLiteral({ shape: [], data: 'AAAAAAAA8D8=' }, 'v')).toEqual({ shape: [], data: Float64Array.of(1) });
    expect(parseLiteral({ shape: [], dtype: 'float32', data: [0.1] }, 'v').data[0]).toBe(Math.fround(0.1));
  });

  it.each([
    ['x', 'v: Expected a number, a list or a tensor, found the text "x".'],
    [null, 'v: Expected a number, a list or a tensor, found null.'],
    [Number.POSITIVE_INFINITY, 'v: Numbers must be finite, but this one is Infinity.'],
    [[1, [2]], 'v[1]: Expected a number, found a list.'],
    [[[1], 2], 'v[1]: Expected a list, found the number 2.'],
    [[[1, 2], [3]], 'v[1]: This row has 1 entries where its neighbours have 2.'],
    [
      [
        [[1], [2]],
        [[3], ['4']],
      ],
      'v[1][1][0]: Expected a number, found the text "4".',
    ],
    [[], 'v: This list is empty; every axis has at least one number.'],
    [{ shape: [2, 2], data: [1, 2, 3] }, 'v.data: Shape [2, 2] needs 4 numbers, but "data" has 3.'],
    [{ shape: [2], data: 'AAAA' }, 'v.data: Shape [2] needs 2 numbers, but "data" has 0.375.'],
    [{ shape: [1], data: 'AAA' }, 'v.data: This text is not base64.'],
    [{ shape: [1], data: 'AAAAAAAA8H8=' }, 'v.data[0]: Numbers must be finite, but this one is Infinity.'],
    [{ shape: [1], dtype: 'float32', data: [1e300] }, 'v.data[0]: Numbers must be finite, but this one is Infinity.'],
    [
      { shape: [1], dtype: 'int8', data: [1] },
      'v.dtype: the text "int8" is not allowed here; allowed are "float64", "float32".',
    ],
    [{ shape: [0], data: [] }, 'v.shape[0]: 0 is out of range: axes are whole numbers from 1 on.'],
    [{ shape: 2, data: [] }, 'v.shape: Expected a list of whole numbers, found the number 2.'],
    [{ data: [1] }, 'v: "shape" is missing.'],
    [{ shape: [1], data: [1], order: 'C' }, 'v.order: "order" is not a key known here; known are shape, dtype, data.'],
    [nested(33), 'v: This document nests deeper than 32 levels.'],
    [
      { shape: [1e9], data: [] },
      `v.shape: This document has 1000000000 numbers in one tensor; at most ${MAX_ELEMENTS} are read.`,
    ],
  ])('refuses %j and says where', (raw, message) => {
    expect(refusal(raw)).toBe(message);
  });

  it('reads 32 levels and refuses a million without exhausting the stack', () => {
    expect(parseLiteral(nested(32), 'v').shape).toHaveLength(32);
    expect(refusal(nested(1_000_000))).toBe('v: This document nests deeper than 32 levels.');
  });

  it('comes back bit for bit, as lists or as base64', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    const shape = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
    const tensor = shape.chain((axes) => {
      const size = axes.reduce((product, axis) => product * axis, 1);
      return fc
        .array(finite, { minLength: size, maxLength: size })
        .map((data) => ({ shape: axes, data: Float64Array.from(data) }));
    });
    fc.assert(
      fc.property(tensor, (t) => {
        expect(parseLiteral(toLiteral(t), 'v')).toEqual(t);
      }),
    );
    const large = { shape: [101, 100], data: Float64Array.from({ length: 10_100 }, (_, i) => i / 3) };
    expect(toLiteral(large)).toMatchObject({ shape: [101, 100], dtype: 'float64', data: expect.any(String) });
    expect(parseLiteral(toLiteral(large), 'v')).toEqual(large);
  });

  it('never writes a number that is not finite', () => {
    expect(() => toLiteral({ shape: [], data: Float64Array.of(Number.NaN) })).toThrow('Numbers must be finite');
  });
});

describe('base64', () => {
  it('agrees with the platform in both directions', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual(bytes);
      }),
    );
  });

  it.each(['A', 'AB==', 'AAB=', 'A===', '====', 'AA=A', 'AA\nA', 'AAA\u0100', 'AA-_'])('refuses %j', (text) => {
    expect(fromBase64(text)).toBeNull();
  });
});
