import { describe, expect, it } from 'vitest';
import { opTable } from '../ops/registry.ts';
import { network } from '../testing/network.ts';
import type { Trainer } from './machine.ts';
import { openTraining, type Trainable } from './open-training.ts';
import { probeHealth } from './probe.ts';

function run(document: Trainable): Trainer {
  const trainer = openTraining(document);
  while (trainer.state().phase !== 'done' && trainer.step() !== 'failed');
  return trainer;
}
/** Rounding may take a few ulps off. */
const LN2 = Math.LN2 - 1e-12;
const last = (trainer: Trainer) => trainer.state().history.at(-1)!.train;

const gate = (name: string, sizes: readonly number[], activation: string, training: object, seed = 1): Trainable => ({
  ...network(sizes, { activation, seed, loss: 'binary_cross_entropy_with_logits' }),
  training: {
    dataset: { name },
    bindings: { x: 'features', t: 'targets' },
    batchSize: 4,
    seed,
    optimizer: { name: 'sgd', learningRate: 0.1 },
    ...training,
  },
});

describe('a single layer', () => {
  it.each(['and', 'or'])('separates %s', (name) => {
    const { loss, accuracy } = last(run(gate(name, [2, 1], 'relu', { epochs: 2000 })));
    expect(accuracy).toBe(1);
    expect(loss).toBeLessThan(0.2);
  });

  it('cannot separate XOR: the loss of every epoch stays at ln 2 or above', () => {
    const trainer = run(gate('xor', [2, 1], 'relu', { epochs: 2000 }));
    expect(last(trainer).loss).toBeGreaterThanOrEqual(LN2);
    for (const { train } of trainer.state().history) expect(train.loss).toBeGreaterThanOrEqual(LN2);
  });
});

describe('2-5-5-5-1 on XOR, full batch, learning rate 0.1, weights from −1 to 1', () => {
  const sizes = [2, 5, 5, 5, 1];
  const training = { epochs: 4000 };

  it.each([1, 2, 3, 4])('with sigmoids it fails, seed %i', (seed) => {
    expect(last(run(gate('xor', sizes, 'sigmoid', training, seed))).loss).toBeGreaterThan(0.68);
  });

  it.each([1, 2, 3, 4])('with ReLU it learns, seed %i', (seed) => {
    expect(last(run(gate('xor', sizes, 'relu', training, seed))).accuracy).toBe(1);
  });

  it('with sigmoids the gradient grows smaller layer by layer', () => {
    const document = gate('xor', sizes, 'sigmoid', { epochs: 1 });
    const health = probeHealth(run(document), document, opTable);
    const size = (node: string) => health.find((each) => each.node === node)!.gradientSize;
    expect(size('W1')).toBeLessThan(size('W2'));
    expect(size('W2')).toBeLessThan(size('W3'));
    expect(size('W3')).toBeLessThan(size('W4'));
  });
});

it('4-8-3 with sigmoids tells iris species apart on rows it has not seen', () => {
  const trainer = run({
    ...network([4, 8, 3], { activation: 'sigmoid', seed: 1 }),
    training: {
      dataset: { name: 'iris' },
      bindings: { x: 'features', t: 'targets' },
      split: { train: 0.8, test: 0.2 },
      normalize: 'z-score',
      batchSize: 16,
      epochs: 150,
      seed: 1,
      optimizer: { name: 'sgd', learningRate: 0.3 },
    },
  });
  expect(trainer.state().test!.accuracy).toBeGreaterThanOrEqual(0.95);
});

describe('features of different scale', () => {
  const document = (normalize: string): Trainable => ({
    ...network([4, 1], { activation: 'relu', seed: 1, bound: 0.001, loss: 'binary_cross_entropy_with_logits' }),
    training: {
      dataset: { name: 'scales' },
      bindings: { x: 'features', t: 'targets' },
      normalize,
      batchSize: 200,
      epochs: 1,
      optimizer: { name: 'sgd', learningRate: 0 },
    },
  });
  /** |∂L/∂w| for age, service, height and salary. */
  const gradients = (normalize: string) => {
    const trainer = openTraining(document(normalize));
    const program = trainer.run(trainer.split.train, 0, 200, true);
    program.backward(new Float64Array(trainer.flat.size));
    return Array.from(program.gradient('W1')!.data, Math.abs);
  };

  it('the largest feature’s gradient drowns the others without normalization', () => {
    const [age, service, height, salary] = gradients('none') as [number, number, number, number];
    expect(salary / Math.max(age, service, height)).toBeGreaterThan(1e4);
  });

  it.each(['min-max', 'z-score'])('with %s they are of one size', (normalize) => {
    const sizes = gradients(normalize);
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(12);
  });
});

describe('health', () => {
  it('finds the units that a too large learning rate has killed', () => {
    const document: Trainable = {
      ...network([2, 8, 8, 2], { activation: 'relu', seed: 3 }),
      training: {
        dataset: { name: 'moons' },
        bindings: { x: 'features', t: 'targets' },
        batchSize: 20,
        epochs: 20,
        optimizer: { name: 'sgd', learningRate: 4 },
      },
    };
    const dead = (each: Trainable) =>
      probeHealth(run(each), each, opTable).reduce((sum, { dead: units }) => sum + units.length, 0);
    const gentle = { ...document, training: { ...document.training, optimizer: { name: 'sgd', learningRate: 0.05 } } };
    expect(dead(document)).toBeGreaterThan(3 * dead(gentle));
  });

  it('names the sigmoid that lets a gradient vanish', () => {
    const document = gate('xor', [2, 5, 5, 5, 5, 5, 5, 1], 'sigmoid', { epochs: 1 });
    const found = probeHealth(openTraining(document), document, opTable);
    const first = found.find(({ node }) => node === 'h1')!;
    expect(first.ailments).toContain('vanishing');
    expect(first.factor!.ratio).toBeLessThan(0.25);
  });
});

it('scalar targets learn a function: the sine within a hundredth', () => {
  const trainer = run({
    ...network([1, 16, 1], { activation: 'tanh', seed: 2, loss: 'mse_loss' }),
    training: {
      dataset: { name: 'sine' },
      bindings: { x: 'features', t: 'targets' },
      batchSize: 25,
      epochs: 300,
      optimizer: { name: 'adam', learningRate: 0.02 },
    },
  });
  expect(last(trainer).loss).toBeLessThan(0.01);
  expect(last(trainer)).not.toHaveProperty('accuracy');
});
