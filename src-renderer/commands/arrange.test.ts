import { expect, test } from 'vitest';
import { type ChainruleDocument, emptyDocument } from '#engine';
import { type Alignment, alignShifts, distributeShifts, shifted } from './arrange.ts';
import { gateOfNodes, reachOf, sameOp } from './reach.ts';

const node = (id: string, op: string, inputs: readonly string[], more: object = {}) => ({
  id,
  op,
  attrs: op === 'input' ? { value: 1 } : {},
  inputs,
  ...more,
});
const document: ChainruleDocument = {
  ...emptyDocument,
  nodes: [
    node('a', 'input', [], { position: { x: 0, y: 10 } }),
    node('b', 'relu', ['a'], { position: { x: 100, y: 60 } }),
    node('c', 'relu', ['b'], { position: { x: 300, y: 0 } }),
    node('in', 'exp', ['b'], { position: { x: 500, y: 500 }, group: 'g' }),
    node('out', 'relu', ['in'], { position: { x: 700, y: 0 } }),
  ],
  groups: [{ id: 'g', collapsed: true, position: { x: 480, y: 90 } }],
};
const boxes = new Map([
  ['a', { x: 0, y: 10, width: 120, height: 88 }],
  ['b', { x: 100, y: 60, width: 160, height: 88 }],
  ['g', { x: 480, y: 90, width: 120, height: 144 }],
]);
const placeOf = (graph: ChainruleDocument, id: string) =>
  [...graph.nodes, ...graph.groups].find((record) => record.id === id)?.position;

test.each<[Alignment, readonly (readonly [number, number])[]]>([
  [
    'left',
    [
      [0, 10],
      [0, 60],
      [0, 90],
    ],
  ],
  [
    'right',
    [
      [480, 10],
      [440, 60],
      [480, 90],
    ],
  ],
  [
    'centre',
    [
      [240, 10],
      [220, 60],
      [240, 90],
    ],
  ],
  [
    'top',
    [
      [0, 10],
      [100, 10],
      [480, 10],
    ],
  ],
  [
    'bottom',
    [
      [0, 146],
      [100, 146],
      [480, 90],
    ],
  ],
  [
    'middle',
    [
      [0, 78],
      [100, 78],
      [480, 50],
    ],
  ],
])('aligning by %s', (alignment, expected) => {
  const moved = shifted(document, boxes, alignShifts(boxes, alignment));
  expect(['a', 'b', 'g'].map((id) => placeOf(moved, id))).toEqual(expected.map(([x, y]) => ({ x, y })));
});

test('what lies in a merged gate comes along', () => {
  const moved = shifted(document, boxes, alignShifts(boxes, 'left'));
  expect(placeOf(moved, 'in')).toEqual({ x: 20, y: 500 });
});

test('spacing evenly makes the gaps equal and leaves the outermost where they are', () => {
  const moved = shifted(document, boxes, distributeShifts(boxes, 'horizontal'));
  expect([placeOf(moved, 'a')?.x, placeOf(moved, 'b')?.x, placeOf(moved, 'g')?.x]).toEqual([0, 220, 480]);
  expect(distributeShifts(new Map([...boxes].slice(0, 2)), 'vertical').size).toBe(0);
});

test('upstream and downstream follow the wires, through merged gates', () => {
  expect([...reachOf(document, new Set(['g']), 'upstream')].sort()).toEqual(['a', 'b', 'g']);
  expect([...reachOf(document, new Set(['b']), 'downstream')].sort()).toEqual(['b', 'c', 'g', 'out']);
});

test('a chain of 20 000 gates is followed without recursion', () => {
  const nodes = Array.from({ length: 20_000 }, (_, at) => node(`n${at}`, 'neg', at === 0 ? [] : [`n${at - 1}`]));
  expect(reachOf({ ...emptyDocument, nodes }, new Set(['n0']), 'downstream').size).toBe(20_000);
});

test('all of one kind, as far as they can be seen', () => {
  expect([...sameOp(document, new Set(['b']))]).toEqual(['b', 'c', 'out']);
  expect(gateOfNodes(document).get('in')).toBe('g');
});
