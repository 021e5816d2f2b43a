import { fail } from '../errors/fail.ts';
import { addNodes, setObjective } from '../graph/edit.ts';
import type { Graph, GraphNode } from '../graph/graph.ts';
import { toLiteral } from '../tensor/parse-literal.ts';
import { sizeOf } from '../tensor/shape.ts';
import { MOST_GATES, SCALARS, type ScalarSource, sound, take } from './explode.ts';
import { membersOf } from './match.ts';

/** The group that {@link explodeToScalars} made of a graph, if it is there. */
export function explodedGroup({ groups }: Graph): string | null {
  return groups.find(({ template }) => template?.['name'] === SCALARS)?.id ?? null;
}

/**
 * Scalar gates back to the tensors they were made of, with the numbers that the gates have now. Names, labels and places
 * of gates may have changed. Throws `template.changed` where gates were added, removed or rewired, or where something
 * outside reads a single element.
 */
export function implode<G extends Graph>(graph: G, group: string): G {
  const source: unknown = graph.groups.find(({ id }) => id === group)?.template?.['source'];
  const changed = () => fail('template.changed', { group });
  if (!isSource(source)) return changed();
  const members = membersOf(graph, group);
  const made = remade(source, members.length) ?? changed();
  const actual = matched(
    made.nodes,
    members,
    new Set(source.nodes.flatMap(({ id, shape }) => (shape ? (made.scalars.get(id)?.ids ?? []) : []))),
  );
  if (!actual) return changed();

  const numberOf = new Map(members.map(({ id, attrs }) => [id, attrs['value'] as number]));
  const nodes = source.nodes.map(({ shape, ...node }): GraphNode => {
    if (!shape) return node;
    const data = Float64Array.from(made.scalars.get(node.id)!.ids, (id) => numberOf.get(actual.get(id)!)!);
    return { ...node, attrs: { ...node.attrs, value: toLiteral({ shape, data }) } };
  });
  const whole = new Map<string, string>(); // gate → the node of one element that it stands for
  for (const [id, { ids }] of made.scalars) {
    const gate = actual.get(ids[0]!)!;
    if (ids.length === 1 && !whole.has(gate)) whole.set(gate, id);
  }
  const inside = new Set(members.map(({ id }) => id));
  const outside = graph.nodes
    .filter(({ id }) => !inside.has(id))
    .map((node): GraphNode => {
      if (!node.inputs.some((input) => input !== null && inside.has(input))) return node;
      const inputs = node.inputs.map((input) =>
        input !== null && inside.has(input) ? (whole.get(input) ?? changed()) : input,
      );
      return { ...node, inputs };
    });
  const gone = new Set([group, ...source.groups.map(({ id }) => id), ...made.neurons.map(({ id }) => id)]);
  const groups = [...source.groups, ...graph.groups.filter(({ id }) => !gone.has(id))];
  const { objective } = graph;
  const next = addNodes({ ...graph, nodes, groups }, outside);
  return objective === undefined || inside.has(objective) ? setObjective(next, source.objective) : next;
}

/** The gates that the source was made into, anew; `null` where it cannot be or they would be more than there are. */
function remade(source: ScalarSource, count: number): ReturnType<typeof take> | null {
  try {
    const blank = blankGraph(source);
    return take(blank, sound(blank), new Set(source.plain), count);
  } catch {
    return null; // what a document holds there need not be sound
  }
}

/** The tensor graph with zeros for its numbers. */
function blankGraph({ nodes, groups, objective }: ScalarSource): Graph {
  const blank = nodes.map(({ shape, ...node }): GraphNode => {
    if (!shape) return node;
    const value = { shape, data: new Array<number>(sizeOf(shape)).fill(0) };
    return { ...node, attrs: { ...node.attrs, value } };
  });
  return { nodes: blank, groups, ...(objective === undefined ? {} : { objective }) };
}

/** Gate as made → gate as it is called now; `null` where they differ in more than names, labels, places and leaves' numbers. */
function matched(
  made: readonly GraphNode[],
  members: readonly GraphNode[],
  leaves: ReadonlySet<string>,
): ReadonlyMap<string, string> | null {
  if (made.length !== members.length) return null;
  const actual = new Map(made.map(({ id }, index) => [id, members[index]!.id]));
  for (const [index, each] of made.entries()) {
    const found = members[index]!;
    if (found.op !== each.op || found.inputs.length !== each.inputs.length) return null;
    if (each.inputs.some((input, slot) => actual.get(input!) !== found.inputs[slot])) return null;
    const numbers = leaves.has(each.id);
    if (numbers && typeof found.attrs['value'] !== 'number') return null;
    const expected = numbers ? { ...each.attrs, value: found.attrs['value'] } : each.attrs;
    if (!sameSettings(expected, found.attrs)) return null;
  }
  return actual;
}

function sameSettings(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && JSON.stringify(a[key]) === JSON.stringify(b[key]));
}

/** A group's template is whatever a document holds: only what is complete is taken for a source. */
function isSource(raw: unknown): raw is ScalarSource {
  if (!isRecord(raw)) return false;
  const { nodes, groups, plain, objective } = raw;
  if (!Array.isArray(nodes) || !Array.isArray(groups) || !Array.isArray(plain)) return false;
  if (objective !== undefined && typeof objective !== 'string') return false;
  const isNode = (each: unknown) =>
    isRecord(each) &&
    typeof each['id'] === 'string' &&
    typeof each['op'] === 'string' &&
    isRecord(each['attrs']) &&
    Array.isArray(each['inputs']) &&
    each['inputs'].every((input) => typeof input === 'string') &&
    (each['shape'] === undefined || isShape(each['shape']));
  return nodes.every(isNode) && groups.every((each) => isRecord(each) && typeof each['id'] === 'string');
}

const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === 'object' && raw !== null;
const isShape = (raw: unknown) =>
  Array.isArray(raw) &&
  raw.every((axis) => Number.isInteger(axis) && axis >= 1) &&
  sizeOf(raw as number[]) <= MOST_GATES;
