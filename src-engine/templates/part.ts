import type { GraphNode, Group } from '../graph/graph.ts';
import type { Attributes } from '../ops/define.ts';
import { toLiteral } from '../tensor/parse-literal.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** Gates are 120 wide with 128 between columns, 88 high with 24 between rows. */
export const COLUMN = 248;
export const ROW = 112;

/** Columns and rows of the canvas grid; halves are allowed. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

interface Look extends Cell {
  readonly label?: string;
  readonly group?: string | undefined;
}

/** Collects the nodes and groups of a template. The label of a node is its name unless it says another. */
export interface PartBuilder {
  readonly nodes: GraphNode[];
  readonly groups: Group[];
  /** An op; returns its name. */
  gate(name: string, op: string, inputs: readonly string[], look: Look, attrs?: Attributes): string;
  leaf(
    name: string,
    op: 'input' | 'parameter' | 'constant',
    value: Tensor | number,
    look: Look,
    attrs?: Attributes,
  ): string;
  group(group: Group, cell?: Cell): string;
}

const pointOf = ({ column, row }: Cell) => ({ x: column * COLUMN, y: row * ROW });

export function createPart(): PartBuilder {
  const nodes: GraphNode[] = [];
  const groups: Group[] = [];
  const gate: PartBuilder['gate'] = (name, op, inputs, { label = name, group, ...cell }, attrs = {}) => {
    nodes.push({
      id: name,
      op,
      label,
      attrs,
      inputs,
      position: pointOf(cell),
      ...(group === undefined ? {} : { group }),
    });
    return name;
  };
  return {
    nodes,
    groups,
    gate,
    leaf: (name, op, value, look, attrs = {}) =>
      gate(name, op, [], look, { value: typeof value === 'number' ? value : toLiteral(value), ...attrs }),
    group(group, cell) {
      groups.push(cell ? { ...group, position: pointOf(cell) } : group);
      return group.id;
    },
  };
}

export function filled(shape: Shape, value: number): Tensor {
  return { shape, data: new Float64Array(sizeOf(shape)).fill(value) };
}

/** Numbers to look at where no data is bound: 1, −1, 0.5, −0.5, 2, −2, 1.5, −1.5, and again. */
export function exampleValues(shape: Shape): Tensor {
  const values = [1, -1, 0.5, -0.5, 2, -2, 1.5, -1.5];
  return { shape, data: Float64Array.from({ length: sizeOf(shape) }, (_, index) => values[index % values.length]!) };
}
