import { expect, test } from 'vitest';
import { addNodes, type ChainruleDocument, emptyDocument, type GraphNode, setAttribute } from '#engine';
import { createManualEngine } from '../platform/manual-engine.ts';
import { createManualClock } from '../platform/memory.ts';
import { createDocumentStore } from './document-store.ts';
import { createPlayerStore, eventsDone, shownAt } from './player-store.ts';
import { createRunStore } from './run-store.ts';
import { endOfRun } from './stops.ts';

const node = (id: string, op: string, inputs: readonly string[] = [], value?: number): GraphNode => ({
  id,
  op,
  attrs: value === undefined ? {} : { value },
  inputs,
});
/** E = (w·x − 1)²: five nodes computed, the loss, the seed, five wires back, and one update. */
const squaredError: ChainruleDocument = {
  ...emptyDocument,
  nodes: [
    node('w', 'parameter', [], 3),
    node('x', 'input', [], 1),
    node('p', 'mul', ['w', 'x']),
    node('one', 'constant', [], 1),
    node('d', 'sub', ['p', 'one']),
    node('E', 'square', ['d']),
  ],
  objective: 'E',
};

function setUp() {
  const clock = createManualClock();
  const document = createDocumentStore(clock);
  const engine = createManualEngine();
  const run = createRunStore({ document, clock, connect: engine.connect, onRestart: () => undefined });
  const player = createPlayerStore({ run, document, clock });
  document.open(squaredError, null);
  engine.answer();
  const position = () => player.getState().position;
  const length = () => player.getState().stops.length;
  const end = () => endOfRun(player.getState().stops);
  const setW = (value: number) => {
    document.edit('Set w', (each) => setAttribute(each, 'w', 'value', value));
    engine.answer();
  };
  return { clock, document, engine, run, player, position, length, end, setW };
}

test('a document opens with both passes done', () => {
  const { position, length, end, player } = setUp();
  expect(length()).toBeGreaterThan(10);
  expect(position()).toBe(end());
  expect(player.getState().stops.map(({ phase }) => phase)).toEqual([
    ...Array<string>(5).fill('forward'),
    'loss',
    ...Array<string>(length() - 7).fill('backward'),
    'update',
  ]);
});

test('steps stay within the run', () => {
  const { player, position, length } = setUp();
  player.step(2);
  expect(position()).toBe(length());
  player.seek(-5);
  expect(position()).toBe(0);
  player.step(-1);
  expect(position()).toBe(0);
  player.seek(3.4);
  expect(position()).toBe(3);
});

test('phases are entered one by one, in both directions', () => {
  const { player, position, length, end } = setUp();
  player.seek(0);
  const forwards = [0, 0, 0, 0].map(() => {
    player.stepPhase(1);
    return position();
  });
  expect(forwards).toEqual([5, 6, end(), length()]);
  player.stepPhase(-1);
  player.stepPhase(-1);
  expect(position()).toBe(6);
  player.stepPhase(-1);
  player.stepPhase(-1);
  expect(position()).toBe(0);
});

test('at the end it stays at the end when a value changes', () => {
  const { position, end, setW } = setUp();
  setW(5);
  expect(position()).toBe(end());
});

test('in the middle it keeps its event while the graph stays the same', () => {
  const { player, position, setW } = setUp();
  player.seek(4);
  setW(5);
  expect(position()).toBe(4);
});

test('it keeps its event over a moment without numbers', () => {
  const { clock, document, engine, player, position, length } = setUp();
  player.seek(4);
  document.edit('Set w', (each) => setAttribute(each, 'w', 'value', 5));
  clock.advance(100);
  expect([position(), length()]).toEqual([0, 0]);
  engine.answer();
  expect(position()).toBe(4);
});

test('another graph goes to the end', () => {
  const { document, engine, player, position, end } = setUp();
  player.seek(4);
  document.edit('Add', (each) => addNodes(each, [node('y', 'input', [], 1)]));
  engine.answer();
  expect(position()).toBe(end());
});

test('another document goes to the end', () => {
  const { document, engine, player, position, end } = setUp();
  player.seek(4);
  document.open({ ...squaredError, title: 'The same again' }, null);
  document.edit('Set w', (each) => setAttribute(each, 'w', 'value', 5));
  engine.answer();
  expect(position()).toBe(end());
});

