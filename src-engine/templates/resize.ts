import { ChainruleError, fail } from '../errors/fail.ts';
import { analyze } from '../graph/analyze.ts';
import { setObjective } from '../graph/edit.ts';
import type { Graph, GraphNode, Group, Point } from '../graph/graph.ts';
import { idSource } from '../graph/ids.ts';
import type { Attributes } from '../ops/define.ts';
import { opTable } from '../ops/registry.ts';
import { memo } from '../tensor/memo.ts';
import { parseLiteral } from '../tensor/parse-literal.ts';
import type { Shape } from '../tensor/shape.ts';
import type { TemplateDefinition, TemplatePart } from './define.ts';
import { matchPart, type PartMatch } from './match.ts';
import { readOptions } from './read-options.ts';
import { findTemplate } from './registry.ts';
import { resizedValue } from './values.ts';

interface Made {
  readonly template: TemplateDefinition;
  readonly options: Attributes;
  readonly part: TemplatePart;
  readonly match: PartMatch;
}

/** What a group was made from, as long as its gates are still those. `null` for groups that people merged or changed. */
export function madeBy(graph: Graph, group: string): Made | null {
  const record = graph.groups.find(({ id }) => id === group)?.template;
  const made = record && partOf(record);
  const match = made && matchPart(graph, group, made.part);
  return match ? { ...made, match } : null;
}

/** Drawing the weights of a large network takes time; whether it can grow is asked often. */
const partOf = memo((record: Readonly<Record<string, unknown>>): Omit<Made, 'match'> | null => {
  const template = findTemplate(`${record['name']}`);
  if (!template) return null;
  try {
    const options = readOptions(template, record);
    return { template, options, part: template.build(options, { lead: template.lead?.(options) ?? [1] }) };
  } catch (error) {
    if (error instanceof ChainruleError) return null; // a document may hold any options
    throw error;
  }
});

/**
 * Makes a group anew with other options, in place. Trained numbers that have a place in the new shapes stay bit for bit,
 * as do ids, settings, and the places of gates that need not move; wires from and to the outside are kept.
 * Throws `template.changed` where the group is no longer what its template made, and what reading options throws.
 */
export function resizeTemplate<G extends Graph>(graph: G, group: string, options: Attributes): G {
  const made = madeBy(graph, group);
  if (!made) return fail('template.changed', { group });
  const { template, part: before, match } = made;
  const wanted = readOptions(template, { ...made.options, ...options });
  const after = template.build(wanted, { lead: template.lead?.(wanted) ?? [1] });
  const heir = (name: string) => (template.heir ? template.heir(name, made.options, wanted) : name);

  /** Names of the new part → those of the old one they go on from. */
  const forebear = new Map<string, string>();
  for (const { id } of [...before.groups, ...before.nodes]) {
    const next = heir(id);
    if (next !== null && !forebear.has(next)) forebear.set(next, id);
  }
  const old = new Map([...before.nodes, ...before.groups].map((each) => [each.id, each]));
  const actual = new Map<string, GraphNode | Group>([...graph.nodes, ...graph.groups].map((each) => [each.id, each]));
  const idOf = (name: string) => match.nodes.get(name) ?? match.groups.get(name);

  const ids = idSource(graph);
  const named = new Map<string, string>();
  for (const { id } of [...after.groups, ...after.nodes]) {
    const own = forebear.get(id);
    const kept = own === undefined ? undefined : idOf(own);
    if (kept !== undefined) named.set(id, kept);
    else if (own === undefined) named.set(id, ids.fresh(id)); // else people removed it
  }

  const shift = shiftOf(before, match, actual);
  /** Label and place: what people changed stays, the rest is as in the new part. */
  const lookOf = (next: GraphNode | Group) => {
    const own = old.get(forebear.get(next.id) ?? '');
    const now = own && actual.get(idOf(own.id) ?? '');
    const label = now && now.label !== own?.label ? now.label : next.label;
    const stays = now?.position && own?.position && samePoint(own.position, next.position);
    const position = stays
      ? now.position
      : next.position && { x: next.position.x + shift.x, y: next.position.y + shift.y };
    return { ...(label === undefined ? {} : { label }), ...(position ? { position } : {}) };
  };

  const inputsOf = (next: GraphNode) => next.inputs.map((input) => named.get(input!) ?? null);
  const renewed: GraphNode[] = [];
  const changed = new Map<string, GraphNode>();
  for (const next of after.nodes) {
    const id = named.get(next.id);
    if (id === undefined) continue;
    const own = old.get(forebear.get(next.id) ?? '') as GraphNode | undefined;
    const now = own && (actual.get(id) as GraphNode | undefined);
    const outside = next.group === undefined;
    const attrs = now && own ? attributesOf(now, own, next) : next.attrs;
    if (outside && now && own) {
      if (now.op !== own.op) continue; // reads from elsewhere
      const wires =
        next.inputs.length === 0 ? now.inputs : inputsOf(next).map((input, slot) => input ?? now.inputs[slot] ?? null);
      changed.set(id, { ...now, op: next.op, attrs, inputs: wires, ...lookOf(next) });
      continue;
    }
    const holder = outside ? actual.get(group)?.group : (named.get(next.group) ?? group);
    renewed.push({
      id,
      op: next.op,
      ...lookOf(next),
      attrs,
      inputs: inputsOf(next).map((input, slot) => input ?? now?.inputs[slot] ?? null),
      ...(holder === undefined ? {} : { group: holder }),
    });
  }
  return settled(graph, { group, before, after, match, named, nodes: renewed, changed, lookOf, wanted, template });
}

