import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addNodes,
  type ChainruleDocument,
  connect,
  emptyDocument,
  type GraphNode,
  place,
  removeNodes,
  serializeDocument,
  setAttribute,
  setObjective,
} from '#engine';
import { createManualClock } from '../platform/memory.ts';
import { createDocumentStore } from './document-store.ts';
import { createHistory } from './history.ts';

const leaf = (id: string, value = 1): GraphNode => ({ id, op: 'input', attrs: { value }, inputs: [] });
const add = (id: string) => (document: ChainruleDocument) => addNodes(document, [leaf(id)]);
const setValue = (id: string, value: number) => (document: ChainruleDocument) =>
  setAttribute(document, id, 'value', value);

function setUp() {
  const clock = createManualClock();
  const store = createDocumentStore(clock);
  const ids = () => store.getState().document.nodes.map(({ id }) => id);
  const value = (id: string) => store.getState().document.nodes.find((node) => node.id === id)?.attrs['value'];
  return { clock, store, ids, value };
}

describe('editing', () => {
  test('an edit can be undone and redone, and says what it was', () => {
    const { store, ids } = setUp();
    store.edit('Add a', add('a'));
    expect(store.getState()).toMatchObject({ undoLabel: 'Add a', redoLabel: null, edited: true });
    store.undo();
    expect(ids()).toEqual([]);
    expect(store.getState()).toMatchObject({ undoLabel: null, redoLabel: 'Add a', edited: false });
    store.redo();
    expect(ids()).toEqual(['a']);
  });

  test('a change that returns the same document is no entry and no new version', () => {
    const { store } = setUp();
    const { version } = store.getState();
    store.edit('Nothing', (document) => document);
    expect(store.getState()).toMatchObject({ version, undoLabel: null, edited: false });
  });

  test('an edit after an undo forgets what was undone', () => {
    const { store, ids } = setUp();
    store.edit('Add a', add('a'));
    store.undo();
    store.edit('Add b', add('b'));
    store.redo();
    expect(ids()).toEqual(['b']);
  });

  test('edits with the same key merge while they follow within 800 ms', () => {
    const { clock, store, value } = setUp();
    store.open({ ...emptyDocument, nodes: [leaf('a')] }, null);
    for (const next of [2, 3, 4]) {
      store.edit('Set a', setValue('a', next), { merge: 'a.value' });
      clock.advance(700);
    }
    clock.advance(200);
    store.edit('Set a', setValue('a', 5), { merge: 'a.value' });
    store.undo();
    expect(value('a')).toBe(4);
    store.undo();
    expect(value('a')).toBe(1);
  });

  test('another edit between two of the same key keeps them apart', () => {
    const { store, value } = setUp();
    store.open({ ...emptyDocument, nodes: [leaf('a'), leaf('b')] }, null);
    store.edit('Set a', setValue('a', 2), { merge: 'a.value' });
    store.edit('Set b', setValue('b', 2), { merge: 'b.value' });
    store.edit('Set a', setValue('a', 3), { merge: 'a.value' });
    store.undo();
    expect([value('a'), value('b')]).toEqual([2, 2]);
  });

  test('merged edits that return to the beginning leave no entry, and the next edit starts its own', () => {
    const { store } = setUp();
    const open = { ...emptyDocument, nodes: [leaf('a')] };
    store.open(open, null);
    store.edit('Rename', (document) => ({ ...document, title: 'T' }), { merge: 'title' });
    store.edit('Rename', (document) => ({ ...document, title: open.title }), { merge: 'title' });
    expect(store.getState().undoLabel).toBeNull();
    store.edit('Rename', (document) => ({ ...document, title: 'U' }), { merge: 'title' });
    store.undo();
    expect(store.getState().document.title).toBe(open.title);
  });
});

