import type { Dataset } from '../data/dataset.ts';
import { type ColumnsOf, widthOf } from '../data/gather.ts';
import { ChainruleError, fail, type Problem } from '../errors/fail.ts';
import { analyze } from '../graph/analyze.ts';
import type { Graph, GraphNode } from '../graph/graph.ts';
import { type OpTable, readAttributes } from '../graph/node-problems.ts';
import { type Shape, shapeText, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Binding } from './settings.ts';

/** One input node and what each batch puts into it. */
export interface BoundInput {
  readonly node: string;
  readonly columns: ColumnsOf;
  /** Axes after the batch. */
  readonly trailing: Shape;
}

/** Combinations of forms that are tried. */
const MOST_TRIALS = 64;

/**
 * Finds for every bound input the form its data takes: features as rows; targets as numbers, class indices or one-hot
 * rows; with the axes that the input's own value suggests first. The first combination that the whole graph accepts is
 * taken. Throws `training.*`.
 */
export function bindInputs(
  graph: Graph,
  table: OpTable,
  bindings: Readonly<Record<string, Binding>>,
  dataset: Dataset,
  rows: number,
  path = 'training.bindings',
): readonly BoundInput[] {
  const inputs = graph.nodes.filter(({ op }) => table.get(op)?.leaf === 'input').map(({ id }) => id);
  const choices = Object.entries(bindings).map(([node, binding]) => {
    const index = graph.nodes.findIndex(({ id }) => id === node);
    const place = { path: `${path}.${node}`, node };
    if (!inputs.includes(node)) return fail('training.binding-node', { node, inputs }, place);
    if (typeof binding === 'object' && binding.feature >= dataset.featureNames.length)
      return fail('training.binding-column', { column: binding.feature, columns: dataset.featureNames.length }, place);
    return formsOf(node, binding, dataset, shapeOf(graph.nodes[index]!, index, table));
  });
  let refusal: Problem | undefined;
  const tried: string[] = [];
  // First with a number of rows that is no other axis of the graph, so that a batch broadcast against itself is seen.
  for (const count of [unusualCount(graph, table), rows])
    for (const combination of combinations(choices)) {
      const { problems, objective, shapes } = analyze(withRows(graph, combination, count), table);
      const crossed = shapes.some((shape) => shape !== undefined && isCrossed(shape, count));
      if (problems.length === 0 && objective >= 0 && !(crossed && count !== rows)) return combination;
      refusal ??= problems[0];
      tried.push(combination.map(({ node, trailing }) => `${node} ${shapeText([count, ...trailing])}`).join(', '));
    }
  // A graph that is wrong whatever the data says so itself.
  const own = analyze(graph, table).problems.find(
    ({ code }) => !code.startsWith('shape.') && code !== 'graph.upstream',
  );
  if (own) throw new ChainruleError(own);
  return fail('training.binding-shape', { tried: tried.slice(0, 4), detail: refusal?.message ?? '' }, { path });
}

/** The graph with zeros of the batch's shape in its bound inputs. */
export function withRows(graph: Graph, bound: readonly BoundInput[], rows: number): Graph {
  const shapes = new Map(bound.map(({ node, trailing }) => [node, [rows, ...trailing]]));
  const nodes = graph.nodes.map((node): GraphNode => {
    const shape = shapes.get(node.id);
    if (!shape) return node;
    return { ...node, attrs: { ...node.attrs, value: { shape, data: new Array<number>(sizeOf(shape)).fill(0) } } };
  });
  return { ...graph, nodes };
}

/** Whether the batch lies along two axes: each sample was paired with every other. */
const isCrossed = (shape: Shape, rows: number) => shape.filter((axis) => axis === rows).length > 1;

const PRIMES = [61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131, 137];

function unusualCount(graph: Graph, table: OpTable): number {
  const axes = new Set(analyze(graph, table).shapes.flatMap((shape) => shape ?? []));
  return PRIMES.find((prime) => !axes.has(prime)) ?? 139;
}

/** The shape of the value that the document gives an input; a scalar's where it cannot be read. */
function shapeOf(node: GraphNode, index: number, table: OpTable): Shape {
  const { attrs } = readAttributes(node, index, table.get(node.op)!);
  return (attrs['value'] as Tensor | undefined)?.shape ?? [];
}

function formsOf(node: string, binding: Binding, dataset: Dataset, example: Shape): BoundInput[] {
  const columns: ColumnsOf[] =
    binding === 'features'
      ? [{ kind: 'features' }]
      : binding === 'targets'
        ? [{ kind: 'targets' }, ...(dataset.classes === null ? [] : [{ kind: 'one-hot' } as const])]
        : [{ kind: 'feature', column: binding.feature }];
  const forms = columns.flatMap((kind) =>
    trailingShapes(widthOf(dataset, kind)).map((trailing) => ({ node, columns: kind, trailing })),
  );
  if (example.length > 2 && sizeOf(example.slice(1)) === widthOf(dataset, columns[0]!))
    forms.unshift({ node, columns: columns[0]!, trailing: example.slice(1) });
  return forms.sort((a, b) => misfit(a.trailing, example) - misfit(b.trailing, example));
}

/** [n, width], and [n] as well for single numbers. */
const trailingShapes = (width: number): Shape[] => (width === 1 ? [[1], []] : [[width]]);

/** How little a form looks like the input's own value: a whole batch, or a single row without the batch's axis. */
function misfit(trailing: Shape, example: Shape): number {
  const same = (shape: Shape) => shape.length === trailing.length && shape.every((axis, at) => axis === trailing[at]);
  if (same(example)) return 0; // one row of it, or [] for single numbers
  if (example.length > 0 && same(example.slice(1))) return 1;
  return 2;
}

function* combinations(choices: readonly (readonly BoundInput[])[]): Generator<readonly BoundInput[]> {
  const total = choices.reduce((product, each) => product * each.length, 1);
  for (let trial = 0; trial < Math.min(total, MOST_TRIALS); trial++) {
    let rest = trial;
    const picked: BoundInput[] = [];
    for (const each of choices) {
      picked.push(each[rest % each.length]!);
      rest = Math.floor(rest / each.length);
    }
    yield picked;
  }
}
