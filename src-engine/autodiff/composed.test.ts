import { expect, test } from 'vitest';
import { evaluate } from '../run/evaluate.ts';
import { build } from '../testing/build.ts';

const leaves = `
  x = parameter [0.5, -1.25, 2]
  z = parameter [1.5, 0.25, -0.75]
  p = parameter [0.2, 0.5, 0.3]
  w = parameter [1, 2, -1]
  b = parameter [0.5, 0, 1]
  n = constant 3
  one = constant 1
  tiny = constant 0.00001
`;

/** Each op, and the same written with simpler ones; `out` is the end of both. */
const pairs = {
  'squared error is the mean of the squares': ['out = mse_loss x z', 'd = sub x z; q = square d; out = mean q'],
  'absolute error is the mean of the distances': ['out = l1_loss x z', 'd = sub x z; a = abs d; out = mean a'],
  'the mean is the sum divided by the count': ['out = mean x', 's = sum x; out = div s n'],
  'the variance is the mean of the squared distances, corrected': [
    'out = var x',
    'm = mean x; d = sub x m; q = square d; s = sum q; k = sub n one; out = div s k',
  ],
  'log-sum-exp is what it says': ['out = logsumexp x', 'e = exp x; s = sum e; out = log s'],
  'softmax is e^x over its sum': [
    'y = softmax x; out = matmul y z',
    'e = exp x; s = sum e; y = div e s; out = matmul y z',
  ],
  'log-softmax is x minus log-sum-exp': [
    'y = log_softmax x; out = matmul y z',
    'l = logsumexp x; y = sub x l; out = matmul y z',
  ],
  'cross-entropy is minus the targets’ share of log-softmax': [
    'out = cross_entropy x p',
    'l = log_softmax x; m = mul p l; s = sum m; out = neg s',
  ],
  'layer norm centres, scales, weighs and shifts': [
    'y = layer_norm x w b; out = matmul y z',
    `m = mean x; d = sub x m; q = square d; v = mean q; e = add v tiny; s = rsqrt e
     h = mul d s; g = mul h w; y = add g b; out = matmul y z`,
  ],
  'binary cross-entropy of logits is that of the sigmoid': [
    'out = binary_cross_entropy_with_logits x p',
    's = sigmoid x; out = binary_cross_entropy s p',
  ],
  'hinge is a relu of the margin': ['out = hinge_loss x z', 'm = mul x z; k = sub one m; r = relu k; out = mean r'],
  'the dot product is the sum of the products': ['out = matmul x z', 'm = mul x z; out = sum m'],
  'SiLU is x times its sigmoid': ['y = silu x; out = matmul y z', 's = sigmoid x; y = mul x s; out = matmul y z'],
  'softsign is x over 1 + |x|': [
    'y = softsign x; out = matmul y z',
    'a = abs x; k = add one a; y = div x k; out = matmul y z',
  ],
  'tanh is a stretched sigmoid': [
    'y = tanh x; out = matmul y z',
    'd = add x x; s = sigmoid d; t = add s s; y = sub t one; out = matmul y z',
  ],
} as const;

test.each(Object.entries(pairs))('%s, and so are the gradients', (_name, [single, composed]) => {
  const [left, right] = [single, composed].map((gates) => evaluate(build(`${leaves}${gates}`, { objective: 'out' })));
  expect([...left!.problems, ...right!.problems]).toEqual([]);
  expect(left!.value('out')!.data[0]).toBeCloseTo(right!.value('out')!.data[0]!, 13);
  for (const id of ['x', 'z', 'p', 'w', 'b']) {
    left!.grad(id)!.data.forEach((each, index) => {
      expect(each, `gradient of ${id}[${index}]`).toBeCloseTo(right!.grad(id)!.data[index]!, 12);
    });
  }
});
