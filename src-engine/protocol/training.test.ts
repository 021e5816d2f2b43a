import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { network } from '../testing/network.ts';
import { openTraining, type Trainable } from '../training/open-training.ts';
import { withPatches } from '../training/trained-graph.ts';
import { serve } from './host.ts';
import { createMemoryWorker, type MemoryWorker } from './memory-port.ts';
import { createTrainingClient, type TrainingClient } from './training-client.ts';
import type { TrainingOutcome, TrainingProgress, TrainingStart } from './training-messages.ts';

/** Makes ten steps of work take about as long as one slice. */
const STEP_MS = 1;

interface World {
  readonly client: TrainingClient;
  readonly workers: MemoryWorker[];
  readonly told: string[];
  readonly progress: TrainingProgress[];
  readonly outcomes: TrainingOutcome[];
  /** Delivers so many messages. */
  deliver(count?: number): void;
  /** As `deliver`, and the window paints whatever progress comes. */
  live(count?: number): void;
  clock(): number;
  posted: number;
}

function createWorld(): World {
  const mail: (() => void)[] = [];
  let clock = 0;
  const workers: MemoryWorker[] = [];
  const told: string[] = [];
  const progress: TrainingProgress[] = [];
  const outcomes: TrainingOutcome[] = [];
  const world = { posted: 0 };
  let painting = false;
  const client = createTrainingClient({
    timer: { now: () => clock, after: () => () => undefined },
    open() {
      const worker = createMemoryWorker(
        (port) =>
          serve(
            {
              ...port,
              post(response, transfer) {
                if (response.type === 'train-progress') world.posted++;
                port.post(response, transfer);
              },
            },
            { now: () => (clock += STEP_MS), defer: (call) => mail.push(call), uniform: () => () => 0.5 },
          ),
        (call) => mail.push(call),
        (message) => structuredClone(message),
      );
      workers.push(worker);
      return worker.client;
    },
    events: {
      onStarted: (parameters) => told.push(`started ${parameters.length}`),
      onProgress(state, outcome, failure) {
        told.push(failure ? `${state.status} ${failure.code}` : state.status);
        progress.push(state);
        if (outcome) outcomes.push(outcome);
        if (painting) client.ready();
      },
      onRefused: (problem) => told.push(`refused ${problem.code}`),
    },
  });
  const deliver = (count = 1e6) => {
    for (let delivered = 0; delivered < count && mail.length > 0; delivered++) mail.shift()!();
  };
  return Object.assign(world, {
    client,
    workers,
    told,
    progress,
    outcomes,
    deliver,
    clock: () => clock,
    live(count?: number) {
      painting = true;
      client.ready();
      deliver(count);
      painting = false;
    },
  });
}

const document = (epochs: number): Trainable => ({
  ...network([2, 4, 2], { activation: 'tanh', seed: 1, dropout: 0.2 }),
  training: {
    dataset: { name: 'moons', options: { samples: 40 } },
    bindings: { x: 'features', t: 'targets' },
    split: { train: 0.8, validation: 0.2 },
    batchSize: 8,
    epochs,
    optimizer: { name: 'adam', learningRate: 0.02 },
  },
});
const ENDLESS: TrainingStart = { document: document(1_000_000) };

function directly(epochs: number): Float64Array {
  const trainer = openTraining(document(epochs));
  while (trainer.state().phase !== 'done') trainer.step();
  return trainer.parameters();
}

