import { expect, test } from 'vitest';
import { type ChainruleDocument, emptyDocument, type Problem } from '#engine';
import { editorOf, moved, rowsOf } from './rows.ts';

const document: ChainruleDocument = {
  ...emptyDocument,
  nodes: [
    { id: 'p', op: 'mul', attrs: {}, inputs: ['w', null], group: 'g' },
    { id: 'w', op: 'parameter', label: 'weight', attrs: { value: 2 }, inputs: [] },
    { id: 'loop1', op: 'neg', attrs: {}, inputs: ['loop2'] },
    { id: 'loop2', op: 'neg', attrs: {}, inputs: ['loop1'] },
  ],
  groups: [{ id: 'g', label: 'error' }],
};
const problems = [
  { node: 'p', message: 'Input b is empty.' },
  { node: 'p', message: 'Another.' },
] as unknown as readonly Problem[];

test('rows stand in the order of computation; what cannot be computed follows', () => {
  expect(rowsOf(document, []).map(({ node }) => node.id)).toEqual(['w', 'p', 'loop1', 'loop2']);
});

test('a row names its inputs, its merged gate and what is wrong first', () => {
  const [, product] = rowsOf(document, problems);
  expect(product).toMatchObject({
    name: 'p',
    kind: 'Multiply',
    group: 'error',
    inputs: [
      { slot: 'a', source: 'weight' },
      { slot: 'b', source: null },
    ],
    problem: 'Input b is empty.',
  });
});

test('names can be edited everywhere, values of leaves, inputs of the others', () => {
  const [weight, product] = rowsOf(document, []);
  expect([editorOf(weight!, 'name'), editorOf(weight!, 'value'), editorOf(weight!, 'inputs')]).toEqual([
    'name',
    'value',
    null,
  ]);
  expect([editorOf(product!, 'value'), editorOf(product!, 'inputs'), editorOf(product!, 'gradient')]).toEqual([
    null,
    'inputs',
    null,
  ]);
});

test('keys move among the cells and stop at the edges', () => {
  const press = (key: string, ctrlKey = false) =>
    moved({ key, ctrlKey, metaKey: false, altKey: false }, { row: 2, column: 1 }, 4);
  expect(press('ArrowDown')).toEqual({ row: 3, column: 1 });
  expect(press('PageDown')).toEqual({ row: 3, column: 1 });
  expect(press('ArrowUp', true)).toEqual({ row: 0, column: 1 });
  expect(press('End')).toEqual({ row: 2, column: 6 });
  expect(press('Home', true)).toEqual({ row: 0, column: 0 });
  expect(press('a')).toBeNull();
});
