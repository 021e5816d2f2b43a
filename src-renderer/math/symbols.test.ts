import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { gradientOf, localOf } from './derivative.ts';
import { escapeLatex, numberLatex, symbolOf, symbolOfName } from './symbols.ts';

const parses = (latex: string) =>
  katex.renderToString(latex, { throwOnError: true, trust: false, strict: 'ignore', output: 'mathml' });

describe('the symbol of a name', () => {
  it.each([
    ['w', 'w', 'w', false],
    ['w1', 'w₁', 'w_{1}', false],
    ['w_12', 'w₁₂', 'w_{12}', false],
    ['W_2_3', 'W_2,3', 'W_{2,3}', false],
    ['alpha', 'α', '\\alpha', false],
    ['σ', 'σ', '\\sigma', false],
    ['sigma2', 'σ₂', '\\sigma_{2}', false],
    ['loss', 'loss', '\\mathrm{loss}', true],
    ['z_hidden', 'z_hidden', 'z_{\\mathrm{hidden}}', false],
    ['hidden layer', 'hidden layer', '\\text{hidden layer}', true],
    ['a-b', 'a-b', '\\text{a-b}', true],
  ])('%s is %s', (name, text, latex, upright) => {
    expect(symbolOfName(name)).toMatchObject({ text, latex, upright });
    parses(latex);
  });

  it('takes the label before the id, and the number of a constant without a label', () => {
    const node = { id: 'one', op: 'constant', attrs: { value: 1 }, inputs: [] };
    expect(symbolOf(node).text).toBe('1');
    expect(symbolOf({ ...node, label: 'c' }).text).toBe('c');
    expect(symbolOf({ ...node, attrs: { value: [1, 2] } }).text).toBe('one');
    expect(symbolOf({ ...node, op: 'parameter' }).text).toBe('one');
  });

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '}\\frac{1',
    '$x$ & #1 % ^ _ ~ { } \\',
    '\\def\\a{\\a\\a}\\a',
    '__proto__',
    'a'.repeat(5000),
    '\u202Etxet\u0000\n',
    '日本語',
    '🙂',
    '',
  ])('%j cannot break out of a formula', (name) => {
    const { latex, text } = symbolOfName(name);
    expect(parses(latex)).not.toContain('href=');
    expect([...text].length).toBeLessThanOrEqual(30);
    parses(gradientOf(symbolOfName(name), symbolOfName(name), 'leibniz').latex);
    parses(gradientOf(symbolOfName(name), null, 'short').latex);
    parses(gradientOf(symbolOfName(name), null, 'code').latex);
  });

  it('escapes what LaTeX would obey', () => {
    expect(parses(`\\mathrm{${escapeLatex('a_b%c{')}}`)).toContain('<math');
  });
});

it('writes the gradient in three notations', () => {
  const w = symbolOfName('w1');
  const loss = symbolOfName('E');
  expect(gradientOf(w, loss, 'leibniz')).toMatchObject({
    text: '∂E/∂w₁',
    latex: '\\frac{\\partial E}{\\partial w_{1}}',
  });
  expect(gradientOf(w, loss, 'short')).toMatchObject({ text: 'dw₁', latex: 'd w_{1}' });
  expect(gradientOf(w, loss, 'code')).toMatchObject({ text: 'w1.grad', latex: '\\texttt{w1.grad}', code: true });
  expect(gradientOf(w, null, 'leibniz').text).toBe('∂L/∂w₁');
  expect(localOf(loss, w).text).toBe('∂E/∂w₁');
});

it('sets numbers as LaTeX', () => {
  for (const text of ['3', '−4', '+2', '3.2e-4', '12\u2009350', '+∞', 'NaN', '–']) parses(numberLatex(text));
  expect(numberLatex('3.2e-4')).toBe('3.2\\mathrm{e}{-4}');
});
