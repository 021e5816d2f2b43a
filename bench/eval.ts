import { createSession, type Graph, opTable } from '#engine';
import type { Bench } from './define.ts';
import { compare } from './measure.ts';
import { Value } from './peers/scalar-objects.ts';
import { teachingGraph } from './teaching-graph.ts';

/** The same graph through the objects-and-closures design, built anew as that design does. */
function withObjects(graph: Graph, first: number): { readonly loss: number; readonly grad: number } {
  const values = new Map<string, Value>();
  const input = (id: string | null) => values.get(id ?? '')!;
  for (const { id, op, attrs, inputs } of graph.nodes) {
    const [a, b] = inputs;
    if (op === 'parameter') values.set(id, new Value(id === 'x0' ? first : Number(attrs['value'])));
    else if (op === 'tanh') values.set(id, input(a!).tanh());
    else if (op === 'relu') values.set(id, input(a!).relu());
    else if (op === 'mul') values.set(id, input(a!).mul(input(b!)));
    else
      values.set(
        id,
        inputs.slice(1).reduce((sum, next) => sum.add(input(next)), input(a!)),
      );
  }
  const objective = input(graph.objective ?? null);
  objective.backward();
  return { loss: objective.data, grad: values.get('x0')!.grad };
}

/** One edit of a value to all values, gradients, local derivatives and contributions. */
export const evaluation: Bench = {
  name: 'eval',
  about: 'An edit of one value to every value, gradient, local derivative and contribution of the graph.',
  async run() {
    return [50, 500, 3000].map((nodeCount) => {
      const graph = teachingGraph(nodeCount, 7);
      const session = createSession(graph, { table: opTable });
      let step = 0;
      const next = () => Math.sin(step++);
      const ours = () => {
        const value = next();
        session.setValues([{ node: 'x0', value }]);
        return value;
      };
      const theirs = () => withObjects(graph, next());
      expectSame(graph, session, ours());
      return compare(
        `${nodeCount} nodes`,
        { name: 'chainrule', work: ours },
        { name: 'objects and closures', work: theirs },
      );
    });
  },
};

/** Both sides must find the same loss and the same gradient before their times mean anything. */
function expectSame(graph: Graph, session: ReturnType<typeof createSession>, first: number): void {
  const { layout, memory } = session.plan();
  const peer = withObjects(graph, first);
  const loss = memory[layout.nodes[layout.objective]!.value]!;
  const grad = memory[layout.nodes.find(({ id }) => id === 'x0')!.grad]!;
  const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  if (!close(loss, peer.loss) || !close(grad, peer.grad)) {
    throw new Error(`The two sides differ: loss ${loss} and ${peer.loss}, gradient ${grad} and ${peer.grad}.`);
  }
}
