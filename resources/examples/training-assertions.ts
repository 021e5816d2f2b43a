import { expect } from 'vitest';
import { type ChainruleDocument, openTraining, type Trainer } from '#engine';

type Read = (id: string) => ChainruleDocument;

/** A document trained to its end; `change` replaces members of its `training` section. */
function trained(document: ChainruleDocument, change: Readonly<Record<string, unknown>> = {}): Trainer {
  const trainer = openTraining({ ...document, training: { ...document.training, ...change } });
  while (!['done', 'failed'].includes(trainer.state().phase)) trainer.step();
  return trainer;
}

const last = (trainer: Trainer) => trainer.state().history.at(-1)!;
const train = (trainer: Trainer) => last(trainer).train;
const validation = (trainer: Trainer) => last(trainer).validation!;
const sgd = (learningRate: number, more: object = {}) => ({ optimizer: { name: 'sgd', learningRate, ...more } });

/** √(mean of squares) of each weight matrix's gradient over the first rows of the training part, in document order. */
function gradientSizes(trainer: Trainer): number[] {
  const rows = trainer.split.train;
  const program = trainer.run(rows, 0, rows.length, true);
  program.backward(new Float64Array(trainer.flat.size));
  const weights = trainer.flat.list.filter(({ shape }) => shape.length === 2);
  return weights.map(({ node }) => {
    const squares = Array.from(program.gradient(node)!.data, (each) => each * each);
    return Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / squares.length);
  });
}

