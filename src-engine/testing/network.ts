import type { Graph, GraphNode } from '../graph/graph.ts';
import { createRandom } from '../random/create-random.ts';

interface NetworkOptions {
  /** An elementwise op. */
  readonly activation: string;
  readonly seed: number;
  /** Weights and biases are drawn evenly from −bound to bound. */
  readonly bound?: number;
  readonly loss?: string;
  /** Share of hidden units dropped. */
  readonly dropout?: number;
  readonly batchNorm?: boolean;
}

/** Dense layers of the given sizes on `x`, and a loss `E` of their last scores `y` against `t`. */
export function network(
  sizes: readonly number[],
  { activation, seed, bound = 1, loss = 'cross_entropy', dropout, batchNorm = false }: NetworkOptions,
): Graph {
  const random = createRandom(seed, 'network');
  const draw = () => bound * (2 * random.uniform() - 1);
  const vector = (length: number) => Array.from({ length }, draw);
  const nodes: GraphNode[] = [];
  const add = (id: string, op: string, inputs: readonly string[], attrs: GraphNode['attrs'] = {}) => {
    nodes.push({ id, op, inputs, attrs });
    return id;
  };
  let from = add('x', 'input', [], { value: [new Array<number>(sizes[0]!).fill(0)] });
  for (let layer = 1; layer < sizes.length; layer++) {
    const hidden = layer < sizes.length - 1;
    const [rows, columns] = [sizes[layer - 1]!, sizes[layer]!];
    const weights = add(`W${layer}`, 'parameter', [], { value: Array.from({ length: rows }, () => vector(columns)) });
    const bias = add(`b${layer}`, 'parameter', [], { value: vector(columns), decay: false });
    from = add(`p${layer}`, 'matmul', [from, weights]);
    from = add(hidden ? `z${layer}` : 'y', 'add', [from, bias]);
    if (!hidden) continue;
    if (batchNorm) from = add(`n${layer}`, 'batch_norm', [from]);
    from = add(`h${layer}`, activation, [from]);
    if (dropout !== undefined) from = add(`d${layer}`, 'dropout', [from], { p: dropout });
  }
  const target = add('t', 'input', [], { value: sizes.at(-1) === 1 ? [[0]] : [0] });
  add('E', loss, [from, target]);
  return { nodes, groups: [] };
}
