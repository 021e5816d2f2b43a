// Written by `npm run gen` from the files of this folder.
import { amax } from './amax.ts';
import { batchNorm } from './batch-norm.ts';
import { binaryCrossEntropy } from './binary-cross-entropy.ts';
import { binaryCrossEntropyWithLogits } from './binary-cross-entropy-with-logits.ts';
import { cat } from './cat.ts';
import { crossEntropy } from './cross-entropy.ts';
import type { ScalarRule } from './define.ts';
import { hingeLoss } from './hinge-loss.ts';
import { huberLoss } from './huber-loss.ts';
import { l1Loss } from './l1-loss.ts';
import { layerNorm } from './layer-norm.ts';
import { logSoftmax } from './log-softmax.ts';
import { logsumexp } from './logsumexp.ts';
import { matmul } from './matmul.ts';
import { mean } from './mean.ts';
import { mseLoss } from './mse-loss.ts';
import { nllLoss } from './nll-loss.ts';
import { reshape } from './reshape.ts';
import { slice } from './slice.ts';
import { softmax } from './softmax.ts';
import { sum } from './sum.ts';
import { transpose } from './transpose.ts';
import { variance } from './var.ts';

export const entries: readonly ScalarRule[] = [
  amax,
  batchNorm,
  binaryCrossEntropyWithLogits,
  binaryCrossEntropy,
  cat,
  crossEntropy,
  hingeLoss,
  huberLoss,
  l1Loss,
  layerNorm,
  logSoftmax,
  logsumexp,
  matmul,
  mean,
  mseLoss,
  nllLoss,
  reshape,
  slice,
  softmax,
  sum,
  transpose,
  variance,
];
