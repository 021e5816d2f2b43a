import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { build } from '../../testing/build.ts';
import { openTraining, type Trainable } from '../open-training.ts';

interface Case {
  readonly settings: Readonly<Record<string, number | boolean>>;
  readonly learningRate: number;
  readonly features: readonly (readonly number[])[];
  readonly targets: readonly number[];
  readonly start: Readonly<Record<string, readonly number[] | readonly (readonly number[])[]>>;
  readonly losses: readonly number[];
  readonly end: Case['start'];
  readonly running: { readonly mean: readonly number[]; readonly variance: readonly number[] };
}
const { cases } = JSON.parse(readFileSync(new URL('trainings.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Case[];
};

function documentOf({ settings, learningRate, features, targets, start }: Case): Trainable {
  const { batchNorm, clipNorm, ...regularization } = settings;
  const graph = build(`
    x = input [[0, 0, 0]]; t = input [0]
    ${Object.entries(start)
      .map(([name, value]) => `${name} = parameter ${JSON.stringify(value)}`)
      .join('\n')}
    p = matmul x W1; z = add p b1
    ${batchNorm ? 'n = batch_norm z; h = tanh n' : 'h = tanh z'}
    q = matmul h W2; y = add q b2; E = cross_entropy y t`);
  return {
    ...graph,
    nodes: graph.nodes.map((node) =>
      node.id.startsWith('b') ? { ...node, attrs: { ...node.attrs, decay: false } } : node,
    ),
    training: {
      dataset: { name: 'inline', features, targets },
      bindings: { x: 'features', t: 'targets' },
      batchSize: 100,
      epochs: 20,
      optimizer: { name: 'sgd', learningRate },
      regularization,
      ...(clipNorm === undefined ? {} : { clipNorm }),
    },
  };
}

describe('twenty steps are those of PyTorch', () => {
  it.each(cases)('with $settings', (each) => {
    const trainer = openTraining(documentOf(each));
    while (trainer.state().phase !== 'done') expect(trainer.step()).not.toBe('failed');
    trainer.state().history.forEach(({ train }, index) => {
      expect(Math.abs(train.loss - each.losses[index]!)).toBeLessThan(1e-10);
    });
    for (const [name, values] of Object.entries(each.end))
      [values].flat(2).forEach((value, index) => {
        expect(Math.abs(trainer.parameter(name)![index]! - value)).toBeLessThan(1e-10);
      });
    if (!each.settings['batchNorm']) return;
    const { running_mean: mean, running_var: variance } = trainer.tracked()['n']!;
    for (const [found, expected] of [
      [mean!, each.running.mean],
      [variance!, each.running.variance],
    ] as const)
      expected.forEach((value, index) => {
        expect(found[index]).toBeCloseTo(value, 11);
      });
  });
});
