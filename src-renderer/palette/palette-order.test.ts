import { expect, it } from 'vitest';
import { ops, templates } from '#engine';
import { paletteGroups, templatesInOrder } from './palette-order.ts';

it('lists every op once', () => {
  const listed = paletteGroups(ops).flatMap((group) => group.ops.map(({ id }) => id));
  expect(listed.toSorted()).toEqual(ops.map(({ id }) => id).toSorted());
});

it('begins each category with what people reach for first', () => {
  const firsts = Object.fromEntries(paletteGroups(ops).map((group) => [group.category, group.ops[0]?.id]));
  expect(firsts).toMatchObject({
    values: 'input',
    arithmetic: 'add',
    functions: 'exp',
    activations: 'sigmoid',
    reduce: 'sum',
    loss: 'mse_loss',
  });
});

it('lists every template once, the neuron before the layer before the network', () => {
  const ids = templatesInOrder(templates.values()).map(({ id }) => id);
  expect(ids.toSorted()).toEqual([...templates.keys()].toSorted());
  expect(ids.slice(0, 2)).toEqual(['neuron', 'dense']);
  expect(ids.indexOf('mlp')).toBeGreaterThan(ids.indexOf('dense'));
});
