import { expect, test } from 'vitest';
import { createSession } from '../run/session.ts';
import { build } from '../testing/build.ts';
import { smallOps } from '../testing/small-ops.ts';
import { checkAtOnce } from './check.ts';

const uniform = () => 0.3;
const check = (text: string, options = {}) =>
  checkAtOnce(createSession(build(text), { table: smallOps }).plan(), { uniform, ...options });
const entry = (report: ReturnType<typeof check>, of: object) =>
  report.comparisons.find((each) => JSON.stringify(each.of) === JSON.stringify(of));

test('every edge and every node but constants and the objective is compared', () => {
  const report = check('x = input 2; three = constant 3; u = mul x x; v = mul x three; y = add u v');
  expect(report).toMatchObject({ matched: 9, total: 9, ok: true, skipped: 0 });
  expect(report.worst).toBeLessThan(1e-9);
});

test('a wrong derivative is found', () => {
  const report = check('x = input 3; y = wrong x');
  expect(report.ok).toBe(false);
  expect(entry(report, { node: 'x' })).toMatchObject({ verdict: 'differs', analytic: 3 });
  expect(entry(report, { node: 'x' })!.numeric).toBeCloseTo(6, 6);
});

test('at a kink both slopes are given', () => {
  const report = check('x = input 0; y = relu x');
  expect(entry(report, { node: 'x' })).toMatchObject({ verdict: 'kink', left: 0 });
  expect(entry(report, { node: 'x' })!.right).toBeCloseTo(1, 9);
  const tie = check('x = input 0; y = abs x');
  expect(entry(tie, { target: 'y', slot: 0 })!.left).toBeCloseTo(-1, 9);
  expect(entry(tie, { target: 'y', slot: 0 })!.verdict).toBe('kink');
  expect(report.ok && tie.ok).toBe(true);
});

test('an undeclared kink is told from a wrong derivative', () => {
  expect(check('x = input 0; y = silent x').comparisons.map(({ verdict }) => verdict)).toEqual(['kink', 'kink']);
});

test('a point near a kink is resolved with smaller steps', () => {
  expect(check('x = input 1e-6; y = relu x')).toMatchObject({ matched: 2 });
  expect(check('x = input 1e-9; y = relu x')).toMatchObject({ matched: 2 });
});

test('an infinite slope is unbounded, not wrong', () => {
  const report = check('x = input 0; y = sqrt x');
  expect(entry(report, { node: 'x' })!.verdict).toBe('unbounded');
  expect(report.ok).toBe(true);
});

test('an input that an op takes only at certain values has no slope', () => {
  expect(check('x = input 0; y = picky x').comparisons.map(({ verdict }) => verdict)).toEqual(['kink', 'kink']);
});
