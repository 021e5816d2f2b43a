import type { Graph, GraphNode } from '../graph/graph.ts';
import { type OpTable, readAttributes } from '../graph/node-problems.ts';
import { opTable } from '../ops/registry.ts';
import { createRandom } from '../random/create-random.ts';
import type { Fans } from '../random/initializers/define.ts';
import { toLiteral } from '../tensor/parse-literal.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { slotsByNode } from './reach.ts';
import type { Initialization } from './settings.ts';

/**
 * The graph with its trainable parameters drawn anew. Each parameter draws from the stream of its own id, so that one
 * more parameter changes no other. Matrices are weights; scale and shift of a normalization become 1 and 0.
 */
export function initializeParameters(
  graph: Graph,
  { initializer, scale, biases }: Initialization,
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
    const affine = slots.find(({ op: reader, slot }) => slot > 0 && table.get(reader)?.category === 'normalize');
    const fans = fansOf(value.shape, slots);
    if (affine) data.fill(affine.slot === 1 ? 1 : 0);
    else if (fans !== null || biases) {
      const size = data.length;
      const next = initializer.draw(
        createRandom(seed, `init ${node.id}`),
        fans ?? { fanIn: size, fanOut: size },
        scale,
      );
      for (let at = 0; at < size; at++) data[at] = next();
    }
    return { ...node, attrs: { ...node.attrs, value: toLiteral({ shape: value.shape, data }) } };
  });
  return { ...graph, nodes };
}

/** [in, out], or [out, in] where the matrix stands left of its input; a vector in a product is a matrix of one unit. */
function fansOf(shape: Shape, slots: readonly { readonly op: string; readonly slot: number }[]): Fans | null {
  const products = slots.filter(({ op }) => op === 'matmul');
  if (shape.length === 1 && products.length > 0) return { fanIn: shape[0]!, fanOut: 1 };
  if (shape.length < 2) return null;
  const [first, second] = [shape.at(-2)!, shape.at(-1)!];
  return products.some(({ slot }) => slot === 0) ? { fanIn: second, fanOut: first } : { fanIn: first, fanOut: second };
}
