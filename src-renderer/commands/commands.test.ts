import { expect, test } from 'vitest';
import { addNodes, connect, createTrainingClient, emptyDocument, type GraphNode, serializeDocument } from '#engine';
import { createManualEngine } from '../platform/manual-engine.ts';
import { createMemoryPlatform } from '../platform/memory.ts';
import { createBrokenStore } from '../stores/broken-store.ts';
import { createCanvasPortStore } from '../stores/canvas-port.ts';
import { createDialogStore } from '../stores/dialog-store.ts';
import { createDocumentStore } from '../stores/document-store.ts';
import { createDocumentsStore } from '../stores/documents-store.ts';
import { createLessonStore } from '../stores/lesson-store.ts';
import { createPlayerStore } from '../stores/player-store.ts';
import { createPracticeStore } from '../stores/practice-store.ts';
import { createRunStore } from '../stores/run-store.ts';
import { createSessionStore } from '../stores/session-store.ts';
import { createSettingsStore } from '../stores/settings-store.ts';
import type { Studio } from '../stores/studio.ts';
import { createTrainingStore } from '../stores/training-store.ts';
import { createTexts, translator } from '../texts/texts.ts';
import { sharedCommands } from './all.ts';
import { createRegistry } from './registry.ts';

const leaf = (id: string): GraphNode => ({
  id,
  op: 'input',
  attrs: { value: 1 },
  inputs: [],
  position: { x: 0, y: 0 },
});

function setUp() {
  const platform = createMemoryPlatform();
  const translate = translator(createTexts());
  const { clock } = platform;
  const document = createDocumentStore(clock);
  const session = createSessionStore(clock);
  const dialogs = createDialogStore();
  const engine = createManualEngine();
  const run = createRunStore({ document, clock, connect: engine.connect, onRestart: () => undefined });
  const player = createPlayerStore({ run, document, clock });
  const studio: Studio = {
    document,
    documents: createDocumentsStore({
      document,
      session,
      dialogs,
      platform,
      translate,
      examples: [{ id: 'a1', row: 'A1', title: 'First', read: () => serializeDocument(emptyDocument) }],
    }),
    run,
    player,
    lessons: createLessonStore({ document, run, player, session, dialogs, platform, translate, listings: [] }),
    session,
    practice: createPracticeStore({ run, player, document }),
    broken: createBrokenStore({ run, document }),
    training: createTrainingStore({
      document,
      clock,
      connect: (events) =>
        createTrainingClient({
          open: () => {
            throw new Error('Nothing is trained here.');
          },
          timer: { now: clock.now, after: () => () => undefined },
          events,
        }),
      translate,
    }),
    settings: createSettingsStore(platform.storage),
    dialogs,
    canvas: createCanvasPortStore(),
    platform,
    translate,
  };
  const commands = createRegistry(studio, sharedCommands(studio));
  document.open(
    {
      ...emptyDocument,
      nodes: [
        leaf('a'),
        leaf('b'),
        { id: 'p', op: 'mul', attrs: {}, inputs: ['a', 'b'] },
        { id: 's', op: 'square', attrs: {}, inputs: ['p'] },
      ],
      objective: 's',
    },
    null,
  );
  const ids = () => document.getState().document.nodes.map(({ id }) => id);
  const reason = (id: string) => commands.unavailable(commands.get(id)!);
  return { studio, commands, platform, document, session, ids, reason };
}

