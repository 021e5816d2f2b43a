import { number } from '../../ops/attributes.ts';
import { defineOptimizer, epsilon, learningRate, type RateOption, share } from './define.ts';

type Options = RateOption & { readonly alpha: number; readonly eps: number; readonly momentum: number };

export const rmsprop = defineOptimizer<Options>({
  id: 'rmsprop',
  name: 'RMSProp',
  options: {
    learningRate: learningRate(1e-2),
    alpha: share(0.99, 'How much of the running mean of squared gradients is kept.'),
    eps: epsilon(1e-8),
    momentum: number({ default: 0, min: 0, description: 'How much of the last step’s direction is kept.' }),
  },
  state: ['v', 'm'],
  /** v ← αv + (1 − α)g²; d = g / (√v + ε); m ← βm + d; w ← w − ηm. */
  update({ options: { alpha, eps, momentum }, rate }, parameters, gradients, [v, m], start, end) {
    for (let index = start; index < end; index++) {
      const g = gradients[index]!;
      const square = alpha * v![index]! + (1 - alpha) * (g * g);
      v![index] = square;
      let direction = g / (Math.sqrt(square) + eps);
      if (momentum > 0) {
        direction = momentum * m![index]! + direction;
        m![index] = direction;
      }
      parameters[index]! -= rate * direction;
    }
  },
  explain({ options: { alpha, eps, momentum }, rate }, g, [before, moving]) {
    const v = alpha * before! + (1 - alpha) * (g * g);
    const scaled = g / (Math.sqrt(v) + eps);
    const direction = momentum > 0 ? momentum * moving! + scaled : scaled;
    return [
      { symbol: 'g', value: g },
      { symbol: 'v', value: v },
      ...(momentum > 0 ? [{ symbol: 'm', value: direction }] : []),
      { symbol: '\\Delta w', value: -rate * direction },
    ];
  },
  latex:
    'v \\leftarrow \\alpha v + (1 - \\alpha) g^2,\\quad w \\leftarrow w - \\eta\\,\\frac{g}{\\sqrt{v} + \\varepsilon}',
  source: 'https://pytorch.org/docs/stable/generated/torch.optim.RMSprop.html; Hinton, Coursera lecture 6e (2012)',
});
