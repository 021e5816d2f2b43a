import { expect, test } from 'vitest';
import { type ChainruleDocument, emptyDocument, type GraphNode, serializeDocument, setAttribute } from '#engine';
import { createManualEngine } from '../platform/manual-engine.ts';
import { createManualClock } from '../platform/memory.ts';
import { createBrokenStore, FLAWS } from './broken-store.ts';
import { createDocumentStore } from './document-store.ts';
import { createRunStore } from './run-store.ts';

const node = (id: string, op: string, inputs: readonly string[] = [], value?: number): GraphNode => ({
  id,
  op,
  attrs: value === undefined ? {} : { value },
  inputs,
});
/** L = a² + a·x with a = −x: a is a fork that passes its gradient on. */
const diamond: ChainruleDocument = {
  ...emptyDocument,
  nodes: [
    node('x', 'parameter', [], 2),
    node('a', 'neg', ['x']),
    node('b', 'square', ['a']),
    node('c', 'mul', ['a', 'x']),
    node('L', 'add', ['b', 'c']),
  ],
};

function setUp() {
  const clock = createManualClock();
  const document = createDocumentStore(clock);
  const engine = createManualEngine();
  const run = createRunStore({ document, clock, connect: engine.connect, onRestart: () => undefined });
  const broken = createBrokenStore({ run, document });
  document.open(diamond, null);
  engine.answer();
  const wrong = (id: string) => broken.getState().broken?.wrong.grad(id)?.data[0];
  const right = (id: string) => run.getState().result?.grad(id)?.data[0];
  return { document, engine, run, broken, wrong, right };
}

test('one mistake is on at a time, and switching it off restores everything', () => {
  const { broken, wrong, right, run, document } = setUp();
  const before = run.getState().result;
  const saved = serializeDocument(document.getState().document);
  broken.toggle('overwrite');
  expect([wrong('x'), right('x')]).toEqual([-2, 0]);
  broken.toggle('no-upstream');
  expect(broken.getState().mistake).toBe('no-upstream');
  expect(wrong('x')).not.toBe(-2);
  broken.toggle('no-upstream');
  expect(broken.getState()).toEqual({ mistake: null, broken: null });
  expect(run.getState().result).toBe(before);
  expect(serializeDocument(document.getState().document)).toBe(saved);
  expect(document.getState().edited).toBe(false);
});

test('a wrong order is the order that is stepped through; the numbers beside are right', () => {
  const { broken, run, right } = setUp();
  const before = run.getState().result!;
  broken.set('wrong-order');
  const shown = run.getState().result!;
  expect(shown.trace.events).not.toEqual(before.trace.events);
  expect(shown.trace.events).toEqual(broken.getState().broken!.wrong.trace.events);
  expect(right('x')).toBe(0);
});

test('an edit breaks the new numbers, and nothing wrong outlives the old ones', () => {
  const { broken, document, engine, wrong } = setUp();
  broken.set('no-zero-grad');
  expect(broken.getState().broken?.why).toBeNull(); // the gradient of x is 0 at every x
  broken.set('no-upstream');
  const first = wrong('x');
  document.edit('Set x', (each) => setAttribute(each, 'x', 'value', 5));
  engine.answer();
  expect(wrong('x')).not.toBe(first);
});

test('a stale cache keeps the forward pass of the moment it was switched on', () => {
  const { broken, document, engine } = setUp();
  broken.set('stale-cache');
  document.edit('Set x', (each) => setAttribute(each, 'x', 'value', 7));
  engine.answer();
  expect(broken.getState().broken?.why?.facts).toMatchObject({ changed: 'x', before: 2, now: 7 });
});

test('five mistakes can be switched on, and nothing else', () => {
  const { broken } = setUp();
  expect(FLAWS.toSorted()).toEqual(['no-upstream', 'no-zero-grad', 'overwrite', 'stale-cache', 'wrong-order']);
  broken.set('sign-flipped');
  expect(broken.getState().mistake).toBeNull();
});
