import type { Graph } from '../graph/graph.ts';
import { type OpTable, readAttributes } from '../graph/node-problems.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** Where one trained parameter lies among all of them. */
export interface FlatParameter {
  readonly node: string;
  readonly shape: Shape;
  readonly offset: number;
  readonly size: number;
  /** Whether regularization acts on it. */
  readonly decay: boolean;
}

/** All trained parameters in one row of numbers: first those that regularization acts on, each kind in document order. */
export interface FlatParameters {
  readonly list: readonly FlatParameter[];
  readonly size: number;
  /** Regularization acts on the numbers before this one. */
  readonly decayEnd: number;
  /** The values they have in the document. */
  readonly start: Float64Array;
}

/** The parameters of a sound graph whose settings do not freeze them and that `reaches` accepts. */
export function flatParameters(graph: Graph, table: OpTable, reaches: (node: string) => boolean): FlatParameters {
  const found = graph.nodes.flatMap((node, index) => {
    const op = table.get(node.op);
    if (op?.leaf !== 'parameter' || !reaches(node.id)) return [];
    const { attrs } = readAttributes(node, index, op);
    if (attrs['trainable'] === false) return [];
    // A leaf's value is a tensor once its settings are read
    return [{ node: node.id, value: attrs['value'] as Tensor, decay: attrs['decay'] !== false }];
  });
  const ordered = [...found.filter(({ decay }) => decay), ...found.filter(({ decay }) => !decay)];
  let size = 0;
  const list = ordered.map(({ node, value, decay }): FlatParameter => {
    const offset = size;
    size += value.data.length;
    return { node, shape: value.shape, offset, size: sizeOf(value.shape), decay };
  });
  const start = new Float64Array(size);
  for (let index = 0; index < list.length; index++) start.set(ordered[index]!.value.data, list[index]!.offset);
  const decayEnd = list.reduce((sum, each) => sum + (each.decay ? each.size : 0), 0);
  return { list, size, decayEnd, start };
}
