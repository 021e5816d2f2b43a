// Written by `npm run gen` from the files of this folder.
import { abs } from './abs.ts';
import { add } from './add.ts';
import { amax } from './amax.ts';
import { batchNorm } from './batch-norm.ts';
import { binaryCrossEntropy } from './binary-cross-entropy.ts';
import { binaryCrossEntropyWithLogits } from './binary-cross-entropy-with-logits.ts';
import { cat } from './cat.ts';
import { clamp } from './clamp.ts';
import { constant } from './constant.ts';
import { cos } from './cos.ts';
import { crossEntropy } from './cross-entropy.ts';
import type { OpDefinition } from './define.ts';
import { div } from './div.ts';
import { dropout } from './dropout.ts';
import { elu } from './elu.ts';
import { exp } from './exp.ts';
import { expm1 } from './expm1.ts';
import { gelu } from './gelu.ts';
import { hardsigmoid } from './hardsigmoid.ts';
import { hardtanh } from './hardtanh.ts';
import { hingeLoss } from './hinge-loss.ts';
import { huberLoss } from './huber-loss.ts';
import { input } from './input.ts';
import { l1Loss } from './l1-loss.ts';
import { layerNorm } from './layer-norm.ts';
import { leakyRelu } from './leaky-relu.ts';
import { log } from './log.ts';
import { logSoftmax } from './log-softmax.ts';
import { log1p } from './log1p.ts';
import { logsumexp } from './logsumexp.ts';
import { matmul } from './matmul.ts';
import { maximum } from './maximum.ts';
import { mean } from './mean.ts';
import { minimum } from './minimum.ts';
import { mish } from './mish.ts';
import { mseLoss } from './mse-loss.ts';
import { mul } from './mul.ts';
import { neg } from './neg.ts';
import { nllLoss } from './nll-loss.ts';
import { parameter } from './parameter.ts';
import { pow } from './pow.ts';
import { reciprocal } from './reciprocal.ts';
import { relu } from './relu.ts';
import { reshape } from './reshape.ts';
import { rsqrt } from './rsqrt.ts';
import { selu } from './selu.ts';
import { sigmoid } from './sigmoid.ts';
import { sign } from './sign.ts';
import { silu } from './silu.ts';
import { sin } from './sin.ts';
import { slice } from './slice.ts';
import { softmax } from './softmax.ts';
import { softplus } from './softplus.ts';
import { softsign } from './softsign.ts';
import { sqrt } from './sqrt.ts';
import { square } from './square.ts';
import { sub } from './sub.ts';
import { sum } from './sum.ts';
import { tan } from './tan.ts';
import { tanh } from './tanh.ts';
import { transpose } from './transpose.ts';
import { variance } from './var.ts';

export const ops: readonly OpDefinition[] = [
  abs,
  add,
  amax,
  batchNorm,
  binaryCrossEntropyWithLogits,
  binaryCrossEntropy,
  cat,
  clamp,
  constant,
  cos,
  crossEntropy,
  div,
  dropout,
  elu,
  exp,
  expm1,
  gelu,
  hardsigmoid,
  hardtanh,
  hingeLoss,
  huberLoss,
  input,
  l1Loss,
  layerNorm,
  leakyRelu,
  logSoftmax,
  log,
  log1p,
  logsumexp,
  matmul,
  maximum,
  mean,
  minimum,
  mish,
  mseLoss,
  mul,
  neg,
  nllLoss,
  parameter,
  pow,
  reciprocal,
  relu,
  reshape,
  rsqrt,
  selu,
  sigmoid,
  sign,
  silu,
  sin,
  slice,
  softmax,
  softplus,
  softsign,
  sqrt,
  square,
  sub,
  sum,
  tan,
  tanh,
  transpose,
  variance,
];
