import type { Graph } from '../../graph/graph.ts';
import type { Plan } from '../../plan/plan.ts';
import { createSession } from '../../run/session.ts';
import { toLiteral } from '../../tensor/parse-literal.ts';
import { sameShape } from '../../tensor/shape.ts';
import type { Pass } from './flaw.ts';

/** Leaves tried in turn for a change between two forward passes that shows. */
const LEAVES_TRIED = 24;

/** A graph's backward pass, open to flaws. `earlier` is the graph whose forward pass a stale cache holds. */
export function passOf(graph: Graph, earlier: Graph | null = null): { readonly pass: Pass; readonly plan: Plan } {
  const plan = createSession(graph).plan();
  const { layout, ops, calls, grads } = plan;
  const incoming: number[][] = layout.nodes.map(() => []);
  const leaving: number[][] = layout.nodes.map(() => []);
  layout.edges.forEach(({ source, target }, edge) => {
    incoming[target]!.push(edge);
    if (layout.nodes[target]!.reachesObjective) leaving[source]!.push(edge);
  });
  const sendThrough = (through: Plan, edge: number, dy: Float64Array) => {
    const { source, target, slot } = layout.edges[edge]!;
    const dx = new Float64Array(grads[source]!.length);
    ops[target]!.vjp(through.calls[target]!, slot, dy, dx);
    return dx;
  };
  let cached: { readonly plan: Plan; readonly stale: Pass['stale'] } | null = null;
  const kept = () => {
    cached ??= earlierPass(graph, plan, earlier, sendThrough);
    return cached;
  };
  const pass: Pass = {
    layout,
    incoming,
    leaving,
    keepsGrad: (node) => ops[node]!.leaf !== undefined && ops[node]!.leaf !== 'constant',
    grads: calls.map((_, node) => grads[node]!),
    send: (edge, dy) => sendThrough(plan, edge, dy),
    sendStale: (edge, dy) => sendThrough(kept().plan, edge, dy),
    get stale() {
      return kept().stale;
    },
  };
  return { pass, plan };
}

/**
 * The forward pass that a stale cache holds: of the graph given, or else with one leaf 1 lower than now, the first
 * (parameters before inputs) whose change matters to a gradient.
 */
function earlierPass(
  graph: Graph,
  plan: Plan,
  earlier: Graph | null,
  send: (through: Plan, edge: number, dy: Float64Array) => Float64Array,
): { readonly plan: Plan; readonly stale: Pass['stale'] } {
  const { layout, ops, calls } = plan;
  const leaves = layout.nodes
    .flatMap(({ reachesObjective }, node) => (reachesObjective && ops[node]!.leaf ? [node] : []))
    .sort((a, b) => rankOf(ops[a]!.leaf) - rankOf(ops[b]!.leaf))
    .slice(0, LEAVES_TRIED);
  const differs = (other: Plan) =>
    layout.edges.some(({ target }, edge) => {
      if (!layout.nodes[target]!.reachesObjective) return false;
      const dy = plan.grads[target]!;
      const now = plan.contributions[edge]!;
      return send(other, edge, dy).some((entry, index) => entry !== now[index]);
    });
  const change = (other: Plan) => {
    for (const node of leaves) {
      const before = other.calls[node]!.y.data;
      const now = calls[node]!.y.data;
      const index = now.findIndex((entry, at) => entry !== before[at]);
      if (index >= 0) return { node, before: before[index]!, now: now[index]! };
    }
    return null;
  };
  if (earlier) {
    const other = createSession(earlier).plan();
    if (sameForm(plan, other) && differs(other)) return { plan: other, stale: change(other) };
  }
  for (const node of leaves) {
    const { shape, data } = calls[node]!.y;
    const value = toLiteral({ shape, data: data.map((entry) => entry - 1) });
    const { id } = layout.nodes[node]!;
    const nodes = graph.nodes.map((each) => (each.id === id ? { ...each, attrs: { ...each.attrs, value } } : each));
    const other = createSession({ ...graph, nodes }).plan();
    if (sameForm(plan, other) && differs(other)) return { plan: other, stale: change(other) };
  }
  return { plan, stale: null };
}

const rankOf = (leaf: string | undefined) => ['parameter', 'input', 'constant'].indexOf(leaf ?? '');

function sameForm({ layout: a }: Plan, { layout: b }: Plan): boolean {
  return (
    a.objective === b.objective &&
    a.nodes.length === b.nodes.length &&
    a.edges.length === b.edges.length &&
    a.nodes.every(({ id, op, shape }, node) => {
      const other = b.nodes[node]!;
      return id === other.id && op === other.op && sameShape(shape, other.shape);
    }) &&
    a.edges.every(({ source, target }, edge) => source === b.edges[edge]!.source && target === b.edges[edge]!.target)
  );
}
