import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument } from '../document/document.ts';
import { parseDocument } from '../document/parse.ts';
import { serializeDocument } from '../document/serialize.ts';
import { opTable } from '../ops/registry.ts';
import { evaluate } from '../run/evaluate.ts';
import { build } from '../testing/build.ts';
import { network } from '../testing/network.ts';
import type { Trainer } from './machine.ts';
import { openTraining, type Trainable, trainedDocument } from './open-training.ts';

/** To the end, or for so many steps. */
function run(trainer: Trainer, steps = 1e6): Trainer {
  for (let step = 0; step < steps && !['done', 'failed'].includes(trainer.state().phase); step++) trainer.step();
  return trainer;
}

const last = (trainer: Trainer) => trainer.state().history.at(-1)!;

const noisy = (more: object = {}): Trainable => ({
  ...network([2, 6, 2], { activation: 'tanh', dropout: 0.3, batchNorm: true, seed: 2 }),
  training: {
    dataset: { name: 'moons', options: { samples: 60 } },
    bindings: { x: 'features', t: 'targets' },
    split: { train: 0.7, validation: 0.15, test: 0.15 },
    normalize: 'z-score',
    batchSize: 8,
    epochs: 6,
    seed: 5,
    optimizer: { name: 'adam', learningRate: 0.02 },
    regularization: { l1: 0.001, maxNorm: 3 },
    earlyStopping: { patience: 4 },
    ...more,
  },
});

describe('the same seed', () => {
  it('gives the same parameters, bit for bit, and another one others', () => {
    const once = run(openTraining(noisy()));
    expect(run(openTraining(noisy())).parameters()).toEqual(once.parameters());
    expect(run(openTraining(noisy(), { seed: 6 })).parameters()).not.toEqual(once.parameters());
  });

  it('draws weights by an initializer only before the first training', () => {
    const document = noisy({ initialize: { name: 'he' } });
    const first = openTraining(document).parameters().slice();
    expect(first).not.toEqual(openTraining(noisy()).parameters());
    expect(openTraining(document, { seed: 77 }).parameters()).not.toEqual(first);
    const trained = trainedDocument(document, run(openTraining(document)), false);
    expect(openTraining(trained).parameters()).toEqual(run(openTraining(document)).parameters());
  });
});

describe('stopped and resumed anywhere', () => {
  const whole = run(openTraining(noisy()));

  it('training ends at the same bits', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(steps, (pauses) => {
        let trainer = openTraining(noisy());
        for (const count of pauses) {
          run(trainer, count);
          const snapshot = structuredClone(trainer.snapshot());
          trainer = openTraining(noisy());
          trainer.restore(snapshot);
        }
        run(trainer);
        expect(trainer.parameters()).toEqual(whole.parameters());
        expect(trainer.state().history).toEqual(whole.state().history);
        expect(trainer.state().test).toEqual(whole.state().test);
        expect(trainer.tracked()).toEqual(whole.tracked());
      }),
      { numRuns: 40 },
    );
  });

  it.each([0, 1, 7, 13, 30])('and so it does through a file written after %i pieces of work', (pieces) => {
    const document = { ...emptyDocument, ...noisy() };
    const stopped = run(openTraining(document), pieces);
    const text = serializeDocument(trainedDocument(document, stopped, true));
    const { document: read } = parseDocument(text);
    const resumed = run(openTraining(read!, { resume: true }));
    expect(resumed.parameters()).toEqual(whole.parameters());
    expect(resumed.state().history).toEqual(whole.state().history);
  });

  it('a state of another graph is refused', () => {
    const other = openTraining({ ...network([2, 3, 2], { activation: 'relu', seed: 1 }), training: noisy().training! });
    expect(() => other.restore(whole.snapshot())).toThrow(/does not belong to this graph/);
  });
});

