import { ChainruleError, fail } from '../errors/fail.ts';
import { type Analysis, analyze } from '../graph/analyze.ts';
import type { Graph, GraphNode, Group } from '../graph/graph.ts';
import { type IdSource, idSource } from '../graph/ids.ts';
import { opTable } from '../ops/registry.ts';
import { parseLiteral } from '../tensor/parse-literal.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { elementText, type NodeGates, scalarGates } from './scalar-gates.ts';
import { placeScalars } from './scalar-layout.ts';
import { neuronsOf } from './scalar-neurons.ts';
import type { Scalars } from './scalar-rules/define.ts';

export interface ExplodeOptions {
  /** Current values, if there are: exponentials of moderate numbers then need no largest number taken away. */
  readonly values?: (node: string) => Tensor | null;
  /** Gates at most. */
  readonly limit?: number;
}

/** What {@link implode} needs of the graph before. */
export interface ScalarSource {
  readonly nodes: readonly (Omit<GraphNode, 'attrs'> & {
    readonly attrs: Readonly<Record<string, unknown>>;
    readonly shape?: Shape;
  })[];
  readonly groups: readonly Group[];
  readonly objective?: string;
  /** Nodes whose exponentials stand as they are. */
  readonly plain: readonly string[];
}

export interface Exploded<G> {
  readonly graph: G;
  /** The group around all scalar gates; null where there was nothing to take apart. */
  readonly group: string | null;
  /** Node → the gates of its elements, row-major. An element that was only moved is the gate it came from. */
  readonly elements: ReadonlyMap<string, readonly string[]>;
}

export const SCALARS = 'scalars';
/** Gates at most, unless told otherwise. */
export const MOST_GATES = 20_000;
/** eˣ of numbers up to this size neither overflows nor vanishes, nor does a sum of very many of them. */
const SAFE_EXPONENT = 300;

/**
 * The same computation in scalar gates alone, with equal values and gradients: a matrix product becomes products and
 * sums, elementwise ops stand once an element, the gates of one unit lie in a group of their own. Random ops (dropout)
 * draw anew for each element. Near-linear in the number of gates.
 * Throws the graph's first problem, `explode.op`, `explode.too-large`.
 */
export function explodeToScalars<G extends Graph>(
  graph: G,
  { values, limit = MOST_GATES }: ExplodeOptions = {},
): Exploded<G> {
  const analysis = sound(graph);
  if (analysis.shapes.every((shape) => shape!.length === 0))
    return { graph, group: null, elements: new Map(graph.nodes.map(({ id }) => [id, [id]])) };
  const plain = new Set(
    graph.nodes.filter(({ inputs }) => inputs.every((id) => isModerate(values?.(id!)))).map(({ id }) => id),
  );
  const made = take(graph, analysis, plain, limit);
  const wrapper: Group = {
    id: made.ids.fresh(SCALARS),
    label: SCALARS,
    template: { name: SCALARS, source: sourceOf(graph, analysis, plain) },
  };
  const groups = [
    wrapper,
    ...graph.groups.map((group): Group => {
      const { template: _, ...rest } = group;
      return group.group === undefined ? { ...rest, group: wrapper.id } : rest;
    }),
    ...made.neurons,
  ];
  const nodes = made.nodes.map((node) => (node.group === undefined ? { ...node, group: wrapper.id } : node));
  const next = { ...graph, nodes: placeScalars(nodes, graph.nodes), groups, objective: made.objective };
  return { graph: next, group: wrapper.id, elements: new Map([...made.scalars].map(([id, { ids }]) => [id, ids])) };
}

interface Taken {
  readonly nodes: readonly GraphNode[];
  readonly neurons: readonly Group[];
  readonly scalars: ReadonlyMap<string, Scalars>;
  readonly objective: string;
  readonly ids: IdSource;
}

/** The gates without places; the same for the same graph and `plain`, whatever the values of its leaves. */
export function take(graph: Graph, analysis: Analysis, plain: ReadonlySet<string>, limit: number): Taken {
  const ids = idSource({ nodes: [], groups: graph.groups });
  const neurons = neuronsOf(graph, analysis, ids);
  const scalars = new Map<string, Scalars>();
  const nodes: GraphNode[] = [];
  const guard = (more: number) => {
    if (nodes.length + more > limit) fail('explode.too-large', { found: nodes.length + more, limit });
  };
  for (const index of analysis.order) {
    const node = graph.nodes[index]!;
    const shape = analysis.shapes[index]!;
    const groupOf = (element: number | undefined) => neurons.groupOf(node.group, shape, element);
    const made: NodeGates = opTable.get(node.op)!.leaf
      ? leafGates(node, shape, ids, groupOf, guard)
      : scalarGates({
          node,
          op: analysis.ops[index]!,
          attrs: analysis.attrs[index]!,
          shape,
          x: node.inputs.map((input) => scalars.get(input!)!),
          plain: plain.has(node.id),
          ids,
          groupOf,
          guard,
        });
    for (const each of made.nodes) nodes.push(each);
    scalars.set(node.id, { shape, ids: made.results });
  }
  const objective = scalars.get(graph.nodes[analysis.objective]!.id)!.ids;
  if (objective.length === 1) return { nodes, neurons: neurons.groups, scalars, objective: objective[0]!, ids };
  // L is the mean of the elements.
  const add = { id: ids.fresh('L.sum'), op: 'add', label: 'Σ', attrs: {}, inputs: objective };
  const count = { id: ids.fresh('L.count'), op: 'constant', attrs: { value: objective.length }, inputs: [] };
  const mean = { id: ids.fresh('L'), op: 'div', label: 'mean', attrs: {}, inputs: [add.id, count.id] };
  nodes.push(add, count, mean);
  return { nodes, neurons: neurons.groups, scalars, objective: mean.id, ids };
}

function leafGates(
  { id, op, label = id, attrs }: GraphNode,
  shape: Shape,
  ids: IdSource,
  groupOf: (element: number | undefined) => string | undefined,
  guard: (more: number) => void,
): NodeGates {
  const { data } = parseLiteral(attrs['value'] ?? 0, 'value');
  guard(data.length);
  const nodes = Array.from(data, (value, element): GraphNode => {
    const group = groupOf(element);
    return {
      id: ids.fresh(id + elementText(shape, element, '.')),
      op,
      label: label + elementText(shape, element, /\d$/.test(label) ? ',' : ''),
      attrs: { ...attrs, value },
      inputs: [],
      ...(group === undefined ? {} : { group }),
    };
  });
  return { nodes, results: nodes.map((node) => node.id) };
}

/** The graph checked: all of it can be computed, and there is something to differentiate. */
export function sound(graph: Graph): Analysis {
  const analysis = analyze(graph, opTable);
  const [first] = analysis.problems;
  if (first) throw new ChainruleError(first);
  return analysis;
}

function isModerate(value: Tensor | null | undefined): boolean {
  return value?.data.every((each) => Math.abs(each) <= SAFE_EXPONENT) ?? false;
}

/** The graph as it was, without the numbers: those stay in the gates. */
function sourceOf(graph: Graph, { ops, shapes }: Analysis, plain: ReadonlySet<string>): ScalarSource {
  const nodes = graph.nodes.map((node, index) => {
    if (!ops[index]!.leaf) return node;
    const { value: _, ...attrs } = node.attrs;
    return { ...node, attrs, shape: shapes[index]! };
  });
  const { groups, objective } = graph;
  return { nodes, groups, ...(objective === undefined ? {} : { objective }), plain: [...plain] };
}
