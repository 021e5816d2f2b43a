import { boolean, number } from '../../ops/attributes.ts';
import { defineOptimizer, learningRate, type RateOption } from './define.ts';

type Options = RateOption & { readonly momentum: number; readonly nesterov: boolean };

export const sgd = defineOptimizer<Options>({
  id: 'sgd',
  name: 'SGD',
  options: {
    learningRate: learningRate(1e-3),
    momentum: number({ default: 0, min: 0, description: 'How much of the last step’s direction is kept.' }),
    nesterov: boolean({ default: false, description: 'Whether the gradient is looked at one step ahead.' }),
  },
  state: ['m'],
  /** m ← βm + g; w ← w − ηm, with Nesterov w ← w − η(g + βm). */
  update({ options: { momentum, nesterov }, rate }, parameters, gradients, [m], start, end) {
    if (momentum === 0) {
      for (let index = start; index < end; index++) parameters[index]! -= rate * gradients[index]!;
      return;
    }
    for (let index = start; index < end; index++) {
      const g = gradients[index]!;
      const direction = momentum * m![index]! + g;
      m![index] = direction;
      parameters[index]! -= rate * (nesterov ? g + momentum * direction : direction);
    }
  },
  explain({ options: { momentum, nesterov }, rate }, g, [before]) {
    const m = momentum * before! + g;
    const direction = momentum === 0 ? g : nesterov ? g + momentum * m : m;
    return [
      { symbol: 'g', value: g },
      ...(momentum === 0 ? [] : [{ symbol: 'm', value: m }]),
      { symbol: '\\Delta w', value: -rate * direction },
    ];
  },
  latex: 'm \\leftarrow \\beta m + g,\\quad w \\leftarrow w - \\eta m',
  source: 'https://pytorch.org/docs/stable/generated/torch.optim.SGD.html; Sutskever et al., ICML 2013',
});