describe('a trained document', () => {
  const document = { ...emptyDocument, ...noisy() };
  const trained = trainedDocument(document, run(openTraining(document)), false);

  it('opens, evaluates and is trained on', () => {
    const { document: read } = parseDocument(serializeDocument(trained));
    expect(evaluate(read!, { table: opTable }).problems).toEqual([]);
    const more = openTraining(read!, { resume: true, epochs: 9 });
    expect(more.state()).toMatchObject({ epoch: trained.trained!['epochs'], epochs: 9 });
    expect(last(run(more)).epoch).toBeGreaterThan(trained.trained!['epochs'] as number);
  });

  it('keeps how features were normalized, how many rows each part had, and the best epoch', () => {
    expect(trained.trained).toMatchObject({
      seed: 5,
      split: { train: 42, validation: 9, test: 9 },
      normalization: { name: 'z-score' },
      best: { epoch: expect.any(Number) },
    });
  });
});

describe('early stopping', () => {
  it('stops after its patience and returns to the best epoch', () => {
    const trainer = run(
      openTraining(
        noisy({
          epochs: 400,
          earlyStopping: { patience: 3 },
          regularization: {},
          optimizer: { name: 'adam', learningRate: 0.2 },
        }),
      ),
    );
    const { epoch, history, best, stoppedEarly } = trainer.state();
    expect(stoppedEarly).toBe(true);
    expect(epoch).toBe(best!.epoch + 3);
    expect(best!.validation!.loss).toBe(Math.min(...history.map(({ validation }) => validation!.loss)));
    const again = openTraining(
      noisy({
        epochs: best!.epoch,
        earlyStopping: null,
        regularization: {},
        optimizer: { name: 'adam', learningRate: 0.2 },
      }),
    );
    expect(run(again).parameters()).toEqual(trainer.parameters());
  });

  it('does not watch what is not measured', () => {
    expect(() => openTraining(noisy({ split: { train: 1 }, earlyStopping: { monitor: 'validation.loss' } }))).toThrow(
      /watches validation\.loss, which this run does not measure; it measures train\.loss, train\.accuracy/,
    );
  });
});

describe('a number that is not finite', () => {
  const exploding: Trainable = {
    ...build('x = input 1; t = input 0; w = parameter 2; p = mul w x; e = exp p; E = mse_loss e t'),
    training: {
      dataset: { name: 'inline', features: [[1], [2]], targets: [[500.5], [500.5]] },
      bindings: { x: 'features', t: 'targets' },
      epochs: 50,
      optimizer: { name: 'sgd', learningRate: 1e-6 },
    },
  };
  const hot = { ...exploding, training: { ...exploding.training, optimizer: { name: 'sgd', learningRate: 1e4 } } };

  it('stops training in that step, names node, place and epoch, and keeps the last finite parameters', () => {
    const trainer = openTraining({
      ...hot,
      nodes: hot.nodes.map((node) => (node.id === 'w' ? { ...node, attrs: { value: 400 } } : node)),
    });
    run(trainer);
    expect(trainer.state().problem).toMatchObject({
      code: 'training.not-finite',
      node: 'e',
      facts: { node: 'e', found: 'infinite', index: '[1]', epoch: 1, step: 1 },
    });
    expect([...trainer.parameters()]).toEqual([400]);
    expect(trainer.step()).toBe('failed');
  });

  it('can be trained past with gentler settings', () => {
    const trainer = run(openTraining(hot));
    expect(trainer.state().phase).toBe('failed');
    expect(trainer.parameters().every(Number.isFinite)).toBe(true);
    trainer.adjust({ learningRate: 1e-3, clipNorm: 0.5 });
    expect(trainer.step()).not.toBe('failed');
    expect(trainer.state().marks[0]!.changes).toEqual({ learningRate: [1e4, 1e-3], clipNorm: [null, 0.5] });
  });
});

