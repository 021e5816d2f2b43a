import { expect, test } from 'vitest';
import { type ChainruleDocument, emptyDocument, setAttribute, type TrainingEvents, type TrainingStatus } from '#engine';
import { createMemoryPlatform } from '../platform/memory.ts';
import { createTexts, translator } from '../texts/texts.ts';
import { createDocumentStore } from './document-store.ts';
import { createTrainingStore } from './training-store.ts';

const parameter = (id: string, value: number) => ({
  id,
  op: 'parameter',
  attrs: { value },
  inputs: [],
  position: { x: 0, y: 0 },
});
const network: ChainruleDocument = {
  ...emptyDocument,
  nodes: [parameter('w', 1), parameter('v', 2)],
  training: { epochs: 10, optimizer: { name: 'sgd', learningRate: 0.1 } },
};

function setUp() {
  const { clock } = createMemoryPlatform();
  const document = createDocumentStore(clock);
  document.open(network, null);
  const asked: unknown[] = [];
  let events: TrainingEvents | null = null;
  const training = createTrainingStore({
    document,
    clock,
    translate: translator(createTexts()),
    connect(listener) {
      events = listener;
      return {
        start: ({ document: { nodes }, ...start }) =>
          asked.push(['start', nodes.map(({ attrs }) => attrs['value']), start]),
        control: (action) => asked.push(action),
        adjust: (adjustment) => asked.push(adjustment),
        ready: () => asked.push('ready'),
        probe: async () => null,
        dispose: () => undefined,
      };
    },
  });
  /** The worker says that it came to these values. */
  const reach = (status: TrainingStatus, step: number, w: number, v: number) =>
    events?.onProgress(
      {
        status,
        step,
        epoch: step,
        epochs: 10,
        epochShare: 0,
        batchLoss: 1,
        learningRate: 0.1,
        spentMs: 1,
        leftMs: null,
        history: [{ epoch: step, train: { loss: 1 / step } }],
        marks: [],
        best: null,
        test: null,
        stoppedEarly: false,
        parameters: Float64Array.of(w, v),
      },
      status === 'running'
        ? null
        : {
            nodes: [
              { node: 'w', attrs: { value: w } },
              { node: 'v', attrs: { value: v } },
            ],
            trained: { epochs: step, steps: step },
            snapshot: {} as never,
          },
      null,
    );
  const values = () => document.getState().document.nodes.map(({ attrs }) => attrs['value']);
  return { document, training, asked, reach, values };
}

test('what a pause came to enters the document as one edit, and undoing it takes all of it back', () => {
  const { document, training, reach, values } = setUp();
  training.start();
  reach('running', 3, 5, 6);
  expect(values()).toEqual([1, 2]);
  expect(training.getState().history).toHaveLength(1);
  reach('paused', 4, 7, 8);
  expect(values()).toEqual([7, 8]);
  expect(document.getState().document.trained).toEqual({ epochs: 4, steps: 4 });
  expect(document.getState().undoLabel).toBe('Train');
  document.undo();
  expect(document.getState().document).toEqual(network);
  expect(document.getState().undoLabel).toBeNull();
});

test('a pause goes on where it stood, but a network changed meanwhile begins anew from its own values', () => {
  const { document, training, asked, reach } = setUp();
  training.start();
  reach('paused', 4, 7, 8);
  training.start();
  expect(asked.at(-1)).toBe('resume');
  reach('paused', 5, 9, 9);
  document.edit('Set w', (now) => setAttribute(now, 'w', 'value', 100));
  training.start();
  expect(asked.at(-1)).toEqual(['start', [100, 9], { resume: true }]);
});

test('a training that early stopping ended begins anew from the values before it', () => {
  const { document, training, asked, reach } = setUp();
  training.start();
  reach('done', 4, 7, 8);
  document.settle((now) => ({ ...now, trained: { ...now.trained, stoppedEarly: true } }));
  training.start();
  expect(asked.at(-1)).toEqual(['start', [1, 2], {}]);
});

test('a value edited while training stays as it was edited', () => {
  const { document, training, reach, values } = setUp();
  training.start();
  document.edit('Set w', (now) => setAttribute(now, 'w', 'value', 100));
  reach('done', 10, 7, 8);
  expect(values()).toEqual([100, 8]);
});

test('another document ends the training of the one before, and nothing of it arrives', () => {
  const { document, training, asked, reach, values } = setUp();
  training.start();
  document.open(network, null);
  expect(asked.at(-1)).toBe('stop');
  reach('stopped', 4, 7, 8);
  expect(values()).toEqual([1, 2]);
  expect(training.getState().status).toBe('idle');
});

test('reset brings back the values from before the first training', () => {
  const { document, training, reach, values } = setUp();
  training.start();
  reach('paused', 4, 7, 8);
  training.start();
  reach('paused', 5, 9, 9);
  training.reset();
  expect(values()).toEqual([1, 2]);
  expect(document.getState().document.trained).toBeUndefined();
  expect(training.getState().status).toBe('idle');
});

test('a new learning rate reaches the run at hand and the document', () => {
  const { document, training, asked, reach } = setUp();
  training.start();
  reach('running', 1, 1, 1);
  const optimizer = { name: 'sgd', learningRate: 0.5 };
  training.configure('Change the rate', { optimizer }, { adjustment: { learningRate: 0.5 } });
  expect(asked.at(-1)).toEqual({ learningRate: 0.5 });
  expect(document.getState().document.training).toEqual({ epochs: 10, optimizer });
  reach('paused', 2, 7, 8);
  training.start();
  expect(asked.at(-1)).toBe('resume');
});
