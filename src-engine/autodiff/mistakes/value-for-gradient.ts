import { defineMistake } from './define.ts';

export const valueForGradient = defineMistake({
  id: 'value-for-gradient',
  name: 'Value for gradient',
  summary: 'A value of the forward pass stands where the gradient from above belongs.',
  rank: 35,
  answers(asked) {
    switch (asked.kind) {
      case 'seed':
        return [{ answer: asked.value, variant: 'seed', facts: { node: asked.node, value: asked.value } }];
      case 'contribution': {
        const { local, output, upstream, target, source, inputs, slot } = asked;
        const { value } = inputs[slot]!;
        return [
          { answer: local * output, facts: { local, output, upstream, target } },
          { answer: value, variant: 'source', facts: { source, value } },
        ];
      }
      case 'total':
        return [{ answer: asked.value, variant: 'total', facts: { node: asked.node, value: asked.value } }];
      case 'value':
        return [];
    }
  },
});
