import { describe, expect, test } from 'vitest';
import { boolean, choice, dim, dims, integer, number, numberList, optional, shape } from './attributes.ts';
import type { AttributeRule } from './define.ts';

const description = 'what it does';
const rules = {
  number: number({ default: 1, min: 0, max: 2, description }),
  open: number({ default: 1, above: 0, below: 2, description }),
  integer: integer({ default: 1, min: 0, description }),
  boolean: boolean({ default: false, description }),
  choice: choice(['mean', 'sum'], { default: 'mean', description }),
  dim: dim({ default: 0, description }),
  dims: dims({ default: null, description }),
  shape: shape({ default: [-1], description }),
  list: numberList({ default: [], description }),
  optional: optional(integer({ default: undefined, description })),
} as const satisfies Record<string, AttributeRule>;

const cases: readonly (readonly [keyof typeof rules, readonly unknown[]])[] = [
  ['number', [0, 0.5, 2]],
  ['open', [0.001, 1.999]],
  ['integer', [0, 7]],
  ['boolean', [true, false]],
  ['choice', ['mean', 'sum']],
  ['dim', [-32, 0, 31]],
  ['dims', [null, -1, [0, -1], []]],
  ['shape', [[], [-1], [2, 3]]],
  ['list', [[], [1, -2.5]]],
  ['optional', [null, -3]],
];

test.each(cases)('%s reads what it accepts unchanged', (name, accepted) => {
  for (const raw of accepted) expect(rules[name].read(raw, 'attrs.a')).toEqual(raw);
});

describe('what is wrong is refused with its place and the reason', () => {
  test.each([
    ['number', '1', 'attrs.a: Expected a number, found the text "1".'],
    ['number', Number.NaN, 'attrs.a: Numbers must be finite, but this one is NaN.'],
    ['number', -1, 'attrs.a: -1 is out of range: at least 0.'],
    ['number', 3, 'attrs.a: 3 is out of range: at most 2.'],
    ['open', 0, 'attrs.a: 0 is out of range: above 0.'],
    ['open', 2, 'attrs.a: 2 is out of range: below 2.'],
    ['integer', 0.5, 'attrs.a: Expected a whole number, found the number 0.5.'],
    ['boolean', 0, 'attrs.a: Expected true or false, found the number 0.'],
    ['choice', 'none', 'attrs.a: the text "none" is not allowed here; allowed are mean, sum.'],
    ['dim', 32, 'attrs.a: 32 is out of range: at most 31.'],
    ['dims', [0, 'x'], 'attrs.a[1]: Expected a whole number, found the text "x".'],
    ['shape', 3, 'attrs.a: Expected a list of axis lengths, found the number 3.'],
    ['shape', [2, 0], 'attrs.a[1]: 0 is out of range: at least 1, or -1.'],
    ['shape', [2, -2], 'attrs.a[1]: -2 is out of range: at least -1.'],
    ['list', [1, null], 'attrs.a[1]: Expected a number, found null.'],
    ['optional', 'x', 'attrs.a: Expected a whole number, found the text "x".'],
    ['dims', new Array(40).fill(0), 'attrs.a: This document has 40 axes; at most 32 are read.'],
  ] as const)('%s: %o', (name, raw, message) => {
    expect(() => rules[name].read(raw, 'attrs.a')).toThrow(message);
  });
});
