import { type Graph, type GraphNode, stream } from '#engine';

/** A random scalar graph as a lecturer might draw it: a fifth are leaves, every node is used, the last one is the objective. */
export function teachingGraph(nodeCount: number, seed: number): Graph {
  const uniform = stream(seed, 'bench');
  const nodes: GraphNode[] = [];
  const leaves = Math.max(2, Math.floor(nodeCount / 5));
  const unused: string[] = [];
  for (let index = 0; index < leaves; index++) {
    nodes.push({ id: `x${index}`, op: 'parameter', attrs: { value: uniform() * 2 - 1 }, inputs: [] });
    unused.push(`x${index}`);
  }
  const pick = () => nodes[Math.floor(uniform() * nodes.length)]!.id;
  const take = () => unused.splice(Math.floor(uniform() * unused.length), 1)[0] ?? pick();
  for (let index = leaves; index < nodeCount; index++) {
    const id = `n${index}`;
    const kind = uniform();
    const last = index === nodeCount - 1;
    if (!last && kind < 0.2) nodes.push({ id, op: 'tanh', attrs: {}, inputs: [take()] });
    else if (!last && kind < 0.35) nodes.push({ id, op: 'relu', attrs: {}, inputs: [take()] });
    else if (!last && kind < 0.65) nodes.push({ id, op: 'mul', attrs: {}, inputs: [take(), pick()] });
    else nodes.push({ id, op: 'add', attrs: {}, inputs: last ? [...unused, pick()] : [take(), take()] });
    unused.push(id);
  }
  return { nodes, groups: [], objective: `n${nodeCount - 1}` };
}
