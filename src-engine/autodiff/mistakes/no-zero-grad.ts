import { defineMistake } from './define.ts';

/** As in PyTorch: leaves keep their gradient between passes, what lies between them is made anew by each forward pass. */
export const noZeroGrad = defineMistake({
  id: 'no-zero-grad',
  name: 'No zero_grad',
  summary: 'The gradients of the pass before still stand when the next one adds its own.',
  rank: 60,
  flaw: {
    start: ({ keepsGrad, grads }, node) => (keepsGrad(node) ? grads[node]! : null),
    because: ({ grads }, _, node) => ({ before: grads[node]![0]! }),
  },
});
