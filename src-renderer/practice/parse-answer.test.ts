import { expect, test } from 'vitest';
import { parseAnswer } from './parse-answer.ts';

test.each([
  ['3', 3],
  ['-0.5', -0.5],
  ['−4', -4],
  ['+2', 2],
  ['.5', 0.5],
  ['2.', 2],
  ['1/3', 1 / 3],
  ['2*1', 2],
  ['2 × -3', -6],
  ['2·(3 − 1)', 4],
  ['1 - 2 - 3', -4],
  ['8/2/2', 2],
  ['2 + 3 * 4', 14],
  ['-2^2', -4],
  ['2^-1', 0.5],
  ['2**3', 8],
  ['3e-2', 0.03],
  ['--2', 2],
  ['((1))', 1],
])('%s is read as %d', (text, value) => {
  expect(parseAnswer(text)).toBeCloseTo(value, 15);
});

test.each([
  '',
  ' ',
  'x',
  '1/0',
  '2 3',
  '(1',
  '1)',
  '1,5',
  '2*',
  '*2',
  '1e999',
  'alert(1)',
  `${'('.repeat(150)}1`,
  '1'.repeat(400),
])('%s is no number', (text) => {
  expect(parseAnswer(text)).toBeNull();
});
