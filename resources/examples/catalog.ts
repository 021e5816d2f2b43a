/** One bundled document, as the Examples menu shows it. Its text is fetched only when it is opened. */
export interface Example {
  readonly id: string;
  /** The row of the curriculum it answers. */
  readonly row: string;
  readonly title: string;
  /** What one sees in it, in one or two sentences. */
  readonly sentence: string;
  /** Text of the document. */
  readonly read: () => Promise<string>;
}

const textOf = (file: { readonly default: string }) => file.default;

/** In teaching order; the first one opens when the program starts for the first time. */
export const examples: readonly Example[] = [
  {
    id: 'a1-squared-error',
    row: 'A1',
    title: 'Squared error of one weight',
    sentence:
      'How a weight moves an error: at w = 3 the gradient is 4, the product of the local gradients along the way.',
    read: () => import('./a1-squared-error.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a2-merged-gates',
    row: 'A2',
    title: 'Merged gates',
    sentence:
      'The last two gates are merged into one; its local gradient is the product of theirs. Open it, or merge on.',
    read: () => import('./a2-merged-gates.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a3-logistic-cost',
    row: 'A3',
    title: 'Logistic regression cost',
    sentence: 'E = −y ln h − (1 − y) ln(1 − h) from elementary gates. All of them together give dE/dw = (h − y) x.',
    read: () => import('./a3-logistic-cost.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a3-logistic-cost-merged',
    row: 'A3',
    title: 'Logistic regression cost as one gate',
    sentence: 'The same gates merged into one: its local gradient for w is (h − y) x. Open it to see why.',
    read: () => import('./a3-logistic-cost-merged.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a4-opened-sigmoid',
    row: 'A4',
    title: 'A sigmoid from four gates',
    sentence:
      'Minus, exp, plus one and one over, merged: the local gradient is h (1 − h). Open the gate to see the four.',
    read: () => import('./a4-opened-sigmoid.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a5-perceptron',
    row: 'A5',
    title: 'Perceptron with three inputs',
    sentence: 'z = a₁w₁ + a₂w₂ + a₃w₃ + b, then an activation. Exchange the sigmoid for another one and compare.',
    read: () => import('./a5-perceptron.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a6-three-layers',
    row: 'A6',
    title: 'Three layers of one unit',
    sentence: 'x → σ → σ → σ → E: the chain rule gate by gate down to the first weight.',
    read: () => import('./a6-three-layers.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a7-ten-layers-sigmoid',
    row: 'A7',
    title: 'Ten layers, sigmoid',
    sentence:
      'A product of twenty factors, half of them below ¼: the gradient of the first weight is a millionth of the last one’s.',
    read: () => import('./a7-ten-layers-sigmoid.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a7-ten-layers-relu',
    row: 'A7',
    title: 'Ten layers, ReLU',
    sentence:
      'The same ten layers with ReLU: every factor is 1, and the first weight’s gradient equals the last one’s.',
    read: () => import('./a7-ten-layers-relu.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a8-four-steps',
    row: 'A8',
    title: 'Backpropagation in four steps',
    sentence: 'Feed forward, output layer, hidden layer, weight update: step through the gates of a 2-2-1 network.',
    read: () => import('./a8-four-steps.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a9-three-branches',
    row: 'A9',
    title: 'One input, three branches',
    sentence:
      'x feeds three slots, two of them of the same gate; its gradient is the sum over the branches, 2 + 2 + 3.',
    read: () => import('./a9-three-branches.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a9-shared-weight',
    row: 'A9',
    title: 'A shared weight and a skip connection',
    sentence: 'w is used in two layers and x skips both: the gradients of all the wires that leave a node add up.',
    read: () => import('./a9-shared-weight.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a10-errors',
    row: 'A10',
    title: 'Five ways to measure an error',
    sentence:
      'Sum and mean of absolute errors, sum and mean of squared errors, and the root of the mean, side by side on four samples.',
    read: () => import('./a10-errors.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a10-cross-entropy',
    row: 'A10',
    title: 'Cross-entropy after softmax',
    sentence:
      'The same loss twice: from softmax, log and the one-hot target by hand, and as one gate on the raw scores. Both send back (p − t) / n.',
    read: () => import('./a10-cross-entropy.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a10-binary-cross-entropy',
    row: 'A10',
    title: 'Binary cross-entropy over samples',
    sentence: 'The total loss is the sum over the samples, from probabilities and from raw scores: the numbers agree.',
    read: () => import('./a10-binary-cross-entropy.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a11-softmax',
    row: 'A11',
    title: 'Softmax in three stages',
    sentence: 'Raw scores, then e to their power, then shares that sum to 1; the target is one-hot.',
    read: () => import('./a11-softmax.chainrule.json?raw').then(textOf),
  },
  {
    id: 'a12-curves',
    row: 'A12',
    title: 'Curves and their tangents',
    sentence:
      '−ln y, −ln(1 − y), sigmoid, ReLU and leaky ReLU: select a gate and see its curve with the tangent at the current point.',
    read: () => import('./a12-curves.chainrule.json?raw').then(textOf),
  },
  {
    id: 'b1-two-two-two-two',
    row: 'B1',
    title: 'A 2-2-2-2 network by hand',
    sentence: 'Row vector times matrix plus bias, then sigmoid, three times: [1, −1] becomes [0.62, 0.83].',
    read: () => import('./b1-two-two-two-two.chainrule.json?raw').then(textOf),
  },
  {
    id: 'b2-relu-table',
    row: 'B2',
    title: 'ReLU and leaky ReLU, value by value',
    sentence: 'Nine inputs from −10 to 100 through both; the leaky one lets a hundredth of the negative side through.',
    read: () => import('./b2-relu-table.chainrule.json?raw').then(textOf),
  },
  {
    id: 'b3-fully-connected',
    row: 'B3',
    title: 'Fully connected 25-16-16-9-9',
    sentence: 'A 5 × 5 picture through four dense layers: 881 connections, counted from the shapes of the weights.',
    read: () => import('./b3-fully-connected.chainrule.json?raw').then(textOf),
  },
  {
    id: 'b4-parameter-counts',
    row: 'B4',
    title: 'A 784-256-128-10 network',
    sentence: 'Weights and biases of three dense layers are 235 146 parameters, counted from their shapes.',
    read: () => import('./b4-parameter-counts.chainrule.json?raw').then(textOf),
  },
  {
    id: 'b5-row-and-column',
    row: 'B5',
    title: 'Row form and column form',
    sentence:
      'x·W + b with a row, Wᵀ·x + b with a column: the same numbers, and W receives the same gradient from both.',
    read: () => import('./b5-row-and-column.chainrule.json?raw').then(textOf),
  },
];
