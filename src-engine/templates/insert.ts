import { analyze } from '../graph/analyze.ts';
import { addNodes, setObjective } from '../graph/edit.ts';
import type { Graph, GraphNode, Point } from '../graph/graph.ts';
import { withFreshIds } from '../graph/ids.ts';
import type { Attributes } from '../ops/define.ts';
import { opTable } from '../ops/registry.ts';
import type { Shape } from '../tensor/shape.ts';
import type { TemplateDefinition, TemplatePart } from './define.ts';
import { readOptions } from './read-options.ts';

export interface InsertOptions {
  /** Upper left corner of what is added. */
  readonly at?: Point;
  /** Nodes to read from, in order; where there are fewer than the template reads, it brings leaves of its own. */
  readonly inputs?: readonly string[];
}

export interface Inserted<G> {
  readonly graph: G;
  /** The group that holds the rest. */
  readonly group: string;
  /** What was added, nodes and groups. */
  readonly added: readonly string[];
  readonly output: string;
  /** The loss the part ends in. */
  readonly objective: string | null;
}

/**
 * Adds the nodes and groups of a template under ids that are free. Options that depend on what is read (the number of
 * features) follow from its shape. The part's loss becomes the objective where the graph names none.
 * Throws what reading the options throws.
 */
export function insertTemplate<G extends Graph>(
  graph: G,
  template: TemplateDefinition,
  options: Attributes = {},
  { at = { x: 0, y: 0 }, inputs = [] }: InsertOptions = {},
): Inserted<G> {
  const shapes = shapesOf(graph, inputs);
  const read = readOptions(template, options);
  const fitted = shapes.length > 0 && template.fit ? readOptions(template, template.fit(read, shapes)) : read;
  const lead = shapes[0] ? shapes[0].slice(0, -1) : (template.lead?.(fitted) ?? [1]);
  const part = moved(template.build(fitted, { lead }), at);
  const copy = withFreshIds(graph, part);
  const named = (id: string) => copy.renamed.get(id)!;
  const sources = new Map(part.inputs.slice(0, shapes.length).map((leaf, index) => [named(leaf), inputs[index]!]));
  const nodes = wired(copy.nodes, sources);
  const next = addNodes(graph, nodes, copy.groups);
  const objective = part.objective === undefined ? null : named(part.objective);
  return {
    graph: objective !== null && graph.objective === undefined ? setObjective(next, objective) : next,
    group: named(part.groups[0]!.id),
    added: [...copy.groups, ...nodes].map(({ id }) => id),
    output: named(part.output),
    objective,
  };
}

/** Shapes of the nodes named, as far as they can be told; none after the first that cannot. */
function shapesOf(graph: Graph, ids: readonly string[]): Shape[] {
  if (ids.length === 0) return [];
  const { shapes, adjacency } = analyze(graph, opTable);
  const found: Shape[] = [];
  for (const id of ids) {
    const shape = shapes[adjacency.indexOf.get(id) ?? -1];
    if (!shape) break;
    found.push(shape);
  }
  return found;
}

/** The nodes without the leaves that sources take the place of. */
function wired(nodes: readonly GraphNode[], sources: ReadonlyMap<string, string>): readonly GraphNode[] {
  if (sources.size === 0) return nodes;
  return nodes
    .filter(({ id }) => !sources.has(id))
    .map((node) => ({
      ...node,
      inputs: node.inputs.map((input) => (input === null ? null : (sources.get(input) ?? input))),
    }));
}

function moved(part: TemplatePart, at: Point): TemplatePart {
  const places = part.nodes.flatMap(({ position }) => (position ? [position] : []));
  const dx = at.x - Math.min(...places.map(({ x }) => x));
  const dy = at.y - Math.min(...places.map(({ y }) => y));
  const shifted = <T extends { readonly position?: Point }>(record: T): T =>
    record.position ? { ...record, position: { x: record.position.x + dx, y: record.position.y + dy } } : record;
  return {
    ...part,
    nodes: part.nodes.map((node): GraphNode => shifted(node)),
    groups: part.groups.map((group) => shifted(group)),
  };
}
