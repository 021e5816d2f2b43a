import { expect, test } from 'vitest';
import { askedBy, diagnose, evaluate, type Graph, mistakes, randomGraph } from '#engine';
import { FLAWS } from '../stores/broken-store.ts';
import { practice } from '../texts/en/practice.ts';

const texts: Readonly<Record<string, string>> = practice;
const placeholders = (text: string) => Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name!);

test.each(FLAWS)('%s has a sentence for what it does, and one for when it does nothing', (id) => {
  expect(texts[`why.${id}`]).toMatch(/^\{\{node\}\} gets \{\{wrong\}\} instead of \{\{right\}\}/);
  expect(texts[`idle.${id}`]).toMatch(/^Nothing changes here: .+\.$/);
});

test('whatever is diagnosed has a sentence, and the facts that it names', () => {
  const node = (id: string, op: string, inputs: readonly string[], value?: number) => ({
    id,
    op,
    inputs,
    attrs: value === undefined ? {} : { value },
  });
  const x = node('x', 'input', [], 3);
  const threeBranches: Graph = {
    nodes: [x, node('a', 'square', ['x']), node('b', 'mul', ['a', 'x']), node('L', 'add', ['b', 'x'])],
    groups: [],
  };
  const sigmoid: Graph = { nodes: [x, node('a', 'sigmoid', ['x']), node('L', 'mul', ['a', 'x'])], groups: [] };
  const drawn: readonly Graph[] = Array.from({ length: 12 }, (_, seed) =>
    randomGraph({ depth: 3, forks: 2, ops: ['add', 'sub', 'mul', 'div', 'square', 'sigmoid', 'tanh', 'exp'], seed }),
  );
  const seen = new Set<string>();
  for (const graph of [threeBranches, sigmoid, ...drawn]) {
    const run = evaluate(graph);
    for (const event of run.trace.events) {
      const asked = askedBy(event, run, graph);
      if (!asked) continue;
      for (const mistake of mistakes.values())
        for (const { answer } of mistake.answers?.(asked) ?? []) {
          const found = diagnose(answer, asked);
          if (!found) continue;
          const key = `found.${found.mistake}${found.variant ? `.${found.variant}` : ''}`;
          seen.add(key);
          expect(texts[key], key).toBeDefined();
          expect(Object.keys(found.facts), key).toEqual(expect.arrayContaining(placeholders(texts[key]!)));
        }
    }
  }
  const written = Object.keys(texts).filter((key) => key.startsWith('found.'));
  expect(written.filter((key) => !seen.has(key))).toEqual([]);
});

test('no sentence praises, shouts or blames', () => {
  for (const [key, text] of Object.entries(texts))
    expect(text, key).not.toMatch(/!|great|well done|correct|sorry|oops|fail/i);
});