test('playing advances with the clock, stops at the end and starts over from there', () => {
  const { clock, player, position, length } = setUp();
  player.play();
  expect(position()).toBe(0);
  clock.advance(3000);
  expect([position(), player.getState().playing]).toEqual([3, true]);
  player.setSpeed(4);
  clock.advance(1000);
  expect(position()).toBe(7);
  clock.advance(60_000);
  expect([position(), player.getState().playing]).toEqual([length(), false]);
});

test('stepping by hand or seeking stops playing', () => {
  const { clock, player, position } = setUp();
  player.play();
  player.step(1);
  clock.advance(5000);
  expect([position(), player.getState().playing]).toEqual([1, false]);
});

test('playing goes on while a value changes, and stops with another graph', () => {
  const { clock, document, engine, player, position, setW } = setUp();
  player.play();
  clock.advance(2000);
  setW(5);
  clock.advance(1000);
  expect([position(), player.getState().playing]).toEqual([3, true]);
  document.edit('Add', (each) => addNodes(each, [node('y', 'input', [], 1)]));
  engine.answer();
  expect(player.getState().playing).toBe(false);
});

test('by node a step takes all wires a node sends back, and the place is kept', () => {
  const { player, position, length, end } = setUp();
  const byEdge = length();
  player.setGranularity('node');
  expect(length()).toBeLessThan(byEdge);
  expect(position()).toBe(end());
  player.seek(2);
  const done = eventsDone(player.getState());
  player.setGranularity('edge');
  expect(eventsDone(player.getState())).toBe(done);
});

test('between granularities an update stays an update', () => {
  const { player, position, length } = setUp();
  player.seek(length());
  player.setGranularity('node');
  expect(position()).toBe(length());
  player.setGranularity('edge');
  expect(position()).toBe(length());
});

test('an update is shown without touching the document, and scrubbing back takes it away', () => {
  const { document, run, player, length, end } = setUp();
  const shown = () => shownAt(run.getState().result, player.getState());
  player.seek(length());
  expect(shown().updated('w')?.data[0]).toBe(3 - 0.01 * 4);
  expect(shown().value('w')?.data[0]).toBe(3);
  expect(document.getState().undoLabel).toBeNull();
  player.seek(end());
  expect(shown().updated('w')).toBeNull();
});

test('updates are applied as one edit, count iterations, and are undone as one', () => {
  const { document, engine, player, position, length, end } = setUp();
  const w = () => document.getState().document.nodes[0]?.attrs['value'];
  player.setRate(0.25);
  player.seek(length());
  expect(player.applyUpdates('Gradient step')).toBe(true);
  engine.answer();
  expect([w(), position(), player.getState().iteration]).toEqual([2, 0, 1]);
  expect(document.getState().undoLabel).toBe('Gradient step');
  expect(player.applyUpdates('Gradient step')).toBe(false);
  player.seek(end());
  expect(player.applyUpdates('Gradient step')).toBe(true);
  engine.answer();
  expect([w(), position(), player.getState().iteration]).toEqual([1.5, end(), 2]);
  document.undo();
  engine.answer();
  expect([w(), player.getState().iteration]).toEqual([2, 1]);
  document.redo();
  expect(player.getState().iteration).toBe(2);
});

test('a frozen parameter and one the gradient does not reach are not moved', () => {
  const { document, engine, player, length, end } = setUp();
  document.edit('Freeze', (each) => setAttribute(each, 'w', 'trainable', false));
  engine.answer();
  expect(length()).toBe(end());
  document.edit('Add', (each) => addNodes(each, [node('b', 'parameter', [], 1)]));
  engine.answer();
  expect(length()).toBe(end());
  expect(player.applyUpdates('Gradient step')).toBe(false);
});

test('a rate that leads out of the numbers applies nothing', () => {
  const { document, player, end } = setUp();
  player.setRate(Number.MAX_VALUE);
  player.seek(end());
  expect(player.applyUpdates('Gradient step')).toBe(false);
  expect(document.getState().undoLabel).toBeNull();
});

test('playing halts at a breakpoint, and goes on from there', () => {
  const { clock, player, position, length } = setUp();
  player.toggleBreakpoint('p');
  player.play();
  clock.advance(60_000);
  expect([position(), player.getState().haltedAt, player.getState().playing]).toEqual([3, 'p', false]);
  player.play();
  expect(player.getState().haltedAt).toBe('p');
  clock.advance(60_000);
  expect(player.getState().haltedAt).toBe('p'); // its gradient arrives
  expect(position()).toBeGreaterThan(6);
  player.step(1);
  expect(player.getState().haltedAt).toBeNull();
  player.toggleBreakpoint('p');
  player.play();
  clock.advance(60_000);
  expect(position()).toBe(length());
});
