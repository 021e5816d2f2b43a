import { ChainruleError, fail } from '../errors/fail.ts';
import type { Attributes } from '../ops/define.ts';
import { compile } from '../plan/compile.ts';
import type { Plan } from '../plan/plan.ts';
import { forward, prepare, setTraining } from '../run/executor.ts';
import type { NodeNumbers, NotFinite, ProgramFactory } from './batch-program.ts';

/** Float64, every op in its plain form: what other executors are compared with. */
export const createReferenceProgram: ProgramFactory = (graph, rows, { table, parameters, tracked }) => {
  const plan = compile(graph, table);
  const [problem] = plan.problems;
  if (problem) throw new ChainruleError(problem);
  const { calls, indexOf, grads, layout, ops } = plan;
  const objective = layout.objective;
  if (objective < 0) fail('graph.no-objective', {});
  const indexOfNode = (id: string) => indexOf.get(id) ?? fail('engine.internal', { detail: `no node ${id}` });

  const targets = parameters.list.map(({ node }) => calls[indexOfNode(node)]!.y.data);
  const sources = parameters.list.map(({ node }) => grads[indexOfNode(node)]!);
  const followed = [...tracked].map(([node, numbers]) => ({ node: indexOfNode(node), numbers }));
  for (const { node, numbers } of followed) calls[node]!.attrs = { ...calls[node]!.attrs, ...numbers };
  const sweep = gradientSweep(plan, new Set(parameters.list.map(({ node }) => indexOfNode(node))));
  const random = ops.some((op) => op.prepare !== undefined);
  let training = false;

  const numbers = (id: string, of: (node: number) => Float64Array): NodeNumbers | null => {
    const node = indexOf.get(id);
    return node === undefined ? null : { shape: layout.nodes[node]!.shape, data: of(node) };
  };

  return {
    rows,
    input: (id) => calls[indexOfNode(id)]!.y.data,
    load(flat) {
      for (let at = 0; at < targets.length; at++) {
        const { offset } = parameters.list[at]!;
        const target = targets[at]!;
        for (let index = 0; index < target.length; index++) target[index] = flat[offset + index]!;
      }
    },
    prepare(streams) {
      if (random) prepare(plan, streams);
    },
    forward(isTraining) {
      if (training !== isTraining) {
        training = isTraining;
        setTraining(plan, training);
      }
      const [failure] = forward(plan);
      if (failure) throw new ChainruleError(failure.problem);
    },
    loss() {
      const { data } = calls[objective]!.y;
      let sum = 0;
      for (let index = 0; index < data.length; index++) sum += data[index]!;
      return sum / data.length;
    },
    backward(gradients) {
      runSweep(plan, sweep);
      for (let at = 0; at < sources.length; at++) {
        const { offset } = parameters.list[at]!;
        const source = sources[at]!;
        for (let index = 0; index < source.length; index++) gradients[offset + index] = source[index]!;
      }
    },
    track() {
      for (const { node, numbers: moved } of followed) ops[node]!.tracked!.update(calls[node]! as TrackedCall, moved);
    },
    isForwardFinite() {
      // 0 · x is 0 for every finite x and NaN for the others.
      let nothing = 0;
      for (let at = 0; at < plan.computed.length; at++) {
        const { data } = calls[plan.computed[at]!]!.y;
        for (let index = 0; index < data.length; index++) nothing += data[index]! * 0;
      }
      return nothing === 0;
    },
    notFinite() {
      const first = (nodes: ArrayLike<number>, of: (node: number) => Float64Array, kind: NotFinite['kind']) => {
        for (let at = 0; at < nodes.length; at++) {
          const node = nodes[at]!;
          const data = of(node);
          const index = data.findIndex((each) => !Number.isFinite(each));
          if (index >= 0) return { node: layout.nodes[node]!.id, index, found: data[index]!, kind };
        }
        return null;
      };
      return (
        first(plan.computed, (node) => calls[node]!.y.data, 'value') ??
        first(sweep.nodes, (node) => grads[node]!, 'gradient')
      );
    },
    value: (id) => numbers(id, (node) => calls[node]!.y.data),
    gradient: (id) => numbers(id, (node) => grads[node]!),
  };
};

type TrackedCall = Parameters<NonNullable<Plan['ops'][number]['tracked']>['update']>[0] & { attrs: Attributes };

/** The part of the backward pass that parameters need: no gradient of data is computed. */
interface Sweep {
  readonly nodes: Int32Array;
  /** The edges that node `nodes[k]` sends through are `edges[first[k] … first[k + 1] − 1]`. */
  readonly first: Int32Array;
  readonly edges: Int32Array;
}

function gradientSweep({ layout, firstEdge, source, backward }: Plan, wanted: ReadonlySet<number>): Sweep {
  const needed = new Uint8Array(layout.nodes.length); // in execution order, so sources come first
  for (let node = 0; node < needed.length; node++) {
    if (wanted.has(node)) needed[node] = 1;
    for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++) if (needed[source[edge]!]) needed[node] = 1;
  }
  const nodes = Array.from(backward).filter((node) => needed[node]);
  const edges: number[] = [];
  const first = [0];
  for (const node of nodes) {
    for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++) if (needed[source[edge]!]) edges.push(edge);
    first.push(edges.length);
  }
  return { nodes: Int32Array.from(nodes), first: Int32Array.from(first), edges: Int32Array.from(edges) };
}

/** As the executor's backward, in the same order of sums, so that gradients have the same bits. */
function runSweep(plan: Plan, { nodes, first, edges }: Sweep): void {
  const { ops, calls, grads, contributions, firstEdge, firstArriving, arriving } = plan;
  if (nodes.length === 0) return;
  const seeded = grads[nodes[0]!]!;
  seeded.fill(1 / seeded.length);
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    const dy = grads[node]!;
    const end = firstArriving[node + 1]!;
    for (let each = firstArriving[node]!, isFirst = true; each < end; each++, isFirst = false) {
      const part = contributions[arriving[each]!]!;
      if (isFirst) for (let index = 0; index < dy.length; index++) dy[index] = part[index]!;
      else for (let index = 0; index < dy.length; index++) dy[index]! += part[index]!;
    }
    const op = ops[node]!;
    const call = calls[node]!;
    const start = firstEdge[node]!;
    for (let each = first[at]!; each < first[at + 1]!; each++) {
      const edge = edges[each]!;
      op.vjp(call, edge - start, dy, contributions[edge]!);
    }
  }
}
