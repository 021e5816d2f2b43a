import { describe, expect, it } from 'vitest';
import {
  exactTensorText,
  exactText,
  formatCount,
  formatError,
  formatLong,
  formatNumber,
  formatSigned,
  plainText,
  signOf,
  summarize,
  THIN_SPACE,
} from './format-number.ts';

const tensor = (shape: number[], ...data: number[]) => ({ shape, data: Float64Array.from(data) });

describe('a value', () => {
  it.each([
    [3, '3'],
    [0, '0'],
    [-0, '0'],
    [-4, '−4'],
    [0.5, '0.5'],
    [1 / 3, '0.3333'],
    [1234.56, '1235'],
    [12345.6, `12${THIN_SPACE}350`],
    [99999.4, '1e5'],
    [99994, `99${THIN_SPACE}990`],
    [0.001, '0.001'],
    [0.00099999, '0.001'],
    [0.00032, '3.2e-4'],
    [-1.2345e-10, '−1.234e-10'],
    [320000, '3.2e5'],
    [1e300, '1e300'],
    [5e-324, '4.941e-324'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, '+∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
    [null, '–'],
  ])('%s reads %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('keeps trailing zeros where a column asks for them', () => {
    expect([4, 0.5, 12.5, 0, 0.00032, 1234].map((value) => formatNumber(value, { zeros: true }))).toEqual([
      '4.000',
      '0.5000',
      '12.50',
      '0.000',
      '3.200e-4',
      '1234',
    ]);
  });

  it('reads back within half a unit of its fourth digit', () => {
    for (let power = -12; power < 12; power++)
      for (const digits of [1, 1.23456, 9.9996, 5.5555]) {
        const value = digits * 10 ** power;
        const read = Number(formatNumber(value).replaceAll(THIN_SPACE, ''));
        expect(Math.abs(read - value) / value).toBeLessThanOrEqual(5.1e-4);
      }
  });
});

it('signs a contribution, but not zero', () => {
  expect([4, -4, 0, null, 1e-7].map((value) => formatSigned(value))).toEqual(['+4', '−4', '0', '–', '+1e-7']);
});

it('writes an error with one digit', () => {
  expect([3.1e-10, 0, 0.2, 9.6e-10, 4.2, 1234, Number.NaN].map(formatError)).toEqual([
    '3e-10',
    '0',
    '0.2',
    '1e-9',
    '4',
    '1e3',
    'NaN',
  ]);
});

it('groups ten digits for comparing', () => {
  const spaced = (text: string) => text.replaceAll(' ', THIN_SPACE);
  expect(formatLong(4)).toBe(spaced('4.000 000 000'));
  expect(formatLong(-12345.678901)).toBe(spaced('−12 345.678 90'));
  expect(formatLong(1.5e-7)).toBe(spaced('1.500 000 000e-7'));
  expect(formatLong(1e15)).toBe(spaced('1.000 000 000e15'));
});

it('gives the exact value as the shortest text that reads back', () => {
  expect(exactText(0.1 + 0.2)).toBe('0.30000000000000004');
  expect(exactText(-1e21)).toBe('−1e21');
  expect(Number(plainText(-1.2345e-300))).toBe(-1.2345e-300);
  expect(plainText(-0)).toBe('-0');
});

it('groups counts', () => {
  expect([5, 881, 1234, 669706].map(formatCount)).toEqual(['5', '881', '1234', `669${THIN_SPACE}706`]);
});

describe('a tensor in one line', () => {
  it('is its number, its first numbers, or its sizes', () => {
    expect(summarize(null)).toBe('–');
    expect(summarize(tensor([], 2))).toBe('2');
    expect(summarize(tensor([2], 0.982, 0.119))).toBe('[0.982, 0.119]');
    expect(summarize(tensor([2], 1, -2), { signed: true })).toBe('[+1, −2]');
    expect(summarize(tensor([2, 3], 1, 2, 3, 4, 5, 6))).toBe('[2 × 3]');
  });

  it('stops within its width', () => {
    expect(summarize(tensor([6], 1, 2, 3, 4, 5, 6), { widthCh: 10 })).toBe('[1, 2, …]');
    expect(summarize(tensor([3], 0.1234, 0.1234, 0.1234), { widthCh: 6 })).toBe('[3]');
  });

  it('gives every number exactly as nested lists', () => {
    expect(exactTensorText(tensor([2, 2], 1, 0.1, -3, 1e-7))).toBe('[[1, 0.1], [-3, 1e-7]]');
    expect(exactTensorText(tensor([], 0.5))).toBe('0.5');
  });
});

it('knows the sign of numbers and tensors', () => {
  expect([signOf(2), signOf(-1), signOf(0), signOf(Number.NaN), signOf(tensor([2], 1, -1))]).toEqual([
    'plus',
    'minus',
    'zero',
    'error',
    'mixed',
  ]);
});
