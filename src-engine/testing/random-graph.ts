import fc from 'fast-check';
import type { Graph, GraphNode } from '../graph/graph.ts';

const UNARY = ['neg', 'tanh', 'sigmoid', 'relu', 'square', 'sin', 'softplus'];
const NARY = ['add', 'mul', 'sub', 'maximum'];

/** Scalar graphs in topological order, up to `most` gates over a few leaves; the last gate is the objective. */
export function randomGraph(most = 12): fc.Arbitrary<Graph> {
  const gate = fc.record({ binary: fc.boolean(), op: fc.nat(), inputs: fc.tuple(fc.nat(), fc.nat()) });
  const leaves = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 1, maxLength: 4 });
  return fc.tuple(leaves, fc.array(gate, { minLength: 1, maxLength: most })).map(([values, gates]) => {
    const nodes: GraphNode[] = values.map((value, index) => ({
      id: `x${index}`,
      op: 'parameter',
      attrs: { value: value / 4 },
      inputs: [],
    }));
    gates.forEach(({ binary, op, inputs }, index) => {
      const ops = binary ? NARY : UNARY;
      nodes.push({
        id: `g${index}`,
        op: ops[op % ops.length]!,
        attrs: {},
        inputs: inputs.slice(0, binary ? 2 : 1).map((input) => nodes[input % nodes.length]!.id),
      });
    });
    return { nodes, groups: [], objective: nodes.at(-1)!.id };
  });
}