describe('gestures', () => {
  test('a gesture is one entry, however many changes it made', () => {
    const { store } = setUp();
    store.edit('Add a', add('a'));
    const gesture = store.begin('Move');
    for (let x = 0; x < 50; x++) gesture.update((document) => place(document, new Map([['a', { x, y: 0 }]])));
    gesture.commit();
    expect(store.getState().document.nodes[0]?.position).toEqual({ x: 49, y: 0 });
    store.undo();
    expect(store.getState().document.nodes[0]?.position).toBeUndefined();
    expect(store.getState().undoLabel).toBe('Add a');
  });

  test('a cancelled gesture returns to its beginning and keeps what could be redone', () => {
    const { store, ids } = setUp();
    store.edit('Add a', add('a'));
    store.edit('Add b', add('b'));
    store.undo();
    const gesture = store.begin('Move');
    gesture.update((document) => place(document, new Map([['a', { x: 8, y: 8 }]])));
    gesture.cancel();
    gesture.update(add('late'));
    expect(ids()).toEqual(['a']);
    expect(store.getState()).toMatchObject({ undoLabel: 'Add a', redoLabel: 'Add b' });
  });

  test('an edit or an undo ends the gesture under way', () => {
    const { store, ids } = setUp();
    const gesture = store.begin('Drag');
    gesture.update(add('a'));
    store.edit('Add b', add('b'));
    gesture.update(add('c'));
    expect(ids()).toEqual(['a', 'b']);
    store.undo();
    expect(store.getState().undoLabel).toBe('Drag');
    const second = store.begin('Drag');
    second.update(add('d'));
    store.undo();
    expect(ids()).toEqual(['a']);
  });
});

describe('saved and edited', () => {
  const file = { name: 'f.json', handle: 'f' };

  test('a document is edited until it says again what was saved', () => {
    const { store } = setUp();
    store.open({ ...emptyDocument, nodes: [leaf('a')] }, file);
    expect(store.getState().edited).toBe(false);
    store.edit('Set a', setValue('a', 2));
    expect(store.getState().edited).toBe(true);
    store.edit('Set a', setValue('a', 1));
    expect(store.getState().edited).toBe(false);
  });

  test('undoing past the saved state counts as edited, redoing to it does not', () => {
    const { store } = setUp();
    store.edit('Add a', add('a'));
    store.markSaved(file);
    store.undo();
    expect(store.getState().edited).toBe(true);
    store.redo();
    expect(store.getState().edited).toBe(false);
  });

  test('what was edited while it was being written stays edited', () => {
    const { store } = setUp();
    store.edit('Add a', add('a'));
    const written = store.getState().document;
    store.edit('Add b', add('b'));
    store.markSaved(file, written);
    expect(store.getState()).toMatchObject({ edited: true, file });
  });

  test('positions laid out on opening are neither an edit nor an entry', () => {
    const { store } = setUp();
    store.open({ ...emptyDocument, nodes: [leaf('a')] }, file);
    store.settle((document) => place(document, new Map([['a', { x: 8, y: 8 }]])));
    expect(store.getState()).toMatchObject({ edited: false, undoLabel: null });
    expect(store.getState().document.nodes[0]?.position).toEqual({ x: 8, y: 8 });
  });

  test('a recovered document is edited whatever it says', () => {
    const { store } = setUp();
    store.open({ ...emptyDocument, nodes: [leaf('a')] }, null, { edited: true });
    expect(store.getState().edited).toBe(true);
  });
});

test('the oldest entries are given up when the past takes too much memory', () => {
  const clock = createManualClock();
  const store = createDocumentStore(clock, createHistory(100_000));
  const large = (seed: number) => Array.from({ length: 1000 }, (_, index) => index + seed);
  store.open({ ...emptyDocument, nodes: [leaf('a')] }, null);
  for (let step = 0; step < 50; step++)
    store.edit(`Step ${step}`, (each) => setAttribute(each, 'a', 'value', large(step)));
  let undone = 0;
  while (store.getState().undoLabel !== null) {
    store.undo();
    undone++;
  }
  expect(undone).toBeGreaterThan(2);
  expect(undone).toBeLessThan(10);
});

