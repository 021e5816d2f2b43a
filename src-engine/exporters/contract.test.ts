import { readdirSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { type ChainruleDocument, emptyDocument } from '../document/document.ts';
import { parseDocument } from '../document/parse.ts';
import { serializeDocument } from '../document/serialize.ts';
import { opTable as table } from '../ops/registry.ts';
import { build } from '../testing/build.ts';
import { exporters } from './registry.ts';

const HOSTILE =
  '"]; }\n\\N \\end{document} %$#_&{}~^ <script>alert(1)</script> &quot; \u0000 \u202e \ud800 σ 한글 😀 --> */';

const A1: ChainruleDocument = {
  ...emptyDocument,
  ...build('w = parameter 3; x = input 1; p = mul w x; one = constant 1; d = sub p one; E = square d'),
  title: 'Squared error',
};
const hostile: ChainruleDocument = {
  ...A1,
  title: HOSTILE,
  description: HOSTILE,
  nodes: A1.nodes.map((node) => ({ ...node, label: HOSTILE, group: 'g' })),
  groups: [
    { id: 'g', label: HOSTILE, group: 'h' },
    { id: 'h', label: HOSTILE },
  ],
};
const unfinished: ChainruleDocument = {
  ...emptyDocument,
  ...build('a = input 1; b = add a _; c = input [1, 2]; d = input [1, 2, 3]; e = mul c d'),
};
const tensors: ChainruleDocument = {
  ...emptyDocument,
  ...build(
    'x = input [[1, 2], [3, 4]]; W = parameter [[1, 0.5], [-1, 1e-9]]; m = matmul x W; s = softmax m; y = mul s s',
  ),
};

function chain(length: number): ChainruleDocument {
  const nodes = Array.from({ length }, (_, k) => ({ id: `n${k}`, op: 'neg', attrs: {}, inputs: [`n${k - 1}`] }));
  nodes[0] = { id: 'n0', op: 'input', attrs: { value: 1 }, inputs: [] };
  return { ...emptyDocument, nodes };
}

describe('every exporter', () => {
  it('is a file of this folder', () => {
    const support = new Set([
      'define.ts',
      'all.ts',
      'registry.ts',
      'number-text.ts',
      'latex-text.ts',
      'latex-expression.ts',
      'svg-drawing.ts',
      'svg-layout.ts',
    ]);
    const files = readdirSync(new URL('.', import.meta.url)).filter(
      (name) => !name.includes('.test.') && !support.has(name),
    );
    expect(files.map((name) => name.replace('.ts', '')).sort()).toEqual([...exporters.keys()].sort());
  });

  describe.each([...exporters.values()])('$id', (exporter) => {
    it.each([
      ['an empty document', emptyDocument],
      ['the squared error', A1],
      ['hostile labels', hostile],
      ['an unfinished graph', unfinished],
      ['tensors', tensors],
      ['a chain of 20 000 nodes', chain(20_000)],
    ])('writes %s, the same each time, as text that any encoding carries', (_, document) => {
      const text = exporter.write(document, { table });
      expect(text.endsWith('\n')).toBe(true);
      expect(text).not.toMatch(/\p{Surrogate}/u);
      expect(exporter.write(document, { table })).toBe(text);
      expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    });

    it('says of itself what a menu and a file dialog need', () => {
      expect(exporter.extension).toMatch(/^\.[a-z.]+$/);
      expect(exporter.mediaType).toMatch(/^[a-z]+\/[a-z.+-]+$/);
      expect(exporter.name).not.toBe('');
    });
  });
});

const write = (id: string, document: ChainruleDocument) => exporters.get(id)!.write(document, { table });

describe('json', () => {
  it('is the canonical document', () => {
    expect(write('json', A1)).toBe(serializeDocument(A1));
    expect(parseDocument(write('json', A1)).document).toEqual(A1);
  });
});

describe('dot', () => {
  it('carries values, gradients, local derivatives and contributions', () => {
    const text = write('dot', A1);
    expect(text).toContain('"w" [label="w\\nparameter\\nvalue 3\\ngradient 4"];');
    expect(text).toContain('"one" [label="one\\nconstant\\nvalue 1"];');
    expect(text).toContain('"E" [label="E\\nsquare\\nvalue 4\\ngradient 1", peripheries=2];');
    expect(text).toContain('"p" -> "d" [label="local 1\\ncontribution 4"];');
  });

  it('nests clusters as groups nest, with balanced braces and quotes whatever the labels', () => {
    const text = write('dot', hostile);
    const outside = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
    expect(outside.match(/subgraph/g)).toHaveLength(2);
    expect(outside).toMatch(/subgraph "" \{\s+label="";\s+subgraph "" \{\s+label="";/);
    expect(outside.match(/\{/g)!.length).toBe(outside.match(/\}/g)!.length);
    expect(outside.match(/"/g)!.length % 2).toBe(0);
    expect(outside).not.toContain('script');
  });
});

describe('latex', () => {
  const equations = (text: string) =>
    Array.from(
      text.matchAll(/\\begin\{align\*\}\n([\s\S]*?)\n\\end\{align\*\}/g),
      ([, body]) => `\\begin{aligned}${body}\\end{aligned}`,
    );

  it('states the forward pass and the chain rule down to the leaves', () => {
    const text = write('latex', A1);
    expect(text).toContain('p &= w \\cdot x');
    expect(text).toMatch(/\\frac\{\\partial E\}\{\\partial p\} &= \\frac\{\\partial E\}\{\\partial d\} \\cdot 1 = 4/);
    expect(text).toMatch(/\\frac\{\\partial E\}\{\\partial w\} &= \\frac\{\\partial E\}\{\\partial p\} \\cdot x = 4/);
    expect(text).not.toContain('\\partial \\mathrm{one}');
  });

  it.each([
    ['A1', A1],
    ['hostile', hostile],
    ['tensors', tensors],
  ])('has equations of %s that a typesetter accepts', (_, document) => {
    const found = equations(write('latex', document));
    expect(found.length).toBeGreaterThanOrEqual(3);
    for (const body of found)
      expect(() => katex.renderToString(body, { throwOnError: true, strict: 'error' })).not.toThrow();
  });

  it('lets no label out of its text', () => {
    const page = write('latex', hostile).replace(/^%.*$/gm, '');
    expect(page.match(/\\end\{document\}/g)).toHaveLength(1);
    expect(page).not.toMatch(/[^\n -~]/);
  });

  it('states the objective in one line where that can be read, with parentheses where they are needed', () => {
    expect(write('latex', A1)).toContain('E &= \\left(w \\cdot x - 1\\right)^2');
    const nested: ChainruleDocument = {
      ...emptyDocument,
      ...build('a = input 1; b = input 2; s = add a b; n = neg s; m = mul n s; e = exp m; d = sub a e; y = div d e'),
    };
    const text = write('latex', nested);
    expect(text).toContain('s &= a + b');
    expect(text).toContain('e &= e^{\\left(-s\\right) \\cdot s}');
    expect(text).toContain('y &= \\frac{a - e}{e}');
  });

  it('sums over the wires that leave a node', () => {
    const square: ChainruleDocument = { ...emptyDocument, ...build('x = input 3; y = mul x x') };
    expect(write('latex', square)).toContain(
      '\\frac{\\partial y}{\\partial x} &= \\frac{\\partial y}{\\partial y} \\cdot x + \\frac{\\partial y}{\\partial y} \\cdot x = 6',
    );
  });
});
