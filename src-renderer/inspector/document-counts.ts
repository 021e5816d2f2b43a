import { findOp, type Graph } from '#engine';

export interface DocumentCounts {
  readonly nodes: number;
  readonly wires: number;
  /** Numbers that training changes. */
  readonly parameters: number;
}

export function documentCounts({ nodes }: Graph): DocumentCounts {
  let wires = 0;
  let parameters = 0;
  for (const node of nodes) {
    wires += node.inputs.filter((input) => input !== null).length;
    if (findOp(node.op)?.leaf === 'parameter' && node.attrs['trainable'] !== false)
      parameters += literalSize(node.attrs['value']);
  }
  return { nodes: nodes.length, wires, parameters };
}

/** Numbers in a tensor literal, without reading it; 0 for what is none. */
function literalSize(literal: unknown): number {
  if (typeof literal === 'number') return 1;
  if (Array.isArray(literal)) return literal.length * literalSize(literal[0]);
  const shape: unknown = (literal as { readonly shape?: unknown } | null | undefined)?.shape;
  return Array.isArray(shape) ? shape.reduce((size: number, axis) => size * Number(axis), 1) : 0;
}
