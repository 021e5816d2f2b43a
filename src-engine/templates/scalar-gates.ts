import { fail } from '../errors/fail.ts';
import type { GraphNode } from '../graph/graph.ts';
import type { IdSource } from '../graph/ids.ts';
import type { Attributes, OpDefinition } from '../ops/define.ts';
import { type Shape, stridesOf } from '../tensor/shape.ts';
import type { Scalars, ScalarTools } from './scalar-rules/define.ts';
import { scalarRuleOf } from './scalar-rules/registry.ts';

/** Inputs of one sum, at most; longer ones are sums of sums. */
const WIDEST_SUM = 64;

export interface NodeGates {
  readonly nodes: readonly GraphNode[];
  /** The gate of each element. */
  readonly results: readonly string[];
}

interface Task {
  readonly node: GraphNode;
  readonly op: OpDefinition;
  readonly attrs: Attributes;
  readonly shape: Shape;
  readonly x: readonly Scalars[];
  readonly plain: boolean;
  readonly ids: IdSource;
  groupOf(element: number | undefined): string | undefined;
  /** Throws when that many more gates are too many. */
  guard(more: number): void;
}

interface Draft {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly attrs: Attributes;
  readonly element: number | undefined;
}

/** One node's gates by its op's rule, named after the node: the gate of element [i, j] is `node.i.j`. Throws `explode.op`. */
export function scalarGates({ node, op, attrs, shape, x, plain, ids, groupOf, guard }: Task): NodeGates {
  const rule = scalarRuleOf(op) ?? fail('explode.op', { node: node.id, op: op.id }, { node: node.id });
  const drafts = new Map<string, Draft>(); // by a name that no id can have
  const constants = new Map<number, string>();
  const draft = (each: Draft) => {
    guard(drafts.size + 1);
    const name = `:${drafts.size}`;
    drafts.set(name, each);
    return name;
  };
  const gate: ScalarTools<Attributes>['gate'] = (id, inputs, element, settings = {}) =>
    draft({ op: id, inputs, attrs: settings, element });
  const results = rule.build({
    attrs,
    written: node.attrs,
    x,
    shape,
    plain,
    gate,
    constant(value) {
      const known = constants.get(value) ?? draft({ op: 'constant', inputs: [], attrs: { value }, element: undefined });
      constants.set(value, known);
      return known;
    },
    sum(inputs, element) {
      let level = inputs;
      while (level.length > 1) {
        const next: string[] = [];
        for (let start = 0; start < level.length; start += WIDEST_SUM) {
          const part = level.slice(start, start + WIDEST_SUM);
          next.push(part.length === 1 ? part[0]! : gate('add', part, element));
        }
        level = next;
      }
      return level[0]!;
    },
  });
  return { ...named(node, shape, drafts, results, ids, groupOf) };
}

function named(
  { id, label = id }: GraphNode,
  shape: Shape,
  drafts: ReadonlyMap<string, Draft>,
  results: readonly string[],
  ids: IdSource,
  groupOf: Task['groupOf'],
): NodeGates {
  const ends = new Map<string, number>();
  for (const [element, name] of results.entries()) if (drafts.has(name) && !ends.has(name)) ends.set(name, element);
  const final = new Map<string, string>();
  for (const [name, element] of ends) final.set(name, ids.fresh(id + elementText(shape, element, '.')));
  const nodes: GraphNode[] = [];
  for (const [name, { op, inputs, attrs, element }] of drafts) {
    const end = ends.get(name);
    const own = final.get(name) ?? ids.fresh(`${id}.${op}1`);
    final.set(name, own);
    const group = groupOf(end ?? element);
    const at = end ?? element;
    const text = at === undefined ? '' : elementText(shape, at, end !== undefined && /\d$/.test(label) ? ',' : '');
    nodes.push({
      id: own,
      op,
      ...(op === 'constant' ? {} : { label: (end === undefined ? op[0]! : label) + text }),
      attrs,
      inputs: inputs.map((input) => final.get(input) ?? input),
      ...(group === undefined ? {} : { group }),
    });
  }
  return { nodes, results: results.map((name) => final.get(name) ?? name) };
}

/** `.1.2` or `1,2` after a node's name: the place of an element, counted from 1; axes of length 1 before the last are left out. */
export function elementText(shape: Shape, element: number, before: ',' | '.' | ''): string {
  const strides = stridesOf(shape);
  const places = shape.flatMap((length, axis) =>
    length === 1 && axis < shape.length - 1 ? [] : [1 + (Math.floor(element / strides[axis]!) % length)],
  );
  if (places.length === 0) return '';
  return before === '.' ? `.${places.join('.')}` : before + places.join(',');
}
