import { expect, test } from 'vitest';
import {
  addNodes,
  type ChainruleDocument,
  emptyDocument,
  type GraphNode,
  place,
  setAttribute,
  setLabel,
  setObjective,
} from '#engine';
import { createManualEngine } from '../platform/manual-engine.ts';
import { createManualClock } from '../platform/memory.ts';
import { createDocumentStore } from './document-store.ts';
import { createRunStore } from './run-store.ts';

const node = (id: string, op: string, inputs: readonly string[] = [], value?: number): GraphNode => ({
  id,
  op,
  attrs: value === undefined ? {} : { value },
  inputs,
});
const product: ChainruleDocument = {
  ...emptyDocument,
  nodes: [node('w', 'parameter', [], 3), node('x', 'input', [], 1), node('p', 'mul', ['w', 'x'])],
  objective: 'p',
};
const setW = (value: number) => (document: ChainruleDocument) => setAttribute(document, 'w', 'value', value);

function setUp() {
  const clock = createManualClock();
  const document = createDocumentStore(clock);
  const engine = createManualEngine();
  const restarts: string[] = [];
  const run = createRunStore({
    document,
    clock,
    connect: engine.connect,
    onRestart: (reason) => {
      restarts.push(reason);
    },
  });
  document.open(product, null);
  engine.answer();
  const value = (id: string) => run.getState().result?.value(id)?.data[0];
  return { clock, document, engine, run, value, restarts };
}

test('numbers of a run reach the window', () => {
  const { run, value } = setUp();
  expect(run.getState()).toMatchObject({ status: 'ready', problems: [] });
  expect(value('p')).toBe(3);
  expect(run.getState().result?.grad('x')?.data[0]).toBe(3);
});

test('an edit that the engine answers within a frame never shows a dash', () => {
  const { clock, document, engine, run, value } = setUp();
  document.edit('Set w', setW(5));
  clock.advance(10);
  expect(run.getState().result).not.toBeNull();
  engine.answer();
  clock.advance(100);
  expect(value('p')).toBe(5);
});

test('numbers of an older document are gone after one frame', () => {
  const { clock, document, run } = setUp();
  document.edit('Set w', setW(5));
  expect(run.getState().status).toBe('running');
  clock.advance(40);
  expect(run.getState()).toMatchObject({ result: null, problems: [], check: null });
});

test('continuous edits do not keep old numbers alive', () => {
  const { clock, document, run } = setUp();
  for (let value = 4; value < 10; value++) {
    document.edit('Set w', setW(value), { merge: 'w' });
    clock.advance(16);
  }
  expect(run.getState().result).toBeNull();
});

test('an answer to an older state is dropped', () => {
  const { clock, document, engine, run } = setUp();
  const older = document.getState().version;
  document.edit('Set w', setW(5));
  clock.advance(40);
  engine.answer(older);
  expect(run.getState()).toMatchObject({ result: null, status: 'running' });
});

test('changed leaf values are sent as values, on top of the version sent before', () => {
  const { document, engine } = setUp();
  const base = document.getState().version;
  document.edit('Set w', setW(5));
  expect(engine.requests.at(-1)).toEqual({
    type: 'set-values',
    version: base + 1,
    base,
    values: [{ node: 'w', value: 5 }],
  });
});

test.each<[string, (document: ChainruleDocument) => ChainruleDocument]>([
  ['a new node', (document) => addNodes(document, [node('y', 'input', [], 1)])],
  ['another objective', (document) => setObjective(document, 'w')],
  ['a setting that is no value', (document) => setAttribute(document, 'p', 'alpha', 1)],
])('%s is a new graph', (_, change) => {
  const { document, engine } = setUp();
  document.edit('Change', change);
  expect(engine.requests.at(-1)?.type).toBe('run');
});

test.each<[string, (document: ChainruleDocument) => ChainruleDocument]>([
  ['a position', (document) => place(document, new Map([['w', { x: 8, y: 8 }]]))],
  ['a label', (document) => setLabel(document, 'w', 'weight')],
  ['the title', (document) => ({ ...document, title: 'Other' })],
])('%s leaves the numbers standing and asks nothing', (_, change) => {
  const { clock, document, engine, run, value } = setUp();
  clock.advance(1000);
  const asked = engine.requests.length;
  document.edit('Change', change);
  clock.advance(1000);
  expect(engine.requests.length).toBe(asked);
  expect(run.getState().status).toBe('ready');
  expect(value('p')).toBe(3);
});

test('after a move, a value still builds on the graph the engine has', () => {
  const { document, engine } = setUp();
  const base = document.getState().version;
  document.edit('Move', (each) => place(each, new Map([['w', { x: 8, y: 8 }]])));
  document.edit('Set w', setW(7));
  expect(engine.requests.at(-1)).toMatchObject({ type: 'set-values', base, version: base + 2 });
});

test('gradients are checked once the numbers have stood for 150 ms', () => {
  const { clock, document, engine, run } = setUp();
  clock.advance(100);
  document.edit('Set w', setW(5));
  engine.answer();
  clock.advance(140);
  expect(engine.requests.some(({ type }) => type === 'check')).toBe(false);
  clock.advance(20);
  expect(engine.requests.at(-1)).toEqual({ type: 'check', version: document.getState().version });
  const report = { comparisons: [], matched: 5, total: 5, worst: 0, ok: true };
  engine.events().onCheck(document.getState().version - 1, report);
  expect(run.getState().check).toBeNull();
  engine.events().onCheck(document.getState().version, report);
  expect(run.getState().check).toBe(report);
});

test('a failure shows its problem and no numbers', () => {
  const { document, engine, run } = setUp();
  document.edit('Set w', setW(5));
  const problem = { code: 'run.too-large', message: 'Too large.', hint: 'Make it smaller.', facts: {} } as const;
  engine.fail(problem);
  expect(run.getState()).toMatchObject({ status: 'failed', result: null, problems: [problem] });
});

test('a plot of an older document resolves to nothing', async () => {
  const { document, run } = setUp();
  const sweep = { vary: 'w', index: 0, observe: 'p', at: [1, 2, 3] };
  const standing = run.sweep(sweep);
  expect(await standing).toEqual([1, 2, 3]);
  const overtaken = run.sweep(sweep);
  document.edit('Set w', setW(5));
  expect(await overtaken).toBeNull();
});

test('a replaced worker is told to the user', () => {
  const { engine, restarts } = setUp();
  engine.events().onRestart('crashed');
  expect(restarts).toEqual(['crashed']);
});
