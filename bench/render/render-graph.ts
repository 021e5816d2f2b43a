import { type ChainruleDocument, emptyDocument, type GraphNode } from '#engine';

const ROWS = 50;
const COLUMN_PX = 256;
const ROW_PX = 136;

/**
 * A scalar graph with positions, 1.5 wires a node, every node used: a tenth are leaves, three tenths have one input, the
 * others two, of which the second is a neighbour. The last node is the objective.
 */
export function renderGraph(nodeCount: number): ChainruleDocument {
  const leaves = Math.floor(nodeCount / 10);
  const nodes: GraphNode[] = [];
  const unused: string[] = [];
  let taken = 0;
  const take = () => unused[taken++] ?? nodes[nodes.length - 1]!.id;
  for (let index = 0; index < nodeCount; index++) {
    const id = `n${index}`;
    const position = { x: Math.floor(index / ROWS) * COLUMN_PX, y: (index % ROWS) * ROW_PX };
    const near = () => nodes[Math.max(0, index - ROWS - (index % 7))]!.id;
    if (index < leaves) {
      const value = Math.round(Math.sin(index * 12.9898) * 1000) / 1000;
      nodes.push({ id, op: 'parameter', attrs: { value }, inputs: [], position });
    } else if (index % 3 === 0) nodes.push({ id, op: 'tanh', attrs: {}, inputs: [take()], position });
    else if (index % 9 === 1) nodes.push({ id, op: 'add', attrs: {}, inputs: [take(), take()], position });
    else nodes.push({ id, op: index % 2 === 0 ? 'mul' : 'add', attrs: {}, inputs: [take(), near()], position });
    unused.push(id);
  }
  return { ...emptyDocument, title: `${nodeCount} nodes`, nodes, objective: `n${nodeCount - 1}` };
}
