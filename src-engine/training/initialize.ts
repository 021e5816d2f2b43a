import type { Graph, GraphNode } from '../graph/graph.ts';
import { type OpTable, readAttributes } from '../graph/node-problems.ts';
import { opTable } from '../ops/registry.ts';
import { createRandom } from '../random/create-random.ts';
import { toLiteral } from '../tensor/parse-literal.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Fans, InitializerDefinition } from './initializers/define.ts';
import { slotsByNode } from './reach.ts';
import type { Chosen } from './settings.ts';

/**
 * The graph with its trainable parameters drawn anew. Each parameter draws from the stream of its own id, so that one
 * more parameter changes no other. Matrices are weights; scale and shift of a normalization become 1 and 0.
 */
export function initializeParameters(
  graph: Graph,
  { definition, options }: Chosen<InitializerDefinition>,
  seed: number,
  table: OpTable = opTable,
): Graph {
  const slotsOf = slotsByNode(graph);
  const nodes = graph.nodes.map((node, index): GraphNode => {
    const op = table.get(node.op);
    if (op?.leaf !== 'parameter') return node;
    const { attrs } = readAttributes(node, index, op);
    const value = attrs['value'] as Tensor | undefined;
    if (value === undefined || attrs['trainable'] === false) return node;
    const slots = slotsOf(node.id);
    const data = new Float64Array(value.data.length);
    const random = createRandom(seed, `init ${node.id}`);
    const affine = slots.find(({ op: reader, slot }) => slot > 0 && table.get(reader)?.category === 'normalize');
    if (affine) data.fill(affine.slot === 1 ? 1 : 0);
    else if (value.shape.length >= 2) definition.weights(options, fansOf(value.shape, slots), random, data);
    else if (slots.some(({ op: reader }) => reader === 'matmul'))
      definition.weights(options, { in: value.data.length, out: 1 }, random, data);
    else definition.biases?.(options, random, data);
    return { ...node, attrs: { ...node.attrs, value: toLiteral({ shape: value.shape, data }) } };
  });
  return { ...graph, nodes };
}

/** [in, out], or [out, in] where the matrix stands left of its input. */
function fansOf(shape: Shape, slots: readonly { readonly op: string; readonly slot: number }[]): Fans {
  const [first, second] = [shape.at(-2)!, shape.at(-1)!];
  return slots.some(({ op, slot }) => op === 'matmul' && slot === 0)
    ? { in: second, out: first }
    : { in: first, out: second };
}
