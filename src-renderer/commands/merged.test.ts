import { expect, test } from 'vitest';
import { type ChainruleDocument, emptyDocument, type GraphNode, place } from '#engine';
import { sheetOf } from '../stores/sheet.ts';
import { withMergedToggled } from './merged.ts';

const node = (id: string, x: number, y: number, group?: string): GraphNode => ({
  id,
  op: 'input',
  attrs: { value: 1 },
  inputs: [],
  position: { x, y },
  ...(group === undefined ? {} : { group }),
});
const document: ChainruleDocument = {
  ...emptyDocument,
  nodes: [node('a', 0, 0, 'g'), node('b', 240, 0, 'g'), node('next', 300, 0)],
  groups: [{ id: 'g', collapsed: true, position: { x: 0, y: 0 } }],
};
const positionOf = (of: ChainruleDocument, id: string) => of.nodes.find((each) => each.id === id)?.position;

test('a neighbour moved aside for an open gate comes back when it closes, to the same document', () => {
  const opened = withMergedToggled(document, 'g', false);
  expect(positionOf(opened, 'next')!.x).toBeGreaterThan(400);
  const closed = withMergedToggled(opened, 'g', true);
  expect(closed).toEqual(document);
});

test('a neighbour that was moved meanwhile stays where it was put', () => {
  const opened = place(withMergedToggled(document, 'g', false), new Map([['next', { x: 800, y: 80 }]]));
  const closed = withMergedToggled(opened, 'g', true);
  expect(positionOf(closed, 'next')).toEqual({ x: 800, y: 80 });
  expect(sheetOf(closed).rooms).toEqual([]);
});

test('where there is room nothing moves and nothing is kept', () => {
  const roomy = place(document, new Map([['next', { x: 900, y: 0 }]]));
  expect(withMergedToggled(roomy, 'g', false).extensions).toBeUndefined();
});