test('undoing everything gives back the first bytes, redoing everything the last', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const edit = fc.oneof(
    id.map(
      (name) => (document: ChainruleDocument) =>
        document.nodes.some((node) => node.id === name) ? document : addNodes(document, [leaf(name)]),
    ),
    id.map((name) => (document: ChainruleDocument) => removeNodes(document, [name])),
    fc.tuple(id, fc.integer({ min: -5, max: 5 })).map(([name, value]) => setValue(name, value)),
    fc.tuple(id, id).map(
      ([source, target]) =>
        (document: ChainruleDocument) =>
          connect(document, source, { target, slot: 0 }),
    ),
    fc.tuple(id, fc.integer({ min: 0, max: 9 })).map(
      ([name, x]) =>
        (document: ChainruleDocument) =>
          place(document, new Map([[name, { x, y: x }]])),
    ),
    fc.option(id, { nil: undefined }).map((name) => (document: ChainruleDocument) => setObjective(document, name)),
    fc.string().map((title) => (document: ChainruleDocument) => ({ ...document, title })),
  );
  const step = fc.record({
    edit,
    how: fc.constantFrom('edit', 'merge', 'gesture', 'cancelled', 'undo', 'redo', 'wait'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const clock = createManualClock();
      const store = createDocumentStore(clock);
      const bytes = () => serializeDocument(store.getState().document);
      store.open({ ...emptyDocument, nodes: [leaf('a'), leaf('b')] }, null);
      const first = bytes();
      for (const { edit: change, how } of steps) {
        if (how === 'edit') store.edit('Edit', change);
        else if (how === 'merge') store.edit('Type', change, { merge: 'key' });
        else if (how === 'undo') store.undo();
        else if (how === 'redo') store.redo();
        else if (how === 'wait') clock.advance(1000);
        else {
          const gesture = store.begin('Drag');
          gesture.update(change);
          if (how === 'gesture') gesture.commit();
          else gesture.cancel();
        }
      }
      while (store.getState().redoLabel !== null) store.redo();
      const last = bytes();
      while (store.getState().undoLabel !== null) store.undo();
      expect(bytes()).toBe(first);
      expect(store.getState().edited).toBe(false);
      while (store.getState().redoLabel !== null) store.redo();
      expect(bytes()).toBe(last);
    }),
    { numRuns: 300 },
  );
});

describe('the list of the history', () => {
  const labels = (store: ReturnType<typeof createDocumentStore>) => store.history().entries.map(({ label }) => label);

  test('holds what was done and what was undone, and where the document stands', () => {
    const store = createDocumentStore(createManualClock());
    store.open({ ...emptyDocument, nodes: [leaf('a')] }, null);
    for (const name of ['One', 'Two', 'Three']) store.edit(name, (before) => ({ ...before, title: name }));
    store.undo();
    expect(labels(store)).toEqual(['One', 'Two', 'Three']);
    expect(store.history().position).toBe(2);
    store.edit('Other', (before) => ({ ...before, title: 'Other' }));
    expect(labels(store)).toEqual(['One', 'Two', 'Other']);
  });

  test('going to an entry is one change of the document, there and back', () => {
    const store = createDocumentStore(createManualClock());
    store.open({ ...emptyDocument, title: 'Zero' }, null);
    for (const name of ['One', 'Two', 'Three']) store.edit(name, (before) => ({ ...before, title: name }));
    const { version } = store.getState();
    store.goTo(1);
    expect(store.getState()).toMatchObject({ version: version + 1, undoLabel: 'One', redoLabel: 'Two' });
    expect(store.getState().document.title).toBe('One');
    store.goTo(3);
    expect(store.getState().document.title).toBe('Three');
    store.goTo(0);
    expect(store.getState()).toMatchObject({ edited: false, undoLabel: null });
  });

  test('marks the entry that was saved', () => {
    const store = createDocumentStore(createManualClock());
    store.open({ ...emptyDocument }, null);
    expect(store.history().savedAt).toBe(0);
    store.edit('One', (before) => ({ ...before, title: 'One' }));
    store.markSaved({ name: 'one', handle: null });
    store.edit('Two', (before) => ({ ...before, title: 'Two' }));
    const { entries, savedAt } = store.history();
    expect(savedAt).toBe(entries[0]?.id);
  });

  test('says when the oldest entries were given up for want of room', () => {
    const store = createDocumentStore(createManualClock(), createHistory(1000));
    store.open({ ...emptyDocument }, null);
    for (let step = 0; step < 20; step++) store.edit(`${step}`, (before) => ({ ...before, title: `${step}` }));
    const { entries, cut, bytes, capBytes } = store.history();
    expect(cut).toBe(true);
    expect(bytes).toBeLessThanOrEqual(capBytes);
    expect(entries.length).toBeLessThan(20);
    expect(entries.at(-1)?.label).toBe('19');
  });
});
