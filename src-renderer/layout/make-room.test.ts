import { expect, it } from 'vitest';
import { emptyDocument, findTemplate, insertTemplate } from '#engine';
import { openWithRoom } from './make-room.ts';

const { graph } = insertTemplate(emptyDocument, findTemplate('mlp')!, { layers: [2, 3, 1], loss: 'mse_loss' });
const at = (document: typeof graph, id: string) =>
  [...document.nodes, ...document.groups].find((each) => each.id === id)!.position!;

it('moves what stands behind a network out of the way of its layers, and of a layer out of the way of its gates', () => {
  const network = openWithRoom(graph, 'mlp');
  expect(network.groups.find(({ id }) => id === 'mlp')?.collapsed).toBe(false);
  expect(at(network, 'L').x).toBeGreaterThan(at(network, 'layer2').x + 160);
  expect(at(network, 'L').x - at(network, 't').x).toBe(at(graph, 'L').x - at(graph, 't').x);
  expect(at(network, 'x')).toEqual(at(graph, 'x'));
  const layer = openWithRoom(network, 'layer1');
  expect(at(layer, 'layer2').x).toBeGreaterThan(at(layer, 'a1').x + 160);
  expect(at(layer, 'W2').x - at(layer, 'layer2').x).toBe(at(graph, 'W2').x - at(graph, 'layer2').x);
  expect(at(layer, 'L').x).toBeGreaterThan(at(network, 'L').x);
  expect(at(layer, 'a1')).toEqual(at(graph, 'a1'));
});

it('leaves alone what stands in other rows', () => {
  const far = { id: 'far', op: 'input', attrs: {}, inputs: [], position: { x: 744, y: -400 } };
  const opened = openWithRoom({ ...graph, nodes: [...graph.nodes, far] }, 'mlp');
  expect(at(opened, 'far')).toEqual(far.position);
});

it('moves nothing where there is room', () => {
  const { graph: alone } = insertTemplate(emptyDocument, findTemplate('opened-sigmoid')!);
  const opened = openWithRoom(alone, 'opened_sigmoid');
  expect(opened.nodes).toBe(alone.nodes);
});

it('leaves open and unknown groups as they are', () => {
  const opened = openWithRoom(graph, 'mlp');
  expect(openWithRoom(opened, 'mlp')).toBe(opened);
  expect(openWithRoom(graph, 'nothing')).toBe(graph);
});
