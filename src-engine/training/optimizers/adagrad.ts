import { defineOptimizer, epsilon, learningRate, type RateOption } from './define.ts';

type Options = RateOption & { readonly eps: number };

export const adagrad = defineOptimizer<Options>({
  id: 'adagrad',
  name: 'AdaGrad',
  options: { learningRate: learningRate(1e-2), eps: epsilon(1e-10) },
  state: ['s'],
  /** s ← s + g²; w ← w − ηg / (√s + ε). */
  update({ options: { eps }, rate }, parameters, gradients, [s], start, end) {
    for (let index = start; index < end; index++) {
      const g = gradients[index]!;
      const sum = s![index]! + g * g;
      s![index] = sum;
      parameters[index]! -= rate * (g / (Math.sqrt(sum) + eps));
    }
  },
  explain({ options: { eps }, rate }, g, [before]) {
    const s = before! + g * g;
    return [
      { symbol: 'g', value: g },
      { symbol: 's', value: s },
      { symbol: '\\Delta w', value: -rate * (g / (Math.sqrt(s) + eps)) },
    ];
  },
  latex: 's \\leftarrow s + g^2,\\quad w \\leftarrow w - \\eta\\,\\frac{g}{\\sqrt{s} + \\varepsilon}',
  source: 'https://pytorch.org/docs/stable/generated/torch.optim.Adagrad.html; Duchi et al., JMLR 12 (2011)',
});
