// Written by `npm run gen` from the files of this folder.
import { autoencoder } from './autoencoder.ts';
import type { TemplateDefinition } from './define.ts';
import { dense } from './dense.ts';
import { logisticCost } from './logistic-cost.ts';
import { mlp } from './mlp.ts';
import { neuron } from './neuron.ts';
import { openedBatchNorm } from './opened-batch-norm.ts';
import { openedSigmoid } from './opened-sigmoid.ts';
import { openedSoftmax } from './opened-softmax.ts';
import { openedSoftplus } from './opened-softplus.ts';
import { openedTanh } from './opened-tanh.ts';
import { perceptron } from './perceptron.ts';
import { residualBlock } from './residual-block.ts';
import { softmaxClassifier } from './softmax-classifier.ts';

export const entries: readonly TemplateDefinition[] = [
  autoencoder,
  dense,
  logisticCost,
  mlp,
  neuron,
  openedBatchNorm,
  openedSigmoid,
  openedSoftmax,
  openedSoftplus,
  openedTanh,
  perceptron,
  residualBlock,
  softmaxClassifier,
];
