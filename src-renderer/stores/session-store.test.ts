import { expect, test } from 'vitest';
import { addNodes, emptyDocument, type GraphNode } from '#engine';
import { createManualClock } from '../platform/memory.ts';
import { createDocumentStore } from './document-store.ts';
import { pruneSelection } from './prune-selection.ts';
import { createSessionStore } from './session-store.ts';

const leaf = (id: string): GraphNode => ({ id, op: 'input', attrs: { value: 1 }, inputs: [] });

test('a notice goes after a while, an error later', () => {
  const clock = createManualClock();
  const session = createSessionStore(clock);
  session.notify('Copied 3 nodes.');
  clock.advance(7000);
  expect(session.getState().notice).toBeNull();
  session.notify('The disk is full.', 'error');
  clock.advance(7000);
  expect(session.getState().notice?.text).toBe('The disk is full.');
  clock.advance(10_000);
  expect(session.getState().notice).toBeNull();
});

test('the same sentence twice is two notices', () => {
  const session = createSessionStore(createManualClock());
  session.notify('No.');
  const first = session.getState().notice?.id;
  session.notify('No.');
  expect(session.getState().notice?.id).not.toBe(first);
});

test('selecting what is selected changes nothing', () => {
  const session = createSessionStore(createManualClock());
  session.select(['a', 'b']);
  const before = session.getState().selectedNodes;
  session.select(['b', 'a']);
  expect(session.getState().selectedNodes).toBe(before);
});

test('the selection follows what exists, and undo does not lose it', () => {
  const clock = createManualClock();
  const document = createDocumentStore(clock);
  const session = createSessionStore(clock);
  pruneSelection(document, session);
  document.open({ ...emptyDocument, nodes: [leaf('a')] }, null);
  document.edit('Add b', (each) => addNodes(each, [leaf('b')]));
  session.select(['a', 'b'], ['gone:0']);
  document.undo();
  expect([...session.getState().selectedNodes]).toEqual(['a']);
  expect(session.getState().selectedEdges.size).toBe(0);
  document.open(emptyDocument, null);
  expect(session.getState().selectedNodes.size).toBe(0);
});
