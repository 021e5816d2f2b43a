import { expect, test } from 'vitest';
import { type ChainruleDocument, emptyDocument, type GraphNode, setAttribute } from '#engine';
import { createManualEngine } from '../platform/manual-engine.ts';
import { createManualClock } from '../platform/memory.ts';
import { createDocumentStore } from './document-store.ts';
import { createPlayerStore } from './player-store.ts';
import { createPracticeStore } from './practice-store.ts';
import { createRunStore } from './run-store.ts';

const node = (id: string, op: string, inputs: readonly string[] = [], value?: number): GraphNode => ({
  id,
  op,
  attrs: value === undefined ? {} : { value },
  inputs,
});
/** y = x·x + 3x: x has three branches. */
const branches: ChainruleDocument = {
  ...emptyDocument,
  nodes: [
    node('x', 'input', [], 2),
    node('k', 'constant', [], 3),
    node('u', 'mul', ['x', 'x']),
    node('v', 'mul', ['x', 'k']),
    node('y', 'add', ['u', 'v']),
  ],
};

function setUp() {
  const clock = createManualClock();
  const document = createDocumentStore(clock);
  const engine = createManualEngine();
  const run = createRunStore({ document, clock, connect: engine.connect, onRestart: () => undefined });
  const player = createPlayerStore({ run, document, clock });
  const practice = createPracticeStore({ run, player, document });
  document.open(branches, null);
  engine.answer();
  const state = practice.getState;
  /** What is asked: `value u`, `u:0`, `total x`. */
  const asked = () => {
    const question = state().question?.asked;
    if (!question) return null;
    return question.kind === 'contribution'
      ? `${question.target}:${question.slot}`
      : `${question.kind} ${question.node}`;
  };
  return { clock, document, engine, player, practice, state, asked };
}

test('predicting asks for every computed number in the order of the run, and shows what is given', () => {
  const { practice, state, asked, player } = setUp();
  practice.setPredicting(true);
  const order: (string | null)[] = [];
  while (state().question) {
    order.push(asked());
    practice.answer(state().question!.asked.answer);
  }
  expect(order).toEqual([
    'value u',
    'value v',
    'value y',
    'seed y',
    'y:0',
    'y:1',
    'u:0',
    'u:1',
    'v:0',
    'total x',
    'v:1',
  ]);
  expect(state()).toMatchObject({ done: 11, total: 11, question: null });
  expect(player.getState().position).toBe(player.getState().stops.length);
});

test('no way forward leads past the question: stepping, playing, phases, the end', () => {
  const { practice, player, asked, clock, state } = setUp();
  practice.setPredicting(true);
  const { position } = player.getState();
  const { calls } = state();
  player.step(1);
  player.stepPhase(1);
  player.seek(99);
  expect(state().calls).toBe(calls + 3);
  player.play();
  clock.advance(3000);
  expect(player.getState()).toMatchObject({ position, playing: false });
  expect(asked()).toBe('value u');
});

test('one may go back, and forward again through what is found', () => {
  const { practice, player, asked } = setUp();
  practice.setPredicting(true);
  practice.answer(4);
  practice.answer(6);
  expect(asked()).toBe('value y');
  player.seek(0);
  expect(asked()).toBeNull();
  player.seek(99);
  expect(asked()).toBe('value y');
});

test('a wrong answer is diagnosed and counts against its rule; after two the number can be shown', () => {
  const { practice, state, asked } = setUp();
  practice.setPredicting(true);
  expect(practice.answer(5)).toBe(false);
  expect(state()).toMatchObject({
    tries: 1,
    hint: { answer: 5, right: { sign: true, size: 'near' }, diagnosis: null },
  });
  practice.answer(2);
  expect(state()).toMatchObject({ tries: 2, hint: { diagnosis: { mistake: 'input-for-output' } } });
  practice.show();
  expect(asked()).toBe('value v');
  expect(state()).toMatchObject({ tries: 0, hint: null, done: 1 });
  practice.answer(6);
  expect(state().scores.get('values')).toEqual({ asked: 2, atOnce: 1 });
});

test('values or gradients alone can be asked for', () => {
  const { practice, asked, state } = setUp();
  practice.setPredicting(true);
  practice.setAsks('gradients');
  expect(asked()).toBe('seed y');
  expect(state().total).toBe(8);
  practice.setAsks('values');
  expect(asked()).toBe('value u');
  expect(state().total).toBe(3);
});

test('an edit asks anew: what was found belonged to other numbers', () => {
  const { practice, document, engine, state, asked } = setUp();
  practice.setPredicting(true);
  practice.answer(4);
  document.edit('Set x', (each) => setAttribute(each, 'x', 'value', 5));
  engine.answer();
  expect(state().done).toBe(0);
  practice.restart();
  expect(asked()).toBe('value u');
  expect(state().question?.asked.answer).toBe(25);
  expect(state().scores.size).toBe(0);
});

test('afterwards the player steps as before', () => {
  const { practice, player, asked } = setUp();
  player.setGranularity('node');
  practice.setPredicting(true);
  expect(player.getState().granularity).toBe('number');
  practice.setPredicting(false);
  expect(player.getState().granularity).toBe('node');
  expect(asked()).toBeNull();
  player.seek(99);
  expect(player.getState().position).toBe(player.getState().stops.length);
});