interface Plan {
  readonly group: string;
  readonly before: TemplatePart;
  readonly after: TemplatePart;
  readonly match: PartMatch;
  readonly named: ReadonlyMap<string, string>;
  readonly nodes: readonly GraphNode[];
  readonly changed: ReadonlyMap<string, GraphNode>;
  readonly wanted: Attributes;
  readonly template: TemplateDefinition;
  lookOf(next: Group): Pick<Group, 'label' | 'position'>;
}

/** The graph with the new gates in the place of the old ones. */
function settled<G extends Graph>(graph: G, plan: Plan): G {
  const { group, before, after, match, named, nodes: made, changed, wanted, template } = plan;
  const kept = new Set(made.map(({ id }) => id));
  const inside = before.nodes.filter((node) => node.group !== undefined).map(({ id }) => match.nodes.get(id)!);
  const gone = new Set(inside.filter((id) => !kept.has(id)));
  const readers = new Set(graph.nodes.flatMap(({ id, inputs }) => (inside.includes(id) ? [] : inputs)));
  for (const { id, op, inputs, group: inPart } of before.nodes) {
    const leaf = match.nodes.get(id);
    if (leaf === undefined || inPart !== undefined || inputs.length > 0 || named.has(id) || readers.has(leaf)) continue;
    if (graph.nodes.some((node) => node.id === leaf && node.op === op)) gone.add(leaf); // it brought it and reads it no more
  }
  const outputs = new Map([[match.nodes.get(before.output)!, named.get(after.output)!]]);
  const rewired = (node: GraphNode): GraphNode => {
    if (!node.inputs.some((input) => input !== null && gone.has(input))) return node;
    const inputs = node.inputs.map((input) =>
      input !== null && gone.has(input) ? (outputs.get(input) ?? null) : input,
    );
    return { ...node, inputs };
  };
  const first = graph.nodes.findIndex(({ id }) => kept.has(id) || gone.has(id));
  const others = (node: GraphNode) => !(kept.has(node.id) || gone.has(node.id));
  const nodes = [...graph.nodes.slice(0, first), ...made, ...graph.nodes.slice(first).filter(others)].map((node) =>
    rewired(changed.get(node.id) ?? node),
  );

  const groups: Group[] = [];
  const matched = new Set(match.groups.values());
  for (const each of graph.groups) if (!matched.has(each.id)) groups.push(each);
  for (const next of after.groups) {
    const id = named.get(next.id)!;
    const now = graph.groups.find((each) => each.id === id);
    const around = next.group === undefined ? now?.group : named.get(next.group);
    groups.push({
      ...(now ?? next),
      id,
      ...plan.lookOf(next),
      ...(around === undefined ? {} : { group: around }),
      ...(id === group
        ? { template: { name: template.id, ...wanted } }
        : next.template
          ? { template: next.template }
          : {}),
    });
  }
  const next = { ...graph, nodes, groups };
  const { objective } = graph;
  return withoutStale(
    objective !== undefined && gone.has(objective) ? setObjective(next, outputs.get(objective)) : next,
    graph,
  );
}

/** Settings that fitted the old shapes alone (running statistics) are given back to their defaults. */
function withoutStale<G extends Graph>(graph: G, before: Graph): G {
  const sound = new Set(before.nodes.map(({ id }) => id));
  const { problems } = analyze(graph, opTable);
  const stale = new Set(
    problems.filter(({ code, node }) => code === 'shape.mismatch' && sound.has(node!)).map(({ node }) => node),
  );
  if (stale.size === 0) return graph;
  const nodes = graph.nodes.map((node) => {
    const op = opTable.get(node.op);
    if (!stale.has(node.id) || op?.leaf || !op) return node;
    const attrs = Object.fromEntries(Object.entries(node.attrs).filter(([, value]) => !Array.isArray(value)));
    return { ...node, attrs };
  });
  return { ...graph, nodes };
}

/** A leaf's value in its new shape; of other settings those that people changed, then those of the new part. */
function attributesOf(now: GraphNode, own: GraphNode, next: GraphNode): Attributes {
  const attrs: Record<string, unknown> = { ...next.attrs };
  for (const [key, value] of Object.entries(now.attrs)) {
    if (opTable.get(next.op)?.leaf && key === 'value') {
      if (now.op !== own.op) attrs[key] = value;
      else attrs[key] = resizedValue(value, shapeOf(own), shapeOf(next), next.attrs[key]) ?? value;
    } else if (next.op === now.op && !sameSetting(own.attrs[key], value)) attrs[key] = value;
  }
  return attrs;
}

const shapeOf = ({ attrs }: GraphNode): Shape => parseLiteral(attrs['value'], 'value').shape;
const sameSetting = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const samePoint = (a: Point, b: Point | undefined) => a.x === b?.x && a.y === b.y;

/** How far the part stands from where its template puts it. */
function shiftOf(part: TemplatePart, { nodes }: PartMatch, actual: ReadonlyMap<string, GraphNode | Group>): Point {
  for (const { id, position } of part.nodes) {
    const now = actual.get(nodes.get(id) ?? '')?.position;
    if (now && position) return { x: now.x - position.x, y: now.y - position.y };
  }
  return { x: 0, y: 0 };
}
