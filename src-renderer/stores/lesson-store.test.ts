import { expect, test } from 'vitest';
import { emptyDocument, type GraphNode } from '#engine';
import type { Lesson } from '../lesson-format/lesson.ts';
import { serializeLesson } from '../lesson-format/serialize-lesson.ts';
import { createManualEngine } from '../platform/manual-engine.ts';
import { createMemoryPlatform } from '../platform/memory.ts';
import { createTexts, translator } from '../texts/texts.ts';
import { createDialogStore } from './dialog-store.ts';
import { createDocumentStore } from './document-store.ts';
import { createLessonStore } from './lesson-store.ts';
import { createPlayerStore } from './player-store.ts';
import { createRunStore } from './run-store.ts';
import { createSessionStore } from './session-store.ts';

const leaf = (id: string, value: number): GraphNode => ({ id, op: 'parameter', attrs: { value }, inputs: [] });
const square: GraphNode = { id: 'E', op: 'square', attrs: {}, inputs: ['w'] };
const lesson: Lesson = {
  id: 'square',
  title: 'Square',
  description: '',
  hides: [],
  document: { ...emptyDocument, nodes: [leaf('w', 3), square], objective: 'E' },
  steps: [
    { text: ['One.'], numbers: 'values', mark: { nodes: ['w'], wires: ['E:0'] } },
    {
      text: ['Two.'],
      check: { kind: 'predict', question: '?', expect: 'grad w', mistakes: [], hint: 'twice' },
    },
    {
      text: ['Three.'],
      change: [{ set: { w: 5 } }],
      check: {
        kind: 'task',
        task: '!',
        goals: [{ kind: 'number', that: 'value E < 1' }],
        hints: [],
        hint: '',
        solution: [{ set: { w: 0 } }],
      },
    },
  ],
};

function setUp() {
  const platform = createMemoryPlatform();
  const { clock } = platform;
  const translate = translator(createTexts());
  const document = createDocumentStore(clock);
  const session = createSessionStore(clock);
  const dialogs = createDialogStore();
  const run = createRunStore({ document, clock, connect: createManualEngine().connect, onRestart: () => undefined });
  const player = createPlayerStore({ run, document, clock });
  const listings = [
    { id: 'square', title: 'Square', description: '', steps: 3, read: async () => serializeLesson(lesson) },
  ];
  const options = { document, run, player, session, dialogs, platform, translate, listings };
  const lessons = createLessonStore(options);
  const value = () => document.getState().document.nodes.find(({ id }) => id === 'w')?.attrs['value'];
  return { lessons, document, session, dialogs, value, again: () => createLessonStore(options) };
}

test('a lesson stands in the place of the document, which comes back with its history', () => {
  const { lessons, document, session, value } = setUp();
  document.open({ ...emptyDocument, title: 'Mine' }, { name: 'mine.json', handle: 'mine' });
  document.edit('add', (before) => ({ ...before, nodes: [leaf('a', 1)] }));
  const mine = document.getState().document;
  lessons.start(lesson);
  expect(value()).toBe(3);
  expect(lessons.setAside()).toMatchObject({ edited: true, file: { name: 'mine.json' } });
  expect(session.getState().wireNumbers).toBe('values');
  expect([...session.getState().markedEdges]).toEqual(['E:0']);
  document.edit('move', (before) => ({ ...before, nodes: [leaf('w', 9), square] }));
  lessons.leave();
  expect(document.getState()).toMatchObject({ document: mine, edited: true, undoLabel: 'add' });
  expect(session.getState()).toMatchObject({ wireNumbers: 'both', markedEdges: new Set() });
  expect(lessons.setAside()).toBeNull();
  document.undo();
  expect(document.getState().document.nodes).toEqual([]);
});

test('answers are judged by the engine, and steps begin with their own graph', () => {
  const { lessons, value } = setUp();
  lessons.start(lesson);
  lessons.next();
  lessons.answer(5);
  expect(lessons.getState().verdict).toEqual({ right: false, hint: 'twice' });
  lessons.answer(6);
  expect(lessons.getState().verdict).toEqual({ right: true });
  expect(lessons.getState().passed.get(1)).toBe('found');
  lessons.next();
  expect(value()).toBe(5);
  lessons.checkTask();
  expect(lessons.getState().verdict?.right).toBe(false);
  lessons.showMe();
  expect(value()).toBe(0);
  expect(lessons.getState().passed.get(2)).toBe('shown');
  lessons.back();
  expect(value()).toBe(3);
});

test('one step of descent moves every node by its own gradient', () => {
  const { lessons, value } = setUp();
  lessons.start(lesson);
  lessons.descend(['w'], 0.25);
  expect(value()).toBe(1.5);
  expect(lessons.getState().trail).toEqual([{ node: 'w', from: 3, height: 9 }]);
  lessons.startOver();
  expect(value()).toBe(3);
  expect(lessons.getState().trail).toEqual([]);
});

test('progress is kept between starts, and a finished lesson begins anew', async () => {
  const { lessons, dialogs, again } = setUp();
  await lessons.open('square');
  lessons.next();
  lessons.answer(6);
  lessons.leave();
  expect(again().getState().progress['square']).toEqual({ step: 1, passed: [1], finished: false });
  await lessons.open('square');
  expect(lessons.getState().step).toBe(1);
  lessons.goTo(2);
  lessons.showMe();
  lessons.next();
  expect(lessons.getState().lesson).toBeNull();
  expect(dialogs.getState().dialog).toEqual({ kind: 'lessons' });
  await lessons.open('square');
  expect(lessons.getState()).toMatchObject({ step: 0, passed: new Map() });
});

test('a file that is a lesson is taken, and one that is broken told with its paths', () => {
  const { lessons, dialogs } = setUp();
  expect(lessons.openText('{"format": "chainrule"}', 'a.json')).toBe(false);
  expect(lessons.openText('{"format": "chainrule-lesson"}', 'b.lesson.json')).toBe(true);
  expect(dialogs.getState().dialog).toMatchObject({ kind: 'problems', name: 'b.lesson.json' });
  expect(lessons.openText(serializeLesson(lesson), 'c.lesson.json')).toBe(true);
  expect(lessons.getState().lesson?.title).toBe('Square');
});

test('presenting shows a step part by part', () => {
  const { lessons } = setUp();
  lessons.start(lesson);
  lessons.present(true);
  expect(lessons.getState().revealed).toBe(1);
  expect(lessons.reveal(2)).toBe(true);
  expect(lessons.reveal(2)).toBe(false);
});