test('every command has a name, a group and its own id', () => {
  const { commands } = setUp();
  for (const command of commands.list) {
    expect(command.id).toMatch(/^(file|edit|view|graph|player|train|lesson|help)\.[a-z0-9.-]+$/);
    expect(commands.label(command)).not.toMatch(/^$|\{\{|:/);
  }
});

test('no shortcut means two things', () => {
  const { commands } = setUp();
  const keys = commands.list.flatMap((command) => command.keys ?? []);
  expect(keys.filter((each, index) => keys.indexOf(each) !== index)).toEqual([]);
});

test('a command that cannot be run says why and does nothing', () => {
  const { commands, document, reason } = setUp();
  expect(reason('edit.undo')).toBe('There is nothing to undo.');
  expect(reason('edit.delete')).toBe('Nothing is selected.');
  expect(reason('graph.tidy')).toBe('The canvas is not shown.');
  const { version } = document.getState();
  commands.run('edit.delete');
  commands.run('no.such-command');
  expect(document.getState().version).toBe(version);
});

test('a command that throws tells the user', () => {
  const { studio, session } = setUp();
  const broken = createRegistry(studio, [
    {
      id: 'edit.break',
      label: 'edit.undo',
      run: () => {
        throw new Error('It broke.');
      },
    },
  ]);
  broken.run('edit.break');
  expect(session.getState().notice).toMatchObject({ text: 'It broke.', tone: 'error' });
});

test('deleting takes selected nodes and wires in one step', () => {
  const { commands, document, session, ids } = setUp();
  session.select(['s'], ['p:1']);
  commands.run('edit.delete');
  expect(ids()).toEqual(['a', 'b', 'p']);
  expect(document.getState().document.nodes[2]?.inputs).toEqual(['a', null]);
  commands.run('edit.undo');
  expect(ids()).toEqual(['a', 'b', 'p', 's']);
  expect(document.getState().document).toMatchObject({ objective: 's' });
});

test('deleting a merged gate deletes what is in it, and undo brings it back merged', () => {
  const { commands, document, session, ids } = setUp();
  session.select(['p', 's']);
  commands.run('graph.merge');
  commands.run('edit.delete');
  expect(ids()).toEqual(['a', 'b']);
  expect(document.getState().document.groups).toEqual([]);
  commands.run('edit.undo');
  expect(document.getState().document.groups).toHaveLength(1);
});

test('dissolving joins the wires', () => {
  const { commands, document, session } = setUp();
  session.select(['p']);
  commands.run('edit.dissolve');
  expect(document.getState().document.nodes.find(({ id }) => id === 's')?.inputs).toEqual(['a']);
});

test('merging selects the gate; unmerging frees exactly what was in it', () => {
  const { commands, document, session } = setUp();
  const before = serializeDocument(document.getState().document);
  session.select(['p', 's']);
  commands.run('graph.merge');
  const [gate] = document.getState().document.groups;
  expect(gate).toMatchObject({ collapsed: true });
  expect([...session.getState().selectedNodes]).toEqual([gate?.id]);
  commands.run('graph.unmerge');
  expect([...session.getState().selectedNodes].sort()).toEqual(['p', 's']);
  expect(serializeDocument(document.getState().document)).toBe(before);
});

test('select all takes what is visible', () => {
  const { commands, session } = setUp();
  session.select(['p', 's']);
  commands.run('graph.merge');
  commands.run('edit.select-all');
  expect([...session.getState().selectedNodes].sort()).toEqual(['a', 'b', 'gate1']);
});

test('a duplicate reads what the original reads', () => {
  const { commands, document, session } = setUp();
  session.select(['p']);
  commands.run('edit.duplicate');
  expect(document.getState().document.nodes.at(-1)).toMatchObject({ id: 'p1', inputs: ['a', 'b'] });
  expect([...session.getState().selectedNodes]).toEqual(['p1']);
});

test('copy, cut and paste from a menu go through the clipboard', async () => {
  const { commands, platform, session, ids } = setUp();
  session.select(['s']);
  commands.run('edit.cut');
  expect(platform.state.clipboard).toContain('chainrule-clipboard');
  expect(ids()).toEqual(['a', 'b', 'p']);
  commands.run('edit.paste');
  await Promise.resolve();
  await Promise.resolve();
  expect(ids()).toEqual(['a', 'b', 'p', 's']);
});

test('pasting foreign text says so and changes nothing', async () => {
  const { commands, platform, document, session } = setUp();
  platform.state.clipboard = 'a shopping list';
  const { version } = document.getState();
  commands.run('edit.paste');
  await Promise.resolve();
  await Promise.resolve();
  expect(document.getState().version).toBe(version);
  expect(session.getState().notice).toMatchObject({ tone: 'refusal' });
});

test('the node to differentiate can be chosen', () => {
  const { commands, document, session, reason } = setUp();
  session.select(['p']);
  commands.run('graph.set-objective');
  expect(document.getState().document.objective).toBe('p');
  expect(reason('graph.set-objective')).toBe('This node is differentiated already.');
});

test('an example is a command found by its title', () => {
  const { commands } = setUp();
  const example = commands.get('file.example.a1');
  expect(example && commands.label(example)).toBe('Open the example “First”');
});

test('an edit elsewhere keeps undo in the right order with a gesture', () => {
  const { commands, document, ids } = setUp();
  const gesture = document.begin('Connect');
  gesture.update((each) => connect(addNodes(each, [leaf('c')]), 'c', { target: 'p', slot: 1 }));
  commands.run('edit.undo');
  expect(ids()).toEqual(['a', 'b', 'p', 's']);
});
