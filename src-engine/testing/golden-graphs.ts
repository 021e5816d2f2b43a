import type { Graph } from '../graph/graph.ts';
import { stream } from '../random/stream.ts';
import { build } from './build.ts';

/** A graph and the fingerprint that its run has everywhere: in Node, in every browser, on every processor. */
export interface GoldenGraph {
  readonly name: string;
  readonly graph: Graph;
  readonly bits: string;
}

const matrix = (purpose: string, rows: number, columns: number) => {
  const uniform = stream(2024, purpose);
  return JSON.stringify(Array.from({ length: rows }, () => Array.from({ length: columns }, () => 2 * uniform() - 1)));
};

const deep = Array.from(
  { length: 40 },
  (_, index) => `h${index + 1} = ${['tanh', 'sigmoid', 'sin', 'softplus'][index % 4]} h${index}`,
);

export const goldenGraphs: readonly GoldenGraph[] = [
  {
    name: 'the squared error of w·x',
    graph: build('w = parameter 3; x = input 1; p = mul w x; one = constant 1; d = sub p one; E = square d'),
    bits: 'd5fb4d03baa9fdac',
  },
  {
    name: 'a logistic cost from elementary gates',
    graph: build(
      'w = parameter 0.7; x = input -1.3; y = constant 1; one = constant 1; z = mul w x; n = neg z; e = exp n; s = add e one; h = reciprocal s; l = log h; m = mul y l; E = neg m',
      { groups: { sigmoid: ['n', 'e', 's', 'h'] } },
    ),
    bits: 'db52da0637aedaaa',
  },
  {
    name: 'a deep chain of smooth gates',
    graph: build(['h0 = input 0.3', ...deep].join('\n')),
    bits: 'e32d4aac8b9bb910',
  },
  {
    name: 'a small network with a softmax',
    graph: build(
      `x = input ${matrix('x', 5, 4)}; W = parameter ${matrix('W', 4, 8)}; b = parameter ${matrix('b', 1, 8)}; V = parameter ${matrix('V', 8, 3)}
       t = constant [0, 2, 1, 1, 0]; z = matmul x W; a = add z b; h = gelu a; s = matmul h V; L = cross_entropy s t`,
    ),
    bits: '506171c1245158be',
  },
  {
    name: 'powers, roots and waves',
    graph: build(
      `x = input ${matrix('waves', 3, 7)}; s = square x; r = sqrt s; p = pow r s; c = cos p; t = tan c; l = log1p r; m = mul t l; v = var m`,
    ),
    bits: 'bc62752cdd1b214e',
  },
  {
    name: 'normalisation and its statistics',
    graph: build(
      `x = input ${matrix('rows', 6, 5)}; n = layer_norm x; e = elu n; k = softmax e; q = logsumexp k; L = neg q`,
    ),
    bits: 'e9c5a441c284994e',
  },
];
