/** One bundled lesson, as the catalogue shows it. Its text is fetched only when it is opened. */
export interface BundledLesson {
  readonly id: string;
  readonly title: string;
  /** What one learns in it, in one sentence. */
  readonly description: string;
  readonly steps: number;
  /** Text of the lesson. */
  readonly read: () => Promise<string>;
}

const textOf = (file: { readonly default: string }) => file.default;

/** In teaching order. Title, description and number of steps are those of the files. */
export const lessons: readonly BundledLesson[] = [
  {
    id: 'derivative-as-nudge',
    title: 'The derivative as a nudge',
    description: 'Move a number a little and watch how far the result moves: that ratio is the derivative.',
    steps: 6,
    read: () => import('./derivative-as-nudge.lesson.json?raw').then(textOf),
  },
  {
    id: 'sum-times-number',
    title: '(x + y) · z',
    description: 'Two gates and the chain rule: local derivative times what arrives from above.',
    steps: 6,
    read: () => import('./sum-times-number.lesson.json?raw').then(textOf),
  },
  {
    id: 'personalities-of-gates',
    title: 'Personalities of gates',
    description: 'Add passes on, Multiply swaps, Max chooses: each gate treats the gradient in its own way.',
    steps: 6,
    read: () => import('./personalities-of-gates.lesson.json?raw').then(textOf),
  },
  {
    id: 'forks-add-up',
    title: 'Forks add up',
    description: 'A number used twice receives a gradient along each branch; the sum is what counts.',
    steps: 6,
    read: () => import('./forks-add-up.lesson.json?raw').then(textOf),
  },
  {
    id: 'influence-of-a-weight',
    title: 'How a weight moves an error',
    description: 'E = (w·1 − 1)²: one chain of gates, the product of their local derivatives is the influence of w.',
    steps: 6,
    read: () => import('./influence-of-a-weight.lesson.json?raw').then(textOf),
  },
  {
    id: 'merging-gates',
    title: 'Merging gates',
    description: 'Several gates become one; its derivative is the product of those inside.',
    steps: 7,
    read: () => import('./merging-gates.lesson.json?raw').then(textOf),
  },
  {
    id: 'sigmoid-opened',
    title: 'The sigmoid, opened and merged',
    description: 'Minus, exp, plus one, one over: four gates whose product is h (1 − h).',
    steps: 7,
    read: () => import('./sigmoid-opened.lesson.json?raw').then(textOf),
  },
  {
    id: 'a-neuron',
    title: 'A neuron',
    description: 'Two inputs, two weights, a bias and a sigmoid: the gradient of every weight.',
    steps: 6,
    read: () => import('./a-neuron.lesson.json?raw').then(textOf),
  },
  {
    id: 'logistic-regression-cost',
    title: 'The cost of logistic regression',
    description: 'A cost with logarithms from fifteen gates; all of it collapses to (h − y) x.',
    steps: 7,
    read: () => import('./logistic-regression-cost.lesson.json?raw').then(textOf),
  },
  {
    id: 'three-layers',
    title: 'Three layers',
    description: 'One unit in each of three layers: the chain rule from the error down to the first weight.',
    steps: 7,
    read: () => import('./three-layers.lesson.json?raw').then(textOf),
  },
  {
    id: 'vanishing-gradient',
    title: 'Ten layers and the vanishing gradient',
    description: 'A product of twenty factors: with sigmoid it dies out, with ReLU it arrives.',
    steps: 7,
    read: () => import('./vanishing-gradient.lesson.json?raw').then(textOf),
  },
  {
    id: 'backpropagation-in-four-steps',
    title: 'Backpropagation in four steps',
    description: 'Feed forward, output layer, hidden layer, update: one round of learning in a 2-2-1 network.',
    steps: 7,
    read: () => import('./backpropagation-in-four-steps.lesson.json?raw').then(textOf),
  },
  {
    id: 'softmax-in-three-stages',
    title: 'Softmax in three stages',
    description: 'Raw scores, e to their power, shares that sum to one; and why the gradient is p − t.',
    steps: 7,
    read: () => import('./softmax-in-three-stages.lesson.json?raw').then(textOf),
  },
  {
    id: 'losses-side-by-side',
    title: 'The losses side by side',
    description: 'Absolute, squared, mean, root: five ways to measure the same misses, and what each one pulls at.',
    steps: 8,
    read: () => import('./losses-side-by-side.lesson.json?raw').then(textOf),
  },
  {
    id: 'network-by-hand',
    title: 'A 2-2-2-2 network by hand',
    description: 'Row vector times matrix plus bias, then the sigmoid, three times over.',
    steps: 6,
    read: () => import('./network-by-hand.lesson.json?raw').then(textOf),
  },
  {
    id: 'mazur-update',
    title: 'A 2-2-2 network, step by step',
    description: 'Matt Mazur’s example: every weight of a small network updated once, and the error falls.',
    steps: 8,
    read: () => import('./mazur-update.lesson.json?raw').then(textOf),
  },
  {
    id: 'gradient-descent',
    title: 'Gradient descent on one weight',
    description: 'Downhill by w − η g: a good rate, one too large, and a valley that is not the deepest.',
    steps: 7,
    read: () => import('./gradient-descent.lesson.json?raw').then(textOf),
  },
];
