import { expect, test } from 'vitest';
import { addNodes, emptyDocument, type GraphNode, parseDocument, serializeDocument } from '#engine';
import { createMemoryPlatform } from '../platform/memory.ts';
import { createTexts, translator } from '../texts/texts.ts';
import { restoreJournal, startAutosave } from './autosave.ts';
import { createDialogStore } from './dialog-store.ts';
import { createDocumentStore } from './document-store.ts';
import { createDocumentsStore, fileNameFor } from './documents-store.ts';
import { createSessionStore } from './session-store.ts';

const leaf = (id: string): GraphNode => ({ id, op: 'input', attrs: { value: 1 }, inputs: [] });
const textOf = (title: string) => serializeDocument({ ...emptyDocument, title, nodes: [leaf('a')] });

function setUp() {
  const platform = createMemoryPlatform();
  const document = createDocumentStore(platform.clock);
  const session = createSessionStore(platform.clock);
  const dialogs = createDialogStore();
  const documents = createDocumentsStore({
    document,
    session,
    dialogs,
    platform,
    translate: translator(createTexts()),
    examples: [{ id: 'a1', row: 'A1', title: 'First', read: () => textOf('First') }],
  });
  const edit = (id = 'b') => document.edit('Add', (each) => addNodes(each, [leaf(id)]));
  const title = () => document.getState().document.title;
  /** Answers the question that stands, once it does. */
  const answer = async (choice: 'save' | 'discard' | 'cancel') => {
    await Promise.resolve();
    const { dialog } = dialogs.getState();
    if (dialog?.kind !== 'unsaved') throw new Error('No question was asked.');
    dialog.answer(choice);
  };
  return { platform, document, session, dialogs, documents, edit, title, answer };
}

test('an example opens unedited, belongs to no file, and is saved under its title', async () => {
  const { platform, document, documents } = setUp();
  await documents.openExample('a1');
  expect(document.getState()).toMatchObject({ edited: false, file: null });
  expect(await documents.save()).toBe(true);
  expect([...platform.disk.keys()]).toEqual(['first.chainrule.json']);
  expect(parseDocument(platform.disk.get('first.chainrule.json')!).document?.title).toBe('First');
});

test('saving writes to the file it came from and lists it as recent', async () => {
  const { platform, document, documents, edit } = setUp();
  platform.disk.set('f.json', textOf('F'));
  platform.answers.push('f.json');
  await documents.open();
  edit();
  expect(document.getState().edited).toBe(true);
  await documents.save();
  expect(document.getState()).toMatchObject({ edited: false, file: { handle: 'f.json' } });
  expect(platform.disk.get('f.json')).toContain('"b"');
  expect(documents.getState().recent.map(({ name }) => name)).toEqual(['f.json']);
});

test('unsaved changes are asked about, and cancel keeps them', async () => {
  const { documents, edit, title, answer } = setUp();
  edit();
  const opening = documents.openExample('a1');
  await answer('cancel');
  await opening;
  expect(title()).toBe('Untitled');
});

test('unsaved changes can be given up or saved first', async () => {
  const { platform, documents, edit, title, answer } = setUp();
  edit();
  const giving = documents.openExample('a1');
  await answer('discard');
  await giving;
  expect(title()).toBe('First');
  edit();
  const saving = documents.create();
  await answer('save');
  await saving;
  expect(title()).toBe('Untitled');
  expect([...platform.disk.keys()]).toEqual(['first.chainrule.json']);
});

test('closing the dialog without an answer is cancel', async () => {
  const { dialogs, documents, edit } = setUp();
  edit();
  const leaving = documents.mayLeave();
  dialogs.close();
  expect(await leaving).toBe(false);
});

test('when writing fails the document stays edited, the user is told, and leaving is off', async () => {
  const { platform, document, dialogs, documents, edit, answer } = setUp();
  edit();
  platform.happen.failNextWrite('The disk is full.');
  const leaving = documents.mayLeave();
  await answer('save');
  expect(await leaving).toBe(false);
  expect(document.getState().edited).toBe(true);
  expect(dialogs.getState().dialog).toEqual({ kind: 'failed', what: 'save', text: 'The disk is full.' });
});

