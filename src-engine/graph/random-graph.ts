import { fail } from '../errors/fail.ts';
import type { OpDefinition } from '../ops/define.ts';
import { findOp } from '../ops/registry.ts';
import { createRandom } from '../random/create-random.ts';
import type { Graph, GraphNode } from './graph.ts';
import { chooseNumbers } from './random-numbers.ts';
import { drawTopology, forksOf, type Topology } from './random-topology.ts';

export interface RandomGraphOptions {
  /** Gates on the longest way from a leaf to the objective, 1 to 8. */
  readonly depth: number;
  /** Nodes that several wires leave, 0 to 6. */
  readonly forks: number;
  /** Ids of the ops to draw from: elementwise, of one input or of several. */
  readonly ops: readonly string[];
  readonly seed: number;
}

export const RANDOM_GRAPH_LIMITS = { depth: [1, 8], forks: [0, 6] } as const;

/** Ops that give numbers one can work with by hand, or nearly so. */
export const RANDOM_GRAPH_OPS: readonly string[] = [
  'add',
  'sub',
  'mul',
  'div',
  'neg',
  'square',
  'reciprocal',
  'relu',
  'maximum',
  'sigmoid',
  'tanh',
  'exp',
];

/** Shapes of graphs tried before the numbers found so far are taken. */
const TOPOLOGIES = 24;
/** Shapes drawn in search of one with the forks asked for: some ops leave no place for them. */
const PATIENCE = 400;

const LEAVES = ['x', 'y', 'z', 'u', 'v', 'w', 'r', 's', 't', 'p', 'q'];
const GATES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'm', 'n', 'o'];

/**
 * A graph of single numbers for practice, the same for the same options: values, local derivatives and gradients are
 * short (up to four digits) and not 0 as far as the ops allow; sigmoid and its like have long ones. Throws
 * `document.out-of-range`, `graph.unknown-op`.
 */
export function randomGraph({ depth, forks, ops, seed }: RandomGraphOptions): Graph {
  within('depth', depth, RANDOM_GRAPH_LIMITS.depth);
  within('forks', forks, RANDOM_GRAPH_LIMITS.forks);
  const definitions = ops.map((id) => opFor(id));
  if (definitions.length === 0) fail('document.out-of-range', { found: 0, range: 'one op at least' });
  const random = createRandom(seed, 'random graph');
  let best: { readonly graph: Graph; readonly cost: number } | null = null;
  for (let attempt = 0; best === null || (attempt < TOPOLOGIES && best.cost > 0); attempt++) {
    const topology = drawTopology(random, depth, forks, definitions);
    if (forksOf(topology) < forks && attempt < PATIENCE) continue;
    const { values, cost } = chooseNumbers(random, topology);
    if (!best || cost < best.cost) best = { graph: graphOf(topology, values), cost };
  }
  return best.graph;
}

function within(what: string, found: number, [min, max]: readonly [number, number]): void {
  if (!Number.isInteger(found) || found < min || found > max)
    fail('document.out-of-range', { found, range: `${what} from ${min} to ${max}` });
}

function opFor(id: string): OpDefinition {
  const op = findOp(id);
  if (!op?.elementwise || op.leaf) return fail('graph.unknown-op', { op: id, nearest: '' });
  return op;
}

function graphOf({ leaves, gates }: Topology, values: readonly number[]): Graph {
  const name = (names: readonly string[], index: number) =>
    names[index % names.length]! + (index < names.length ? '' : `${Math.floor(index / names.length) + 1}`);
  const ids = [
    ...Array.from({ length: leaves }, (_, leaf) => name(LEAVES, leaf)),
    ...gates.map((_, gate) => (gate === gates.length - 1 ? 'L' : name(GATES, gate))),
  ];
  const nodes: GraphNode[] = [
    ...values.map((value, leaf): GraphNode => ({ id: ids[leaf]!, op: 'parameter', attrs: { value }, inputs: [] })),
    ...gates.map(
      ({ op, inputs }, gate): GraphNode => ({
        id: ids[leaves + gate]!,
        op: op.id,
        attrs: {},
        inputs: inputs.map((input) => ids[input]!),
      }),
    ),
  ];
  return { nodes, groups: [], objective: 'L' };
}