/** One entry for each example that trains: what must come out of it. */
export function trainingAssertions(read: Read): Readonly<Record<string, () => void>> {
  const run = (id: string, change: Readonly<Record<string, unknown>> = {}) => trained(read(id), change);
  return {
    'c1-one-weight'() {
      const [first, ...rest] = run('c1-one-weight').state().history;
      const rising = openTraining(read('c1-one-weight'));
      expect(rising.parameters()[0]).toBe(-2);
      rising.step();
      expect(rising.parameters()[0]).toBeGreaterThan(-2);
      expect(rest.at(-1)!.train.loss).toBeLessThan(1e-6 * first!.train.loss);
      const swinging = run('c1-one-weight', sgd(1.1)).state().history;
      expect(swinging.at(-1)!.train.loss).toBeGreaterThan(swinging[0]!.train.loss);
    },
    'c2-perceptron-and'() {
      expect(train(run('c2-perceptron-and')).accuracy).toBe(1);
    },
    'c2-perceptron-xor'() {
      for (const { train: of } of run('c2-perceptron-xor').state().history)
        expect(of.loss).toBeGreaterThanOrEqual(Math.LN2 - 1e-12);
    },
    'c3-xor-sigmoid'() {
      const trainer = run('c3-xor-sigmoid');
      expect(train(trainer).loss).toBeGreaterThan(0.69);
      const sizes = gradientSizes(openTraining(read('c3-xor-sigmoid')));
      expect(sizes.at(-1)! / sizes[0]!).toBeGreaterThan(10);
    },
    'c4-xor-relu'() {
      const trainer = run('c4-xor-relu');
      expect(trainer.state().step).toBe(4000);
      expect(train(trainer).accuracy).toBe(1);
    },
    'c5-iris'() {
      expect(run('c5-iris').state().test!.accuracy).toBeGreaterThanOrEqual(0.95);
    },
    'c6-momentum'() {
      const kept = train(run('c6-momentum')).loss;
      expect(kept).toBeLessThan(train(run('c6-momentum', sgd(0.3))).loss / 3);
      const grown = run('c6-momentum', sgd(0.3, { momentum: 1.2 }));
      expect(grown.state().phase === 'failed' || train(grown).loss > 1).toBe(true);
    },
    'c7-optimizers'() {
      const choices = [
        { name: 'sgd', learningRate: 0.1 },
        { name: 'sgd', learningRate: 0.1, momentum: 0.9 },
        { name: 'rmsprop', learningRate: 0.01 },
        { name: 'adam', learningRate: 0.01 },
      ];
      const losses = choices.map((optimizer) => train(run('c7-optimizers', { optimizer })).loss);
      expect(new Set(losses).size).toBe(4);
      expect(Math.max(...losses.slice(1))).toBeLessThan(losses[0]!);
    },
    'c8-mini-batches'() {
      for (const [batchSize, updates] of [
        [1, 200],
        [20, 10],
        [200, 1],
      ]) {
        const trainer = run('c8-mini-batches', { batchSize, epochs: 2 });
        expect(trainer.state().step).toBe(2 * updates!);
      }
      expect(train(run('c8-mini-batches')).accuracy).toBeGreaterThan(0.9);
    },
    'c9-early-stopping'() {
      const trainer = run('c9-early-stopping');
      const { stoppedEarly, best, epoch, history } = trainer.state();
      expect(stoppedEarly).toBe(true);
      expect(epoch).toBe(best!.epoch + 10);
      expect(best!.validation!.loss).toBe(Math.min(...history.map((each) => each.validation!.loss)));
      expect([trainer.split.train, trainer.split.validation, trainer.split.test].map(({ length }) => length)).toEqual([
        320, 40, 40,
      ]);
    },
    'c10-scales-raw'() {
      const trainer = openTraining(read('c10-scales-raw'));
      const rows = trainer.split.train;
      const program = trainer.run(rows, 0, rows.length, true);
      program.backward(new Float64Array(trainer.flat.size));
      const [age, service, height, salary] = Array.from(program.gradient('W1')!.data, Math.abs);
      expect(salary! / Math.max(age!, service!, height!)).toBeGreaterThan(1e5);
      expect(train(run('c10-scales-raw')).accuracy).toBeLessThan(0.7);
    },
    'c10-scales-normalized'() {
      const trainer = openTraining(read('c10-scales-normalized'));
      const rows = trainer.split.train;
      const program = trainer.run(rows, 0, rows.length, true);
      program.backward(new Float64Array(trainer.flat.size));
      const sizes = Array.from(program.gradient('W1')!.data, Math.abs);
      expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(20);
      expect(run('c10-scales-normalized').state().test!.accuracy).toBeGreaterThan(0.9);
    },
    'c11-underfitting'() {
      const trainer = run('c11-underfitting');
      expect(train(trainer).loss).toBeGreaterThan(0.6);
      expect(validation(trainer).loss).toBeGreaterThan(0.6);
    },
    'c11-overfitting'() {
      const trainer = run('c11-overfitting');
      const { history, best } = trainer.state();
      expect(train(trainer).loss).toBeLessThan(0.1);
      expect(validation(trainer).loss).toBeGreaterThan(2 * best!.validation!.loss);
      expect(best!.epoch).toBeLessThan(history.length / 4);
      expect(trainer.split.train).toHaveLength(40);
    },
    'c12-wide-layer'() {
      const trainer = run('c12-wide-layer');
      expect(train(trainer).loss).toBeLessThan(0.005);
      expect(trainer.flat.size).toBe(73);
    },
    'c12-deep-and-thin'() {
      const trainer = run('c12-deep-and-thin');
      expect(train(trainer).loss).toBeLessThan(0.005);
      expect(trainer.flat.size).toBe(73);
    },
    'd1-vanishing'() {
      const sizes = gradientSizes(openTraining(read('d1-vanishing')));
      expect(sizes[0]! / sizes.at(-1)!).toBeLessThan(1e-3);
    },
    'd1-clipping'() {
      expect(train(run('d1-clipping')).accuracy).toBeGreaterThan(0.9);
      expect(train(run('d1-clipping', { clipNorm: null })).accuracy).toBeLessThan(0.6);
    },
    'd2-dying-relu'() {
      expect(train(run('d2-dying-relu')).accuracy).toBe(0.5);
    },
    'd2-leaky-relu'() {
      expect(train(run('d2-leaky-relu')).accuracy).toBeGreaterThan(0.85);
    },
    'd3-zeros'() {
      const trainer = run('d3-zeros');
      expect(new Set(trainer.parameter('W2')).size).toBe(1);
      expect(train(trainer).accuracy).toBeLessThan(0.6);
    },
    'd3-xavier'() {
      expect(train(run('d3-xavier')).accuracy).toBeGreaterThan(0.95);
    },
    'd4-dropout'() {
      expect(validation(run('d4-dropout')).loss).toBeLessThan(0.7 * validation(run('c11-overfitting')).loss);
    },
    'd5-dropconnect'() {
      expect(validation(run('d5-dropconnect')).loss).toBeLessThan(0.9 * validation(run('c11-overfitting')).loss);
    },
    'd6-l2'() {
      const length = (trainer: Trainer) => Math.hypot(...trainer.parameters());
      const curbed = run('d6-l2');
      expect(validation(curbed).loss).toBeLessThan(0.6);
      expect(length(curbed)).toBeLessThan(length(run('c11-overfitting')) / 2);
    },
    'd6-l1'() {
      const small = (trainer: Trainer) =>
        trainer.parameter('W2')!.filter((each) => Math.abs(each) < 0.01).length / 1024;
      expect(small(run('d6-l1'))).toBeGreaterThan(0.75);
      expect(small(run('c11-overfitting'))).toBeLessThan(0.25);
    },
    'd7-without-batch-norm'() {
      expect(train(run('d7-without-batch-norm')).loss).toBeGreaterThan(0.68);
    },
    'd7-batch-norm'() {
      const trainer = run('d7-batch-norm');
      expect(train(trainer).loss).toBeLessThan(0.55);
      expect(Object.keys(trainer.tracked())).toHaveLength(4);
      expect(trainer.flat.list.find(({ node }) => node === 'W1')!.size).toBe(16);
    },
    'd8-autoencoder'() {
      const { history } = run('d8-autoencoder').state();
      expect(history.at(-1)!.train.loss).toBeLessThan(0.35 * history[0]!.train.loss);
    },
    'd9-more-data'() {
      const trainer = run('d9-more-data');
      expect(trainer.split.train).toHaveLength(400);
      expect(validation(trainer).loss - train(trainer).loss).toBeLessThan(0.1);
    },
  };
}
