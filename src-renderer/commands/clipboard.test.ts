import { describe, expect, test } from 'vitest';
import { type ChainruleDocument, emptyDocument, type GraphNode, serializeDocument } from '#engine';
import { clipOf, clipText, LARGEST_TEXT, pasteClip, readClip } from './clipboard.ts';

const leaf = (id: string, x: number, label?: string): GraphNode => ({
  id,
  op: 'input',
  attrs: { value: 1 },
  inputs: [],
  position: { x, y: 0 },
  ...(label === undefined ? {} : { label }),
});
const graph: ChainruleDocument = {
  ...emptyDocument,
  nodes: [
    leaf('a', 0, 'a'),
    leaf('b', 0),
    { id: 'p', op: 'mul', attrs: {}, inputs: ['a', 'b'], position: { x: 200, y: 40 }, group: 'g' },
    { id: 's', op: 'square', attrs: {}, inputs: ['p'], position: { x: 400, y: 40 }, group: 'g' },
  ],
  groups: [{ id: 'g', label: 'error', collapsed: true, position: { x: 300, y: 0 } }],
};
const options = { at: null, offset: 24, keepIncoming: false } as const;

function roundTrip(document: ChainruleDocument, selected: readonly string[]) {
  const clip = clipOf(document, new Set(selected));
  const read = readClip(clipText(clip!));
  if (!('clip' in read)) throw new Error(JSON.stringify(read));
  return read.clip;
}
const byId = (document: ChainruleDocument, id: string) => document.nodes.find((node) => node.id === id);

describe('copying', () => {
  test('wires within the part are kept, wires from outside are not', () => {
    const clip = roundTrip(graph, ['a', 'p']);
    expect(clip.nodes.map(({ id, inputs }) => [id, inputs])).toEqual([
      ['a', []],
      ['p', ['a', null]],
    ]);
    expect(clip.incoming).toEqual([{ source: 'b', target: 'p', slot: 1 }]);
  });

  test('a merged gate brings what is inside; a node out of a gate does not bring the gate', () => {
    expect(roundTrip(graph, ['g'])).toMatchObject({
      nodes: [{ id: 'p', group: 'g' }, { id: 's' }],
      groups: [{ id: 'g' }],
    });
    const alone = roundTrip(graph, ['p']);
    expect(alone.groups).toEqual([]);
    expect(alone.nodes[0]?.group).toBeUndefined();
  });

  test('nothing selected is nothing to copy', () => {
    expect(clipOf(graph, new Set())).toBeNull();
  });
});

describe('pasting', () => {
  test('ids are fresh and the wires follow them', () => {
    const { document, gates, count } = pasteClip(graph, roundTrip(graph, ['a', 'b', 'p']), options);
    expect(count).toBe(3);
    expect(gates).toEqual(['a1', 'b1', 'p1']);
    expect(byId(document, 'p1')?.inputs).toEqual(['a1', 'b1']);
    expect(byId(document, 'p')?.inputs).toEqual(['a', 'b']);
  });

  test('the same clip pasted twice gives other ids each time', () => {
    const clip = roundTrip(graph, ['a']);
    const once = pasteClip(graph, clip, options);
    expect(pasteClip(once.document, clip, options).gates).toEqual(['a2']);
  });

  test('a label that repeated the id gives way to the new id', () => {
    const { document } = pasteClip(graph, roundTrip(graph, ['a']), options);
    expect(byId(document, 'a1')).not.toHaveProperty('label');
  });

  test('what is pasted keeps its arrangement, its corner at the pointer and on the grid', () => {
    const { document } = pasteClip(graph, roundTrip(graph, ['a', 'p']), {
      ...options,
      at: { x: 101, y: 203 },
      offset: 0,
    });
    expect(byId(document, 'a1')?.position).toEqual({ x: 104, y: 200 });
    expect(byId(document, 'p1')?.position).toEqual({ x: 304, y: 240 });
  });

  test('incoming wires are kept on request where their sources are', () => {
    const clip = roundTrip(graph, ['p']);
    expect(byId(pasteClip(graph, clip, { ...options, keepIncoming: true }).document, 'p1')?.inputs).toEqual(['a', 'b']);
    const elsewhere = { ...emptyDocument, nodes: [leaf('a', 0)] };
    expect(byId(pasteClip(elsewhere, clip, { ...options, keepIncoming: true }).document, 'p')?.inputs).toEqual([
      'a',
      null,
    ]);
  });

  test('a merged gate is pasted as one, and selected as one', () => {
    const { document, gates } = pasteClip(graph, roundTrip(graph, ['g']), options);
    expect(gates).toEqual(['g1']);
    expect(byId(document, 'p1')?.group).toBe('g1');
    expect(document.groups.at(-1)).toMatchObject({ id: 'g1', collapsed: true, position: { x: 324, y: 24 } });
  });
});

describe('reading', () => {
  test.each(['', 'hello', '42', 'null', '[]', '{"nodes":[]}', '{"chainrule-clipboard":2,"nodes":[]}'])(
    'text from elsewhere is ignored: %s',
    (text) => {
      expect(readClip(text)).toEqual({ foreign: true });
    },
  );

  test('a whole document is taken as its nodes', () => {
    expect(readClip(serializeDocument(graph))).toMatchObject({ clip: { nodes: [{ id: 'a' }, {}, {}, {}] } });
  });

  test('too much is refused before it is read', () => {
    expect(readClip('x'.repeat(LARGEST_TEXT + 1))).toEqual({ tooLarge: true });
  });

  test.each([
    ['an unknown op', '{"chainrule-clipboard":1,"nodes":[{"id":"a","op":"nope"}]}'],
    ['a number that is none', '{"chainrule-clipboard":1,"nodes":[{"id":"a","op":"input","attrs":{"value":1e999}}]}'],
    ['no nodes', '{"chainrule-clipboard":1}'],
    ['a cycle', '{"chainrule-clipboard":1,"nodes":[{"id":"a","op":"neg","inputs":["a"]}]}'],
    ['a reserved name', '{"chainrule-clipboard":1,"nodes":[{"id":"__proto__","op":"constructor"}]}'],
  ])('%s is refused with a reason', (_, text) => {
    const read = readClip(text);
    expect('problems' in read && read.problems[0]?.message).toBeTruthy();
  });
});