describe('settings changed on the way', () => {
  it('hold from the next step on, are marked once, and survive a stop', () => {
    const trainer = run(openTraining(noisy()), 9);
    trainer.adjust({ learningRate: 0.5 });
    trainer.adjust({ learningRate: 0.5 });
    expect(trainer.state().marks).toEqual([{ epoch: 1, step: 7, changes: { learningRate: [0.02, 0.5] } }]);
    const copy = openTraining(noisy());
    copy.restore(trainer.snapshot());
    expect(run(copy).parameters()).toEqual(run(trainer).parameters());
  });

  it('are refused by name where there are none such', () => {
    expect(() => openTraining(noisy()).adjust({ speed: 1 })).toThrow(/no setting "speed"/);
    expect(() => openTraining(noisy()).adjust({ learningRate: -1 })).toThrow(/out of range/);
  });
});

describe('what cannot be trained is refused whole', () => {
  const base = noisy();
  const withTraining = (training: object) => () =>
    openTraining({ ...base, training: { ...base.training, ...training } });
  it.each([
    ['no section', () => openTraining({ nodes: [], groups: [] }), /does not say how to train/],
    ['no bindings', withTraining({ bindings: {} }), /No input node is fed/],
    [
      'a binding to no input',
      withTraining({ bindings: { W1: 'features' } }),
      /"W1" is not an input node; input nodes are x, t/,
    ],
    ['a column there is not', withTraining({ bindings: { x: { feature: 2 } } }), /no feature 2: the data has 2/],
    ['data of other width', withTraining({ dataset: { name: 'iris' } }), /does not fit the graph in any of its forms/],
    ['an unknown optimizer', withTraining({ optimizer: { name: 'lion' } }), /no optimizer "lion"; there are adagrad/],
    [
      'an option of another one',
      withTraining({ optimizer: { name: 'sgd', beta1: 1 } }),
      /"beta1" is not a key known here/,
    ],
    ['an unknown schedule', withTraining({ schedule: { name: 'hop' } }), /no schedule "hop"/],
    ['an unknown normalizer', withTraining({ normalize: 'log' }), /not allowed here/],
    [
      'nothing to train',
      () =>
        openTraining({
          ...build('x = input 1; t = input 1; E = mse_loss x t'),
          training: { ...base.training, dataset: { name: 'sine' } },
        }),
      /No trainable parameter/,
    ],
  ])('%s', (_, open, message) => {
    expect(open).toThrow(message);
  });
});

it('a batch is never broadcast against itself: differences are taken sample by sample', () => {
  const document: Trainable = {
    ...build(
      'x = input [[1]]; t = input 0; W = parameter [[0.5]]; y = matmul x W; d = sub y t; s = square d; E = mean s',
    ),
    training: {
      dataset: { name: 'inline', features: [[1], [2], [3]], targets: [[1], [2], [3]] },
      bindings: { x: 'features', t: 'targets' },
      epochs: 60,
      optimizer: { name: 'sgd', learningRate: 0.1 },
    },
  };
  const trainer = run(openTraining(document));
  expect(trainer.parameters()[0]).toBeCloseTo(1, 8);
});

it('what would not fit into memory is refused before it is allocated', () => {
  const sized = (units: number): Trainable => ({
    ...network([2, 1, 2], { activation: 'relu', seed: 1 }),
    training: { ...noisy().training, batchSize: 40, dataset: { name: 'moons', options: { samples: units } } },
  });
  expect(() => openTraining(sized(60))).not.toThrow();
  const wide: Trainable = {
    ...build(`x = input [[0, 0]]; t = input [0]; W = parameter ${JSON.stringify([[1], [1]])}; p = matmul x W`),
    training: { ...noisy().training, batchSize: 100_000, dataset: { name: 'moons', options: { samples: 100_000 } } },
  };
  const wider = Array.from({ length: 300 }, (_, index) => ({
    id: `r${index}`,
    op: 'relu',
    attrs: {},
    inputs: [index === 0 ? 'p' : `r${index - 1}`],
  }));
  const loss = { id: 'E', op: 'binary_cross_entropy_with_logits', attrs: {}, inputs: ['r299', 't'] };
  const before = process.memoryUsage().arrayBuffers;
  expect(() => openTraining({ ...wide, nodes: [...wide.nodes, ...wider, loss] })).toThrow(/needs \d{4} MB/);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6);
});
