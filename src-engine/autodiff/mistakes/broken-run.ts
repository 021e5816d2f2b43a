import { type EdgeRef, edgeKey, type Graph } from '../../graph/graph.ts';
import { type RunResult, readRun } from '../../run/result.ts';
import { sizeOf } from '../../tensor/shape.ts';
import type { Mistake } from './define.ts';
import type { Facts, Pass, WrongNumbers } from './flaw.ts';
import { flawedPass } from './flawed-pass.ts';
import { passOf } from './pass.ts';

export interface BreakOptions {
  /** The graph as it was when its forward pass was kept, for a stale cache. */
  readonly earlier?: Graph;
}

/** A backward pass made with a mistake, beside the right one in the same order of events. */
export interface BrokenRun {
  readonly mistake: Mistake;
  readonly right: RunResult;
  readonly wrong: RunResult;
  /** Nodes whose total is wrong, in the order in which the pass meets them. */
  readonly nodes: readonly string[];
  /** Wires whose contribution is wrong. */
  readonly edges: readonly EdgeRef[];
  /** What the sentence about it names; `null` when the mistake changes nothing on this graph. */
  readonly why: Why | null;
}

export interface Why {
  readonly node: string;
  /** `[0, 1]`: the element the numbers are of; `null` for a single number. */
  readonly element: readonly number[] | null;
  readonly wrong: number;
  readonly right: number;
  readonly facts: Facts;
}

/** Runs a graph with one of the mistakes that are made throughout a pass. `null` when the mistake is none of those. */
export function breakRun(graph: Graph, mistake: Mistake, { earlier }: BreakOptions = {}): BrokenRun | null {
  const { flaw } = mistake;
  if (!flaw) return null;
  const { pass, plan } = passOf(graph, earlier ?? null);
  const broken = flawedPass(pass, flaw);
  const layout = broken.order.length === 0 ? pass.layout : { ...pass.layout, backward: broken.order };
  const memory = plan.memory.slice();
  const run = readRun(layout, memory, plan.problems, []);
  broken.grads.forEach((grad, node) => {
    memory.set(grad, layout.nodes[node]!.grad);
  });
  broken.contributions.forEach((part, edge) => {
    memory.set(part, layout.edges[edge]!.contribution);
  });
  const { nodes, edges } = differences(pass, plan.contributions, broken);
  return {
    mistake,
    right: readRun(layout, plan.memory, plan.problems, []),
    wrong: {
      ...run,
      // What a wire multiplied by is what its target had when it sent, which may not be its total.
      edge(target, slot) {
        const numbers = run.edge(target, slot);
        const sent = broken.sent[run.nodeIndex(target) ?? -1];
        return numbers && sent ? { ...numbers, upstream: { shape: numbers.upstream.shape, data: sent } } : numbers;
      },
    },
    nodes: nodes.map((node) => layout.nodes[node]!.id),
    edges: edges.map((edge) => ({
      target: layout.nodes[layout.edges[edge]!.target]!.id,
      slot: layout.edges[edge]!.slot,
    })),
    why: whyOf(pass, flaw.because, broken, nodes),
  };
}

/** Stable names of the wires that are wrong. */
export function brokenEdgeKeys({ edges }: BrokenRun): ReadonlySet<string> {
  return new Set(edges.map(({ target, slot }) => edgeKey(target, slot)));
}

function differences({ layout, grads }: Pass, right: readonly Float64Array[], broken: WrongNumbers) {
  const place = new Map(broken.order.map((node, at) => [node, at]));
  const differ = (a: Float64Array, b: Float64Array) => a.some((entry, index) => !Object.is(entry + 0, b[index]! + 0));
  const nodes = layout.nodes
    .flatMap((_, node) => (place.has(node) && differ(broken.grads[node]!, grads[node]!) ? [node] : []))
    .sort((a, b) => place.get(a)! - place.get(b)!);
  const edges = layout.edges.flatMap(({ target }, edge) =>
    place.has(target) && differ(broken.contributions[edge]!, right[edge]!) ? [edge] : [],
  );
  return { nodes, edges };
}

/** Explains the first node that is wrong by itself, not for what it received. */
function whyOf(
  pass: Pass,
  because: (pass: Pass, wrong: WrongNumbers, node: number) => Facts,
  broken: WrongNumbers,
  nodes: readonly number[],
): Why | null {
  const explained = nodes.map((node) => ({ node, facts: because(pass, broken, node) }));
  const first = explained.find(({ facts }) => facts['cause'] !== 'upstream') ?? explained[0];
  if (!first) return null;
  const { shape, id } = pass.layout.nodes[first.node]!;
  const wrong = broken.grads[first.node]!;
  const right = pass.grads[first.node]!;
  const index = wrong.findIndex((entry, at) => !Object.is(entry + 0, right[at]! + 0));
  return {
    node: id,
    element: sizeOf(shape) === 1 ? null : coordinatesOf(index, shape),
    wrong: wrong[index]!,
    right: right[index]!,
    facts: first.facts,
  };
}

function coordinatesOf(index: number, shape: readonly number[]): number[] {
  let rest = index;
  return shape
    .toReversed()
    .map((length) => {
      const at = rest % length;
      rest = (rest - at) / length;
      return at;
    })
    .toReversed();
}
