import type { Graph } from '../graph/graph.ts';
import { findOp } from '../ops/registry.ts';
import { parseLiteral } from '../tensor/parse-literal.ts';

export interface GraphCounts {
  readonly nodes: number;
  readonly wires: number;
  /** Numbers in all parameters, frozen ones too. */
  readonly parameters: number;
  /** Those in parameters of two or more axes: each joins one unit to another. */
  readonly connections: number;
}

/** Sizes of a graph as people state them: a 784-256-128-10 network has 235 146 parameters. Unreadable values count as none. */
export function countGraph({ nodes }: Graph): GraphCounts {
  let wires = 0;
  let parameters = 0;
  let connections = 0;
  for (const { op, inputs, attrs } of nodes) {
    for (const input of inputs) if (input !== null) wires++;
    if (findOp(op)?.leaf !== 'parameter') continue;
    const { size, rank } = measure(attrs['value']);
    parameters += size;
    if (rank >= 2) connections += size;
  }
  return { nodes: nodes.length, wires, parameters, connections };
}

function measure(value: unknown): { readonly size: number; readonly rank: number } {
  try {
    const { shape, data } = parseLiteral(value ?? 0, 'value');
    return { size: data.length, rank: shape.length };
  } catch {
    return { size: 0, rank: 0 };
  }
}