test('two saves at once land in the order in which they were asked for', async () => {
  const { platform, documents, document, edit } = setUp();
  document.open({ ...emptyDocument }, { name: 'f.json', handle: 'f.json' });
  edit('b');
  const first = documents.save();
  edit('c');
  const second = documents.save();
  await Promise.all([first, second]);
  expect(platform.disk.get('f.json')).toContain('"c"');
  expect(document.getState().edited).toBe(false);
});

test('a broken file shows what is wrong with it and changes nothing', async () => {
  const { platform, document, dialogs, documents } = setUp();
  platform.disk.set('broken.json', '{"format":"chainrule","version":1,"nodes":[{"id":"a","op":"nope"}]}');
  platform.answers.push('broken.json');
  const before = document.getState().document;
  await documents.open();
  expect(document.getState().document).toBe(before);
  const { dialog } = dialogs.getState();
  expect(dialog).toMatchObject({ kind: 'problems', name: 'broken.json' });
  expect(dialog?.kind === 'problems' && dialog.problems[0]?.path).toBe('nodes[0].op');
});

test('a file that cannot be read is told', async () => {
  const { platform, dialogs, documents } = setUp();
  platform.answers.push('missing.json');
  await documents.open();
  expect(dialogs.getState().dialog).toMatchObject({ kind: 'failed', what: 'open' });
});

test('an example that does not exist is refused with a sentence', async () => {
  const { session, documents } = setUp();
  await documents.openExample('zz');
  expect(session.getState().notice?.text).toContain('“zz”');
});

test.each([
  ['Squared error of w·x', 'squared-error-of-w-x.chainrule.json'],
  ['../../etc/passwd', 'etc-passwd.chainrule.json'],
  ['Größe', 'größe.chainrule.json'],
  ['…', 'untitled.chainrule.json'],
])('the title %s suggests the name %s', (title, name) => {
  expect(fileNameFor(title)).toBe(name);
});

test('a reload restores the document of a second ago, edited or not', async () => {
  const { platform, document, edit } = setUp();
  const stop = startAutosave({ document, platform, onFailure: () => undefined });
  document.open({ ...emptyDocument, title: 'Kept' }, null);
  edit();
  platform.clock.advance(1000);
  stop();
  const after = createDocumentStore(platform.clock);
  expect(await restoreJournal(after, platform)).toEqual({ edited: true });
  expect(after.getState()).toMatchObject({ edited: true, document: { title: 'Kept' } });
  after.markSaved({ name: 'k', handle: 'k' });
  expect(after.getState().edited).toBe(false);
});

test('what was changed just before the page goes away is written at once', () => {
  const { platform, document, edit } = setUp();
  startAutosave({ document, platform, onFailure: () => undefined });
  edit('late');
  expect(platform.state.journal).toBeNull();
  platform.happen.hide();
  expect(platform.state.journal?.text).toContain('"late"');
});

test('a journal that cannot be opened is set aside, and the next write does not reach it', async () => {
  const { platform, document } = setUp();
  platform.state.journal = { text: '{"format": "chainrule", "nodes": [', file: null, edited: true };
  expect(await restoreJournal(document, platform)).toBeNull();
  await platform.journal.write({ text: 'new', file: null, edited: true });
  expect((await platform.journal.aside())?.text).toContain('"nodes": [');
});

test('a journal that cannot be written is told once, until it can be again', async () => {
  const { platform, document, edit } = setUp();
  const told: string[] = [];
  let full = true;
  const journal = {
    ...platform.journal,
    write: async () => {
      if (full) throw new Error('The storage is full.');
    },
  };
  startAutosave({ document, platform: { ...platform, journal }, onFailure: (text) => told.push(text) });
  const change = async (id: string) => {
    edit(id);
    platform.clock.advance(1000);
    await Promise.resolve();
    await Promise.resolve();
  };
  await change('b');
  await change('c');
  expect(told).toEqual(['The storage is full.']);
  full = false;
  await change('d');
  full = true;
  await change('e');
  expect(told.length).toBe(2);
});