test('training in the worker ends at the bits it ends at without one', () => {
  const world = createWorld();
  world.client.start({ document: document(20) });
  world.live();
  expect(world.told.at(0)).toBe('started 4');
  expect(world.told.at(-1)).toBe('done');
  expect(world.progress.at(-1)!.parameters).toEqual(directly(20));
  expect(world.progress.flatMap(({ history }) => history).map(({ epoch }) => epoch)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
});

test('the outcome is the document’s new values, which train on', () => {
  const world = createWorld();
  world.client.start({ document: document(3) });
  world.live();
  const { nodes, trained } = world.outcomes.at(-1)!;
  const after = withPatches(document(3), nodes);
  expect(openTraining(after).parameters()).toEqual(directly(3));
  expect(trained).toMatchObject({ epochs: 3, steps: 12, seed: 1 });
});

describe('progress', () => {
  test('is not sent again before the window has painted', () => {
    const world = createWorld();
    world.client.start(ENDLESS);
    world.deliver(500);
    expect(world.posted).toBe(1);
    world.client.ready();
    world.client.ready();
    world.deliver(500);
    expect(world.posted).toBe(2);
  });

  test('of the end comes without being asked for', () => {
    const world = createWorld();
    world.client.start({ document: document(30) });
    world.deliver();
    expect(world.told).toEqual(['started 4', 'running', 'done']);
    expect(world.progress.at(-1)!.history.length + world.progress[0]!.history.length).toBe(30);
  });

  test('tells the time that is left', () => {
    const world = createWorld();
    world.client.start({ document: document(50) });
    world.live(200);
    const { spentMs, leftMs, epoch, epochShare, epochs } = world.progress.at(-2)!;
    expect(leftMs).toBeCloseTo((spentMs / (epoch + epochShare)) * (epochs - epoch - epochShare), 6);
  });
});

describe('a training under way', () => {
  test('is cancelled within 50 ms, with the parameters of the last step', () => {
    for (let moment = 0; moment < 100; moment++) {
      const world = createWorld();
      world.client.start(ENDLESS);
      world.deliver(moment + 3);
      const asked = world.clock();
      world.client.control('stop');
      while (world.told.at(-1) !== 'stopped') world.deliver(1);
      expect(world.clock() - asked).toBeLessThanOrEqual(50);
      const at = world.clock();
      world.deliver();
      expect(world.clock() - at).toBeLessThan(5);
      const { snapshot } = world.outcomes[0]!;
      expect(world.progress.at(-1)!.parameters).toEqual(snapshot.parameters);
    }
  });

  test('pauses, goes on, goes by single steps and epochs, and ends at the same bits', () => {
    const actions = fc.array(fc.constantFrom('pause', 'resume', 'step', 'epoch'), { maxLength: 12 });
    const expected = directly(12);
    fc.assert(
      fc.property(actions, fc.integer({ min: 1, max: 20 }), (list, pace) => {
        const world = createWorld();
        world.client.start({ document: document(12) });
        for (const action of list) {
          world.live(pace);
          world.client.control(action);
        }
        world.live();
        for (let round = 0; round < 5 && world.told.at(-1) !== 'done'; round++) {
          world.client.control('resume');
          world.live();
        }
        expect(world.progress.at(-1)!.parameters).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('is adjusted, and says so', () => {
    const world = createWorld();
    world.client.start({ ...ENDLESS, paused: true });
    world.deliver();
    world.client.adjust({ learningRate: 0.5 }, 3);
    world.client.control('resume');
    world.live();
    expect(world.told.at(-1)).toBe('done');
    expect(world.progress.at(-1)).toMatchObject({
      epoch: 3,
      learningRate: 0.5,
      marks: [{ epoch: 0, step: 0, changes: { learningRate: [0.02, 0.5] } }],
    });
  });

  test('is replaced by a new one, and nothing of the old is told', () => {
    const world = createWorld();
    world.client.start(ENDLESS);
    world.live(30);
    world.client.start({ document: document(2) });
    world.told.length = 0;
    world.live();
    expect(world.told[0]).toBe('started 4');
    expect(world.progress.at(-1)!.epochs).toBe(2);
  });

  test('goes on from a snapshot in a new worker after the old one died', () => {
    const world = createWorld();
    world.client.start({ document: document(12) });
    world.live(12);
    world.client.control('pause');
    world.deliver();
    const { snapshot } = world.outcomes.at(-1)!;
    world.client.control('resume');
    world.workers[0]!.crash('out of memory');
    expect(world.told.at(-1)).toBe('refused engine.internal');
    world.client.start({ document: document(12), snapshot });
    world.live();
    expect(world.workers).toHaveLength(2);
    expect(world.progress.at(-1)!.parameters).toEqual(directly(12));
  });
});

test('a number that is not finite is told once, with its place, and training goes on after an adjustment', () => {
  const world = createWorld();
  const hot = {
    ...document(30),
    training: { ...document(30).training, optimizer: { name: 'sgd', learningRate: 1e308 } },
  };
  world.client.start({ document: hot });
  world.live();
  expect(world.told.filter((each) => each.startsWith('failed'))).toEqual(['failed training.not-finite']);
  expect(world.progress.at(-1)!.parameters.every(Number.isFinite)).toBe(true);
  world.client.adjust({ learningRate: 0.1 });
  world.client.control('resume');
  world.live();
  expect(world.told.at(-1)).toBe('done');
});

describe('questions to the network', () => {
  test('are answered between steps', async () => {
    const world = createWorld();
    world.client.start(ENDLESS);
    world.live(10);
    const values = world.client.probe({ kind: 'values', features: Float64Array.of(0, 0, 1, 1), observe: ['y', 'h1'] });
    const classes = world.client.probe({ kind: 'classes', part: 'validation' });
    const health = world.client.probe({ kind: 'health' });
    world.live(20);
    const answers = await Promise.all([values, classes, health]);
    expect(answers[0]).toMatchObject({ kind: 'values' });
    expect(answers[0]!.kind === 'values' && answers[0]!.values.map(({ length }) => length)).toEqual([4, 8]);
    expect(answers[1]!.kind === 'classes' && answers[1]!.rows.length).toBe(8);
    expect(answers[2]!.kind === 'health' && answers[2]!.nodes.map(({ node }) => node)).toContain('h1');
  });

  test('that do not fit it have no answer', async () => {
    const world = createWorld();
    world.client.start(ENDLESS);
    world.live(10);
    const answer = world.client.probe({ kind: 'values', features: Float64Array.of(0, 0, 1), observe: ['y'] });
    world.live(20);
    expect(await answer).toBeNull();
  });
});

test('a document that cannot be trained is refused with the place', () => {
  const world = createWorld();
  world.client.start({
    document: { ...document(3), training: { dataset: { name: 'xor' }, bindings: { q: 'features' } } },
  });
  world.deliver();
  expect(world.told).toEqual(['refused training.binding-node']);
});

test('no message, however wrong, stops the worker', () => {
  const world = createWorld();
  world.client.start({ document: document(40) });
  world.live(10);
  const port = world.workers[0]!.client;
  const type = fc.constantFrom('train', 'train-control', 'train-adjust', 'train-credit', 'train-probe', 'train-');
  const any = fc.record({
    type,
    id: fc.oneof(fc.constant(1), fc.anything()),
    action: fc.oneof(fc.constant('fly'), fc.anything()),
    start: fc.anything(),
    probe: fc.record({ kind: fc.constantFrom('values', 'classes', 'health', 'x'), observe: fc.anything() }),
    adjustment: fc.anything(),
  });
  fc.assert(
    fc.property(any, (message) => {
      port.post(structuredClone(message) as never);
      world.deliver(3);
    }),
    { numRuns: 2000 },
  );
  world.client.start({ document: document(5) });
  world.live();
  expect(world.told.at(-1)).toBe('done');
});
