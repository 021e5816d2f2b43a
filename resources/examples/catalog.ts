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
  {
    id: 'c1-one-weight',
    row: 'C1',
    title: 'Descent on one weight',
    sentence:
      'Train it: w starts at −2, the slope is negative, so w goes up, step by step to 1. Set the learning rate to 1.1 and it swings out of the bowl.',
    read: () => import('./c1-one-weight.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c2-perceptron-and',
    row: 'C2',
    title: 'A single layer on AND',
    sentence: 'One neuron separates AND with a straight line: all four rows come out right.',
    read: () => import('./c2-perceptron-and.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c2-perceptron-xor',
    row: 'C2',
    title: 'A single layer on XOR',
    sentence: 'One neuron cannot separate XOR: the loss never falls below ln 2 = 0.69, however long it trains.',
    read: () => import('./c2-perceptron-xor.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c3-xor-sigmoid',
    row: 'C3',
    title: 'XOR with sigmoids in every layer',
    sentence:
      '2-5-5-5-1, all sigmoid: after 4000 steps the loss is still 0.69. The gradient has vanished on its way to the first layer.',
    read: () => import('./c3-xor-sigmoid.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c4-xor-relu',
    row: 'C4',
    title: 'XOR with ReLU in the hidden layers',
    sentence: 'The same network with ReLU learns XOR to 100 % within the same 4000 steps.',
    read: () => import('./c4-xor-relu.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c5-iris',
    row: 'C5',
    title: 'Iris species',
    sentence: '4-8-3, sigmoid and softmax: three species told apart, 95 % and more of the flowers it has not seen.',
    read: () => import('./c5-iris.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c6-momentum',
    row: 'C6',
    title: 'Momentum',
    sentence: 'The last step’s direction is kept with β = 0.9. Set momentum to 1.2 and it grows without end.',
    read: () => import('./c6-momentum.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c7-optimizers',
    row: 'C7',
    title: 'One start, four optimizers',
    sentence:
      'Train it with SGD, momentum, RMSProp and Adam in turn, pin the curves and compare: the start is the same.',
    read: () => import('./c7-optimizers.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c8-mini-batches',
    row: 'C8',
    title: 'Mini-batches',
    sentence: 'Predict, loss, update, 20 samples at a time: ten updates an epoch. Try batches of 1 and of all 200.',
    read: () => import('./c8-mini-batches.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c9-early-stopping',
    row: 'C9',
    title: 'Stopping early',
    sentence:
      '80 : 10 : 10. When the validation loss has not improved for ten epochs, training stops and takes the best weights.',
    read: () => import('./c9-early-stopping.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c10-scales-raw',
    row: 'C10',
    title: 'Features of different scale, as they are',
    sentence:
      'The salary, up to 100 million, drowns age, service and height: its gradient is a million times theirs and nothing is learned.',
    read: () => import('./c10-scales-raw.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c10-scales-normalized',
    row: 'C10',
    title: 'Features of different scale, normalized',
    sentence: 'The same data after z-score, fitted on the training part: four gradients of one size, and it learns.',
    read: () => import('./c10-scales-normalized.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c11-underfitting',
    row: 'C11',
    title: 'Underfitting',
    sentence: 'Two hidden units cannot bend the boundary as far as the spiral does: both losses stay high.',
    read: () => import('./c11-underfitting.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c11-overfitting',
    row: 'C11',
    title: 'Overfitting',
    sentence:
      'Forty noisy samples and a network of 1200 weights: the training loss goes to 0, the validation loss rises.',
    read: () => import('./c11-overfitting.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c12-wide-layer',
    row: 'C12',
    title: 'One wide layer fits a curve',
    sentence: '1-24-1 with tanh: 73 parameters bend a line into a wave.',
    read: () => import('./c12-wide-layer.chainrule.json?raw').then(textOf),
  },
  {
    id: 'c12-deep-and-thin',
    row: 'C12',
    title: 'Deep and thin fits it too',
    sentence: '1-4-4-4-4-1: 73 parameters as well, in five layers.',
    read: () => import('./c12-deep-and-thin.chainrule.json?raw').then(textOf),
  },
  {
    id: 'd1-vanishing',
    row: 'D1',
    title: 'Vanishing gradients',
    sentence: 'Six sigmoid layers on the spiral: at the first one a thousandth of the last one’s gradient arrives.',
    read: () => import('./d1-vanishing.chainrule.json?raw').then(textOf),
  },
  {
    id: 'd1-clipping',
    row: 'D1',
    title: 'Exploding gradients, clipped',
    sentence:
      'Weights twice too large make gradients grow from layer to layer. Their length is cut to 1, and it learns; without that it does not.',
    read: () => import('./d1-clipping.chainrule.json?raw').then(textOf),
  },
  {
    id: 'd2-dying-relu',
    row: 'D2',
    title: 'Dying ReLU',
    sentence: 'A learning rate of 2.5 throws units so far that they are silent for every sample, for ever.',
    read: () => import('./d2-dying-relu.chainrule.json?raw').then(textOf),
  },
  {
    id: 'd2-leaky-relu',
    row: 'D2',
    title: 'Leaky ReLU lives on',
    sentence: 'The same with leaky ReLU: a hundredth of the gradient always comes through, and units return.',
    read: () => import('./d2-leaky-relu.chainrule.json?raw').then(textOf),
  },
  {
    id: 'd3-zeros',
    row: 'D3',
    title: 'Weights that start at zero',
    sentence: 'All units of a layer stay alike: a network of 33 weights that behaves like one of a single unit.',
    read: () => import('./d3-zeros.chainrule.json?raw').then(textOf),
  },
  {
    id: 'd3-xavier',
    row: 'D3',
    title: 'Weights after Xavier',
    sentence: 'The same network with Xavier’s draws learns the rings.',
    read: () => import('./d3-xavier.chainrule.json?raw').then(textOf),
  },
  {
    id: 'd4-dropout',
    row: 'D4',
    title: 'Dropout',
    sentence:
      'Half the hidden units are dropped in each step, the others doubled: on few samples the validation loss stays lower.',
    read: () => import('./d4-dropout.chainrule.json?raw').then(textOf),
  },
  {
    id: 'd5-dropconnect',
    row: 'D5',
    title: 'DropConnect',
    sentence: 'Here not units but single weights are dropped in each step.',
    read: () => import('./d5-dropconnect.chainrule.json?raw').then(textOf),
  },
  {
    id: 'd6-l2',
    row: 'D6',
    title: 'L2 smooths the boundary',
    sentence: 'λ = 0.1 draws all weights towards 0: the boundary is smoother, the validation loss lower.',
    read: () => import('./d6-l2.chainrule.json?raw').then(textOf),
  },
  {
    id: 'd6-l1',
    row: 'D6',
    title: 'L1 empties weights',
    sentence: 'λ = 0.01 on Σ|w| makes most weights nearly 0: the network chooses what it needs.',
    read: () => import('./d6-l1.chainrule.json?raw').then(textOf),
  },
  {
    id: 'd7-without-batch-norm',
    row: 'D7',
    title: 'Five layers without batch norm',
    sentence: 'Sigmoids, small weights: nothing moves. The next example starts from the same weights.',
    read: () => import('./d7-without-batch-norm.chainrule.json?raw').then(textOf),
  },
  {
    id: 'd7-batch-norm',
    row: 'D7',
    title: 'Five layers with batch norm',
    sentence: 'Every hidden sum is centred and scaled over the batch: the same network learns.',
    read: () => import('./d7-batch-norm.chainrule.json?raw').then(textOf),
  },
  {
    id: 'd8-autoencoder',
    row: 'D8',
    title: 'Autoencoder of drawn digits',
    sentence: '64 pixels through 12 units and back: what comes out is compared with what went in.',
    read: () => import('./d8-autoencoder.chainrule.json?raw').then(textOf),
  },
  {
    id: 'd9-more-data',
    row: 'D9',
    title: 'More data',
    sentence: 'The network that overfits forty samples, with four hundred: both losses end together.',
    read: () => import('./d9-more-data.chainrule.json?raw').then(textOf),
  },
];
